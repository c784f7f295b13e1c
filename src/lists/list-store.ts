import {toDate, toRecord, toText} from '../internal/normalise.js';
import {safeUrl} from '../internal/safe-url.js';
import {randomId, type Clock} from './clock.js';
import {ListStoreError} from './list-store-error.js';
import {isAlive, itemId, listId, toRec, type Rec} from './record.js';
import type {Change, RecordStore} from './record-store.js';
import {identityOf, urlKey} from './url-key.js';

/** What is saved. What is not known is ''. */
export interface Article {
  /** As it was given; http(s). */
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  readonly author: string;
  readonly site: string;
  readonly language: string;
  readonly image: string;
  readonly published: string;
}

export interface SavedItem extends Article {
  /** When it was first saved to the list, in ISO 8601. */
  readonly saved: string;
  readonly isRead: boolean;
}

export interface SavedList {
  readonly id: string;
  /** '' where only articles of it are here yet, or nobody has named it. */
  readonly name: string;
  readonly count: number;
  /** When something was last saved to it, in ISO 8601. */
  readonly used: string;
}

/** Every record, also of what was removed: reading it in again, or an older one, harms nothing. */
export interface Dump {
  readonly format: 'article-series-lists';
  readonly version: 1;
  readonly records: readonly Rec[];
}

/** The list that every reader has. Its id is fixed, so that two devices have one. */
export const defaultList = 'later';

/** A reader's lists. All of it may reject with ListStoreError, and then nothing has changed. */
export interface ListStore {
  /** The one used last first. A list with an article is there, whatever became of its name. */
  lists(): Promise<readonly SavedList[]>;
  /** The one saved last first. */
  items(list: string): Promise<readonly SavedItem[]>;
  /** All lists with all that is in them. */
  contents(): Promise<readonly (SavedList & {readonly items: readonly SavedItem[]})[]>;
  /** The lists an article is in, by any spelling of its address. */
  where(url: string): Promise<readonly string[]>;
  /** How many records cannot be read; they are kept as they are. */
  unreadable(): Promise<number>;
  create(name: string): Promise<string>;
  rename(list: string, name: string): Promise<void>;
  /** Deletes a list and the articles known to be in it. One saved to it elsewhere, unseen here, brings it back. */
  deleteList(list: string): Promise<void>;
  /**
   * Saves articles in one act. One that is there already stays, with its first date.
   *
   * @param name what to call the list where it has no name yet
   */
  save(list: string, articles: readonly (Partial<SavedItem> & {readonly url: string})[], name?: string): Promise<void>;
  remove(list: string, urls: readonly string[]): Promise<void>;
  /** Marks an article in every list it is in. */
  mark(url: string, isRead: boolean): Promise<void>;
  export(): Promise<Dump>;
  /** Joins what was exported with what is here; gives how many articles and lists are in it. Rejects with `corrupt`. */
  import(dump: unknown): Promise<{readonly articles: number; readonly lists: number; readonly skipped: number}>;
  /** Deletes everything. */
  forget(): Promise<void>;
  subscribe(listener: (change: Change) => void): () => void;
}

/** The name of a list as it is kept: no control or direction marks, at most 80 characters as a reader counts them. */
export function toListName(name: string): string {
  const text = toText(name.normalize('NFC'), 2000);
  const parts =
    typeof Intl.Segmenter === 'function'
      ? [...new Intl.Segmenter().segment(text)].map(({segment}) => segment)
      : [...text];
  return parts.slice(0, 80).join('').trim();
}

/** The lists in any store of records. */
export class RecordListStore implements ListStore {
  readonly #records: RecordStore;

  constructor(records: RecordStore) {
    this.#records = records;
  }

  async lists(): Promise<readonly SavedList[]> {
    const [records, counts] = await Promise.all([this.#records.scan(listId('')), this.#records.counts()]);
    const byId = new Map(records.map((record) => [record.list, record]));
    const alive = new Set([...records.filter(isAlive).map(({list}) => list), ...counts.keys()]);
    return [...alive]
      .sort()
      .map((id) =>
        toRecord({
          id,
          name: toListName(textOf(byId.get(id), 'name')),
          count: counts.get(id) ?? 0,
          used: toDate(textOf(byId.get(id), 'used')),
        }),
      )
      .sort((a, b) => lastFirst(a.used, b.used));
  }

  async items(list: string): Promise<readonly SavedItem[]> {
    return toItems(await this.#records.scan(itemId(list, '')));
  }

  async contents(): Promise<readonly (SavedList & {readonly items: readonly SavedItem[]})[]> {
    const [lists, records] = await Promise.all([this.lists(), this.#records.scan('i:')]);
    const byList = new Map<string, Rec[]>(lists.map(({id}) => [id, []]));
    for (const record of records) byList.get(record.list)?.push(record);
    return lists.map((list) => ({...list, items: toItems(byList.get(list.id)!)}));
  }

  async where(url: string): Promise<readonly string[]> {
    const records = await this.#records.withKey(urlKey(url));
    return records.filter(isAlive).map(({list}) => list);
  }

  unreadable(): Promise<number> {
    return this.#records.unreadable();
  }

  async create(name: string): Promise<string> {
    const list = randomId();
    await this.#records.update([listId(list)], (_, clock) => [
      write({_id: listId(list), list}, clock, {name: toListName(name), used: now()}),
    ]);
    return list;
  }

  async rename(list: string, name: string): Promise<void> {
    await this.#records.update([listId(list)], ([record], clock) => [
      write(record ?? {_id: listId(list), list}, clock, {name: toListName(name)}),
    ]);
  }

  async deleteList(list: string): Promise<void> {
    const items = await this.#records.scan(itemId(list, ''));
    await this.#removeAll([listId(list), ...items.map(({_id}) => _id)]);
  }

  async save(list: string, articles: Parameters<ListStore['save']>[1], name = ''): Promise<void> {
    const valid = articles.filter(({url}) => identityOf(url));
    const keys = valid.map(({url}) => urlKey(url));
    const ids = [listId(list), ...keys.map((key) => itemId(list, key))];
    await this.#records.update(ids, ([record, ...items], clock) => {
      const saved = write(record ?? {_id: listId(list), list}, clock, {used: now()});
      // The lowest stamp: an automatic name never wins over one that a reader gave.
      const named = saved.f.name ? saved : {...saved, f: {...saved.f, name: [toListName(name), ''] as const}};
      return [
        named,
        ...valid.map((article, index) => {
          const item = items[index];
          const first = item && isAlive(item) ? textOf(item, 'saved') : '';
          return write(item ?? {_id: ids[index + 1]!, list, key: keys[index]!}, clock, {
            ...fieldsOf(article),
            saved: first || toDate(article.saved) || now(),
            ...(article.isRead !== undefined && {read: article.isRead}),
          });
        }),
      ];
    });
  }

  async remove(list: string, urls: readonly string[]): Promise<void> {
    await this.#removeAll(urls.map((url) => itemId(list, urlKey(url))));
  }

  async mark(url: string, isRead: boolean): Promise<void> {
    const records = await this.#records.withKey(urlKey(url));
    await this.#records.update(
      records.map(({_id}) => _id),
      (current, clock) =>
        current.flatMap((record) =>
          record ? {...record, f: {...record.f, read: [isRead, clock.stamp()] as const}} : [],
        ),
    );
  }

  async export(): Promise<Dump> {
    return {format: 'article-series-lists', version: 1, records: await this.#records.scan('')};
  }

  async import(dump: unknown): Promise<{articles: number; lists: number; skipped: number}> {
    const {format, records} = Object(dump) as Partial<Dump>;
    if (format !== 'article-series-lists' || !Array.isArray(records)) throw new ListStoreError('corrupt');
    const valid = records.flatMap((record) => toRec(record) ?? []);
    await this.#records.merge(valid);
    const alive = valid.filter(isAlive);
    return {
      articles: alive.filter(({key}) => key).length,
      lists: new Set(alive.map(({list}) => list)).size,
      skipped: records.length - valid.length,
    };
  }

  forget(): Promise<void> {
    return this.#records.clear();
  }

  subscribe(listener: (change: Change) => void): () => void {
    return this.#records.subscribe(listener);
  }

  async #removeAll(ids: readonly string[]): Promise<void> {
    await this.#records.update(ids, (current) =>
      current.flatMap((record) => (record ? {...record, rm: {...record.rm, ...record.add}} : [])),
    );
  }
}

const now = (): string => new Date().toISOString();

const textOf = (record: Rec | undefined, field: string): string => {
  const value = record?.f[field]?.[0];
  return typeof value === 'string' ? value : '';
};

/** A record that is alive, with these fields. */
function write(
  record: Pick<Rec, '_id' | 'list'> & Partial<Rec>,
  clock: Clock,
  fields: Readonly<Record<string, unknown>>,
): Rec {
  const stamped = Object.entries(fields).map(([name, value]) => [name, [value, clock.stamp()]]);
  return {
    rm: {},
    v: 1,
    ...record,
    add: {...record.add, [clock.replica]: clock.count()},
    f: {...record.f, ...(Object.fromEntries(stamped) as Rec['f'])},
  };
}

const fieldsOf = ({url, title, excerpt, author, site, language, image, published}: Partial<Article>): Article => ({
  url: safeUrl(url, 'about:blank'),
  title: toText(title),
  excerpt: toText(excerpt, 500),
  author: toText(author, 150),
  site: toText(site, 150),
  language: toText(language, 35),
  image: safeUrl(image, 'about:blank'),
  published: toDate(published),
});

/** Equal dates are said to be equal: what is sorted keeps its order then, in every browser. */
const lastFirst = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1);

/** Compares articles for the order that lists have them in. */
export const lastSavedFirst = (a: SavedItem, b: SavedItem): number => lastFirst(a.saved, b.saved);

const toItems = (records: readonly Rec[]): readonly SavedItem[] =>
  records
    .filter(isAlive)
    .map(toItem)
    .filter(({url}) => url)
    .sort(lastSavedFirst);

/** Checked again when it is read: a database can be written by others too. */
function toItem(record: Rec): SavedItem {
  const fields = Object.fromEntries(Object.keys(record.f).map((name) => [name, textOf(record, name)]));
  const article = fieldsOf(fields);
  return toRecord({
    ...article,
    title: article.title || article.url,
    saved: toDate(textOf(record, 'saved')),
    isRead: record.f.read?.[0] === true,
  });
}
