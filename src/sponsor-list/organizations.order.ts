import type {SponsorList} from './sponsor-list.js';
import type {Entry} from './sponsor-list.reader.js';

/** Organisations as they are listed, by name in the order of a language, or in an order of this reader and day. */
export function sortEntries(
  entries: readonly Entry[],
  order: SponsorList['order'],
  language: string,
): readonly Entry[] {
  if (order === 'name') {
    const {compare} = new Intl.Collator(language);
    return [...entries].sort((a, b) => compare(a.organization.name, b.organization.name));
  }
  if (order === 'random') {
    // Stays the same for a visit with nothing stored, differs between readers, and never leaves the page.
    const seed = [new Date().toDateString(), navigator.userAgent, screen.width, screen.height].join();
    const place = ({organization}: Entry): number => hash(seed + organization.name);
    return [...entries].sort((a, b) => place(a) - place(b));
  }
  return entries;
}

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
  // The last characters have reached the low bits only.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return value ^ (value >>> 12);
}
