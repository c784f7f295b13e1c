import {connect} from '../lists/connect.js';
import type {RecordStore} from '../lists/record-store.js';
import type {Database, Feed, Pouch} from './pouch.js';
import {PouchRecordStore} from './pouch-record-store.js';
import {Unreachable, type Remote} from './remote.js';

/** How often all records are joined anew, in milliseconds, should a change have been missed. */
const rejoinEvery = 3 * 60_000;

/** The copy of the records that PouchDB keeps the same as the server's. */
export class Replica {
  readonly #pouch: Pouch;
  readonly #primary: RecordStore;
  readonly #database: Database;
  readonly #records: PouchRecordStore;
  #joined = 0;
  #disconnect: (() => void) | undefined;

  constructor(pouch: Pouch, name: string, primary: RecordStore) {
    this.#pouch = pouch;
    this.#primary = primary;
    // Not `indexeddb`, which misses changes. https://github.com/apache/pouchdb/issues/9018
    this.#database = new pouch(name, {adapter: 'idb', auto_compaction: true});
    this.#records = new PouchRecordStore(() => this.#database);
  }

  /** Keeps this, the records and the server the same until it is stopped. Rejects where the server stops it. */
  async sync(
    remote: Remote,
    signal: AbortSignal,
    tell: (status: 'error' | 'synced' | 'syncing') => void,
  ): Promise<void> {
    await this.#join();
    const server = new this.#pouch(remote.url, {adapter: 'http', skip_setup: true, fetch: remote.fetch});
    const busy = new Set(['from', 'to'] as const);
    const feeds: Feed[] = [];
    let isDenied = false;
    globalThis.addEventListener('unhandledrejection', silence);
    try {
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) resolve();
        for (const direction of busy) {
          // No `retry`: it ends at 401 and 403 all the same. https://github.com/apache/pouchdb/issues/9122
          const feed = this.#database.replicate[direction](server, {live: true})
            .on('active', () => {
              busy.add(direction);
              tell('syncing');
            })
            .on('paused', () => {
              busy.delete(direction);
              if (busy.size) return;
              tell(isDenied ? 'error' : 'synced');
              this.#join().catch(console.warn);
            })
            .on('denied', (denied) => {
              isDenied = true;
              console.warn(denied);
            })
            .on('error', reject);
          feeds.push(feed);
        }
      });
    } finally {
      for (const feed of feeds) feed.cancel();
      // What PouchDB still asks for is refused a moment later.
      setTimeout(() => globalThis.removeEventListener('unhandledrejection', silence), 1000);
    }
  }

  async close(): Promise<void> {
    this.#disconnect?.();
    this.#records.close();
    await this.#database.close();
  }

  async #join(): Promise<void> {
    if (Date.now() - this.#joined < rejoinEvery) return;
    this.#joined = Date.now();
    this.#disconnect?.();
    this.#disconnect = await connect(this.#primary, this.#records);
  }
}

/** PouchDB leaves promises alone that reject when the server goes. */
function silence(event: PromiseRejectionEvent): void {
  if (event.reason instanceof Unreachable) event.preventDefault();
}
