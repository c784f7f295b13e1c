import {RecordListStore} from './list-store.js';
import {MemoryRecordStore} from './memory-record-store.js';

/** Lists until the page is left. */
export class MemoryListStore extends RecordListStore {
  constructor() {
    super(new MemoryRecordStore());
  }
}
