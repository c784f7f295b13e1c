/** Keeps a reader's lists the same on all devices, by way of a CouchDB server. `docs/sync.md` says how. */
import {IndexedDbRecordStore} from '../lists/indexed-db-record-store.js';
import type {RecordStore} from '../lists/record-store.js';
import {oneTab, type Tabs} from './one-tab.js';
import {loadPouch, type Pouch} from './pouch.js';
import {Remote} from './remote.js';
import {Replica} from './replica.js';

export type CouchDbLogin = {readonly bearer: string} | {readonly username: string; readonly password: string};

export interface CouchDbOptions {
  /** The reader's own database, as `https://lists.blog.example/userdb-6a616e65`. It must exist. */
  readonly url: string;
  /**
   * Gives the reader's login, or `undefined` where nobody is logged in. It is asked when a sync begins and again when the
   * server no longer takes the last one, in whichever tab syncs. Where it rejects, it is asked again later.
   */
  readonly auth: () => Promise<CouchDbLogin | undefined>;
  /** Gives PouchDB 9 with the plugins `idb`, `http` and `replication`. Default: these packages, loaded when needed. */
  readonly pouch?: () => Promise<unknown>;
}

/**
 * - `idle`: not attached
 * - `syncing`: something is on its way
 * - `synced`: the server has what is here, and here is what the server has
 * - `offline`: the server cannot be reached; tried again by itself
 * - `needs-login`: the server refuses the login, or there is none; `attach` again after the next one
 * - `error`: the server answers otherwise than it should; tried again by itself
 */
export type SyncStatus = 'error' | 'idle' | 'needs-login' | 'offline' | 'synced' | 'syncing';

export interface SyncEngine {
  /**
   * Begins to keep the server and these records the same; it does not wait for the network and never rejects. Of several
   * tabs one syncs, and all show its status. Attached again, it begins again, with a new login.
   *
   * @param primary default: the lists of this site in this browser
   */
  attach(primary?: RecordStore): Promise<void>;
  /** Stops. What is in the browser and on the server stays there. */
  detach(): Promise<void>;
  readonly status: SyncStatus;
  /** Calls a function with each new status, until what is returned is called. */
  subscribe(listener: (status: SyncStatus) => void): () => void;
}

export const couchdb = (options: CouchDbOptions): SyncEngine => new CouchDbSync(options);

/** The longest wait before the server is tried again, in milliseconds. */
const longestWait = 60_000;

class CouchDbSync implements SyncEngine {
  readonly #options: CouchDbOptions;
  readonly #name: string;
  readonly #listeners = new Set<(status: SyncStatus) => void>();
  #status: SyncStatus = 'idle';
  #attached: {readonly controller: AbortController; readonly ended: Promise<void>} | undefined;

  constructor(options: CouchDbOptions) {
    this.#options = {...options, url: options.url.replace(/(?<!\/)\/+$/, '')};
    this.#name = `article-series-sync:${this.#options.url}`;
  }

  get status(): SyncStatus {
    return this.#status;
  }

  subscribe(listener: (status: SyncStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async attach(primary: RecordStore = new IndexedDbRecordStore()): Promise<void> {
    const before = this.detach();
    const controller = new AbortController();
    const {signal} = controller;
    const work = async (): Promise<void> => {
      await before;
      const tell = (status: SyncStatus): void => void (signal.aborted || this.#tell(status));
      tell('syncing');
      const stopListening = primary.subscribe(({ids}) => {
        if (!ids.length) void this.#forgetWith(primary).catch(console.warn);
      });
      await oneTab<SyncStatus>(this.#name, signal, tell, (tabs) => this.#keep(primary, tabs, signal))
        .catch(console.warn)
        .finally(stopListening);
    };
    this.#attached = {controller, ended: work()};
    await before;
  }

  async detach(): Promise<void> {
    const attached = this.#attached;
    this.#attached = undefined;
    attached?.controller.abort();
    await attached?.ended;
    if (!this.#attached) this.#tell('idle');
  }

  /** Where the reader has deleted everything, the copy for the server goes too, and does not bring it back. */
  async #forgetWith(primary: RecordStore): Promise<void> {
    if ((await primary.scan('')).length) return;
    await this.detach();
    indexedDB.deleteDatabase(`_pouch_${this.#name}`);
  }

  #tell(status: SyncStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    for (const listener of this.#listeners) {
      try {
        listener(status);
      } catch (error) {
        console.warn(error);
      }
    }
  }

  /** Syncs until it is stopped, whatever happens on the way. */
  async #keep(primary: RecordStore, tabs: Tabs<SyncStatus>, signal: AbortSignal): Promise<void> {
    const {url, auth, pouch = loadPouch} = this.#options;
    let replica: Replica | undefined;
    let refused: string | undefined;
    let failures = 0;
    const tell = (status: SyncStatus): void => {
      if (signal.aborted) return;
      this.#tell(status);
      tabs.tell(status);
    };
    while (!signal.aborted) {
      let login: CouchDbLogin | undefined;
      try {
        login = await auth();
        // What was refused is not tried again: CouchDB locks accounts.
        if (!login || JSON.stringify(login) === refused) {
          tell('needs-login');
          await tabs.called();
          continue;
        }
        tell('syncing');
        const remote = new Remote(url, login);
        await remote.check(signal);
        replica ??= new Replica((await pouch()) as Pouch, this.#name, primary);
        await replica.sync(remote, signal, (status) => {
          if (status === 'synced') failures = 0;
          tell(status);
        });
      } catch (error) {
        if (signal.aborted) break;
        const {status} = error as {readonly status?: number};
        if (status === 401) {
          refused = JSON.stringify(login);
          continue;
        }
        const isOffline = status === 0 || !navigator.onLine;
        if (!isOffline) console.warn(error);
        tell(isOffline ? 'offline' : 'error');
        failures += 1;
        // Not all readers at once when the server is back.
        await tabs.called(Math.min(longestWait, 500 * 2 ** failures) * (0.5 + Math.random() / 2));
      }
    }
    await replica?.close();
  }
}
