import type {ListDictionary} from '../locale/lists/lists.js';
import {defaultList, type SavedList} from './list-store.js';

export type NamedList = Pick<SavedList, 'id' | 'name'>;

/** What a list is called: as the reader named it, or in our words. */
export const nameOf = ({id, name}: NamedList, words: ListDictionary): string =>
  name || (id === defaultList ? words.later : words.unnamed);

/** Why a list cannot have a name beside others; '' where it can. */
export function faultOf(name: string, others: readonly NamedList[], words: ListDictionary): string {
  if (!name) return words.nameMissing;
  return others.some((list) => nameOf(list, words) === name) ? words.nameTaken(name) : '';
}

/** Lists in the order they are shown in: each stays where it is while the reader looks at it, and new ones come first. */
export function inShownOrder<T extends NamedList>(shown: readonly NamedList[], lists: readonly T[]): readonly T[] {
  const order = shown.map(({id}) => id);
  return [...lists].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
