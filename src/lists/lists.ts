/** The door to the reader's lists, loaded when a reader asks for them. */
export {IndexedDbListStore} from './indexed-db-list-store.js';
export {IndexedDbRecordStore} from './indexed-db-record-store.js';
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
export {getListStore, setListStore} from './page-store.js';
