import {IndexedDbRecordStore} from './indexed-db-record-store.js';
import {RecordListStore} from './list-store.js';

/** Lists in the reader's browser, for this site. */
export class IndexedDbListStore extends RecordListStore {
  constructor(name?: string) {
    super(new IndexedDbRecordStore(name));
  }
}
