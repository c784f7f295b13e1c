/** `listed` is the order of the file. */
export type FeedOrder = 'listed' | 'newest-first' | 'oldest-first';

/**
 * The items of a feed in reading order. Feeds are written newest first, series are read oldest first; so items that all
 * have a date stand oldest first, unless the author says otherwise. Items of one instant keep the direction of the file.
 */
export function inOrder<T extends {readonly date?: string}>(items: readonly T[], order?: FeedOrder): readonly T[] {
  if (order === 'listed' || (!order && !items.every(({date}) => date))) return items;
  const time = ({date}: T): number => Date.parse(date ?? '') || 0;
  const newestFirst = items.length > 1 && time(items[0]!) > time(items.at(-1)!);
  const sorted = (newestFirst ? [...items].reverse() : [...items]).sort((a, b) => time(a) - time(b));
  return order === 'newest-first' ? sorted.reverse() : sorted;
}
