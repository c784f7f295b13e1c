import type {ListSync} from '../../lists/list-sync.js';
import type {Tongue} from '../locale.js';
import type {en} from './en.js';

export type ListDictionary = typeof en;

/** The words of the lists, in the language of an element's own words; English for those that language lacks. */
export async function listWordsIn({language, terms: {lists}}: Tongue): Promise<ListDictionary> {
  const own = /^fr\b/i.test(language) ? (await import('./fr.js')).fr : (await import('./en.js')).en;
  return {...own, ...lists};
}

/** Where the lists are, in words. */
export function whereIn(words: ListDictionary, isKept: boolean, sync?: ListSync): string {
  if (!isKept) return words.blocked;
  const {keptHere, needsLogin, offline, synced, syncing} = words;
  return {idle: keptHere, 'needs-login': needsLogin, offline, error: offline, synced, syncing}[sync?.status ?? 'idle'];
}
