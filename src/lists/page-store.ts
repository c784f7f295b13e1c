import {IndexedDbListStore} from './indexed-db-list-store.js';
import {ListStoreError} from './list-store-error.js';
import type {ListStore} from './list-store.js';
import {Subscribers} from './subscribers.js';

let current: ListStore | undefined;
/** Stands in where the browser refuses storage. */
let inMemory: ListStore | undefined;
const followers = new Subscribers();

/** The store that the elements of this page use. */
export const getListStore = (): ListStore => (current ??= new IndexedDbListStore());

/** Gives the elements of this page another store. Call it before a reader acts. */
export function setListStore(store: ListStore): void {
  current = store;
  followers.tell({ids: [], source: 'local'});
}

/** Whether lists outlast the page, as far as it is known. */
export const areListsKept = (): boolean => getListStore() !== inMemory;

/** Calls a function with each change of the lists, whichever store the page has by then, until what is returned is called. */
export function followLists(listener: () => void): () => void {
  let unsubscribe = getListStore().subscribe(listener);
  const unfollow = followers.add(() => {
    unsubscribe();
    unsubscribe = getListStore().subscribe(listener);
    listener();
  });
  return () => {
    unfollow();
    unsubscribe();
  };
}

/** Reads from the store of the page; where the browser refuses storage, from one in memory that all elements then use. */
export async function fromStore<T>(read: (store: ListStore) => Promise<T>): Promise<T> {
  const store = getListStore();
  try {
    return await read(store);
  } catch (error) {
    if (store === inMemory || !(error instanceof ListStoreError) || error.code !== 'blocked') throw error;
    const {MemoryListStore} = await import('./memory-list-store.js');
    // Unless another element was first.
    if (getListStore() === store) setListStore((inMemory = new MemoryListStore()));
    return fromStore(read);
  }
}
