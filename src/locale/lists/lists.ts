import type {Tongue} from '../locale.js';
import type {en} from './en.js';

export type ListDictionary = typeof en;

const dictionaries = new Map<string, () => Promise<ListDictionary>>([
  ['ar', async () => (await import('./ar.js')).ar],
  ['de', async () => (await import('./de.js')).de],
  ['es', async () => (await import('./es.js')).es],
  ['fr', async () => (await import('./fr.js')).fr],
  ['it', async () => (await import('./it.js')).it],
  ['ja', async () => (await import('./ja.js')).ja],
  ['nl', async () => (await import('./nl.js')).nl],
  ['pl', async () => (await import('./pl.js')).pl],
  ['pt', async () => (await import('./pt.js')).pt],
  ['zh', async () => (await import('./zh.js')).zh],
]);

const english = async (): Promise<ListDictionary> => (await import('./en.js')).en;

/** The words of the lists, in the language of the content; English for those that language lacks, and where it fails to load. */
export async function listWordsIn({content, terms: {lists}}: Tongue): Promise<ListDictionary> {
  const load = dictionaries.get(content.toLowerCase().split(/[-_]/)[0]!) ?? english;
  const own = await load().catch((error: unknown) => {
    console.warn(error);
    return english();
  });
  return {...own, ...lists};
}
