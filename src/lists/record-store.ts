import type {Clock} from './clock.js';
import type {Rec} from './record.js';

/** Records that have changed, here, in another tab, or by what came from elsewhere. No ids: any may have. */
export interface Change {
  readonly ids: readonly string[];
  readonly source: 'local' | 'remote' | 'tab';
}

/** What an engine must provide. There is no `put`, so nothing can be overwritten. All of it may reject with ListStoreError. */
export interface RecordStore {
  get(ids: readonly string[]): Promise<readonly (Rec | undefined)[]>;
  /** Records whose `_id` begins so, in the order of their ids. */
  scan(prefix: string): Promise<readonly Rec[]>;
  /** Records of one article, in all lists. */
  withKey(key: string): Promise<readonly Rec[]>;
  /** How many articles each list has; lists without any are not in it. */
  counts(): Promise<ReadonlyMap<string, number>>;
  /** How many records cannot be read. They are kept as they are. */
  unreadable(): Promise<number>;
  /** Joins records with those here, each as a whole; resolves when they are durable, with the ids of those that changed. */
  merge(records: readonly Rec[]): Promise<readonly string[]>;
  /** Reads, changes and writes in one transaction. What `change` returns is joined with what is here. */
  update(
    ids: readonly string[],
    change: (current: readonly (Rec | undefined)[], clock: Clock) => readonly Rec[],
  ): Promise<void>;
  /** Deletes all of it, also its clock. */
  clear(): Promise<void>;
  subscribe(listener: (change: Change) => void): () => void;
}
