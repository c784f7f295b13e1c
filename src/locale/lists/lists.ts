import type {Tongue} from '../locale.js';
import type {en} from './en.js';

export type ListDictionary = typeof en;

/** The words of the lists, in the language of an element's own words; English for those that language lacks. */
export async function listWordsIn({language, terms: {lists}}: Tongue): Promise<ListDictionary> {
  const own = /^fr\b/i.test(language) ? (await import('./fr.js')).fr : (await import('./en.js')).en;
  return {...own, ...lists};
}
