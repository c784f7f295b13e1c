/** The door to the reader's lists, loaded when a reader asks for them. */
import {IndexedDbRecordStore} from './indexed-db-record-store.js';
import {RecordListStore, type ListStore} from './list-store.js';

export {ListStoreError, type ListStoreErrorCode} from './list-store-error.js';
export {
  defaultList,
  RecordListStore,
  toListName,
  type Article,
  type Dump,
  type ListStore,
  type SavedItem,
  type SavedList,
} from './list-store.js';
export type {ListSync} from './list-sync.js';
export type {Change, RecordStore} from './record-store.js';
export type {Rec} from './record.js';
export {MemoryListStore} from './memory-list-store.js';
export {MemoryRecordStore} from './memory-record-store.js';
export {IndexedDbRecordStore};

/** Lists in the reader's browser, for this site. */
export class IndexedDbListStore extends RecordListStore {
  constructor(name?: string) {
    super(new IndexedDbRecordStore(name));
  }
}

let current: ListStore | undefined;

/** The store that the elements of this page use. */
export const getListStore = (): ListStore => (current ??= new IndexedDbListStore());

/** Gives the elements of this page another store. Call it before a reader acts. */
export const setListStore = (store: ListStore): void => void (current = store);
