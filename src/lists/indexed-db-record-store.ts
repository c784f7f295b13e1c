import {tick, toClock, type Clock} from './clock.js';
import {databaseName, hasDatabase} from './has-lists.js';
import {ListStoreError} from './list-store-error.js';
import {changedBy, isAlive, toRec, type Rec} from './record.js';
import type {Change, RecordStore} from './record-store.js';
import {Subscribers} from './subscribers.js';

/** Changes only when there are other object stores or indexes; the shape of records has a version of its own. */
const databaseVersion = 1;

/** A record as it is stored, with what is looked up: its article, and the list of an article that is saved. */
interface Row {
  readonly id: string;
  readonly key?: string | undefined;
  readonly live?: string;
  readonly record: Rec;
}

/**
 * Keeps records in IndexedDB. The database is opened for each use and closed after it, so that a page can go into the
 * back/forward cache and a newer version of this library never waits; reading never creates it.
 */
export class IndexedDbRecordStore implements RecordStore {
  readonly #name: string;
  #subscribers = new Subscribers();
  #channel: BroadcastChannel | undefined;

  constructor(name: string = databaseName) {
    this.#name = name;
  }

  async get(ids: readonly string[]): Promise<readonly (Rec | undefined)[]> {
    const rows = await this.#read(({records}) => ids.map((id) => records.get(id)));
    return ids.map((_, index) => recordOf(rows[index]));
  }

  async scan(prefix: string): Promise<readonly Rec[]> {
    const [rows] = await this.#read(({records}) => [records.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))]);
    return readable(rows);
  }

  async withKey(key: string): Promise<readonly Rec[]> {
    const [rows] = await this.#read(({records}) => [records.index('key').getAll(key)]);
    return readable(rows);
  }

  async counts(): Promise<ReadonlyMap<string, number>> {
    const [found = []] = await this.#read(({records}) => [uniqueKeys(records.index('live'))]);
    const lists = (found as unknown[]).filter((list) => typeof list === 'string');
    const counts = await this.#read(({records}) => lists.map((list) => records.index('live').count(list)));
    return new Map(lists.map((list, index) => [list, Number(counts[index])]));
  }

  async unreadable(): Promise<number> {
    const [rows = [], aside = 0] = await this.#read(({records, quarantine}) => [records.getAll(), quarantine.count()]);
    return (rows as unknown[]).filter((row) => !recordOf(row)).length + Number(aside);
  }

  async merge(incoming: readonly Rec[]): Promise<readonly string[]> {
    return this.#write(
      incoming.map(({_id}) => _id),
      () => incoming,
      'remote',
    );
  }

  async update(
    ids: readonly string[],
    change: (current: readonly (Rec | undefined)[], clock: Clock) => readonly Rec[],
  ): Promise<void> {
    await this.#write(ids, change, 'local');
  }

  async clear(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const request = openWith(() => indexedDB.deleteDatabase(this.#name));
      request.onsuccess = () => resolve();
      request.onerror = () => reject(toError(request.error));
    });
    this.#tell([]);
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listen();
    return this.#subscribers.add(listener);
  }

  async #write(
    ids: readonly string[],
    change: (current: readonly (Rec | undefined)[], clock: Clock) => readonly Rec[],
    source: Change['source'],
  ): Promise<readonly string[]> {
    if (!ids.length) return [];
    const changed = await this.#run('readwrite', ({records, meta, quarantine, fail}) => {
      const written: string[] = [];
      const rows = ids.map((id): IDBRequest<unknown> => records.get(id));
      const state: IDBRequest<unknown> = meta.get('clock');
      // Requests are answered in their order, so the others are there.
      state.onsuccess = () => {
        try {
          const current = rows.map(({result}) => recordOf(result));
          const clock = tick(toClock(state.result), current);
          const wanted = change(current, clock);
          for (const record of changedBy(wanted, (id) => current[ids.indexOf(id)])) {
            const old = rows[ids.indexOf(record._id)]?.result;
            // What cannot be read is kept aside, not written over.
            if (old && !recordOf(old)) quarantine.add(old);
            records.put(toRow(record));
            written.push(record._id);
          }
          meta.put(tick(clock.state(), wanted).state(), 'clock');
        } catch (error) {
          fail(error);
        }
      };
      return written;
    });
    if (changed?.length) this.#tell(changed, source);
    return changed ?? [];
  }

  #tell(ids: readonly string[], source: Change['source'] = 'local'): void {
    this.#subscribers.tell({ids, source});
    this.#listen();
    // A hint to read again; what is right is in the database.
    this.#channel?.postMessage({v: 1, ids});
  }

  /** Firefox throws where site data is blocked. */
  #listen(): void {
    if (this.#channel) return;
    try {
      const channel = (this.#channel = new BroadcastChannel(this.#name));
      channel.onmessage = ({data}: MessageEvent<{ids?: unknown} | undefined>) => {
        const ids = Array.isArray(data?.ids) ? data.ids.map(String) : [];
        this.#subscribers.tell({ids, source: 'tab'});
      };
      // In the back/forward cache a page hears nothing, and Chromium drops it from there for what it might have heard.
      addEventListener('pagehide', () => this.#pause(channel), {once: true});
    } catch {
      // Other tabs then see a change when they read again.
    }
  }

  #pause(channel: BroadcastChannel): void {
    channel.close();
    this.#channel = undefined;
    addEventListener(
      'pageshow',
      () => {
        this.#listen();
        this.#subscribers.tell({ids: [], source: 'tab'});
      },
      {once: true},
    );
  }

  async #read(ask: (stores: Stores) => readonly {readonly result: unknown}[]): Promise<readonly unknown[]> {
    const requests = await this.#run('readonly', ask);
    return requests?.map(({result}) => result) ?? [];
  }

  /** Runs a transaction, once more where the connection was lost; `undefined` where there is no database to read. */
  async #run<T>(mode: IDBTransactionMode, act: (stores: Stores) => T): Promise<T | undefined> {
    try {
      // iOS closes connections in the background. A write is a join, so it may be done twice.
      return await this.#runOnce(mode, act).catch((error: unknown) => {
        if (isLost(error)) return this.#runOnce(mode, act);
        throw error;
      });
    } catch (error) {
      throw toError(error);
    }
  }

  async #runOnce<T>(mode: IDBTransactionMode, act: (stores: Stores) => T): Promise<T | undefined> {
    const database = await open(this.#name, mode === 'readwrite');
    if (!database) return undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        // `strict`: what is said to be saved survives a crash.
        const transaction = database.transaction(['records', 'meta', 'quarantine'], mode, {durability: 'strict'});
        let failure: Error = new DOMException('lost', 'InvalidStateError');
        const result = act({
          records: transaction.objectStore('records'),
          meta: transaction.objectStore('meta'),
          quarantine: transaction.objectStore('quarantine'),
          fail: (error) => {
            failure = error as Error;
            transaction.abort();
          },
        });
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => reject(transaction.error ?? failure);
        database.onclose = () => reject(failure);
      });
    } finally {
      database.close();
    }
  }
}

interface Stores extends Readonly<Record<'meta' | 'quarantine' | 'records', IDBObjectStore>> {
  /** Takes all of it back, for this reason. */
  fail(error: unknown): void;
}

const toRow = (record: Rec): Row => ({
  id: record._id,
  ...(record.key && {key: record.key}),
  ...(record.key && isAlive(record) && {live: record.list}),
  record,
});

const recordOf = (row: unknown): Rec | undefined => {
  const record = toRec((row as Partial<Row> | undefined)?.record);
  return record?._id === (row as Row | undefined)?.id ? record : undefined;
};

const readable = (rows: unknown): readonly Rec[] =>
  Array.isArray(rows) ? rows.flatMap((row: unknown) => recordOf(row) ?? []) : [];

/** The keys of an index, each once. */
function uniqueKeys(index: IDBIndex): {readonly result: readonly IDBValidKey[]} {
  const result: IDBValidKey[] = [];
  const request = index.openKeyCursor(null, 'nextunique');
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    result.push(cursor.key);
    cursor.continue();
  };
  return {result};
}

async function open(name: string, isToCreate: boolean): Promise<IDBDatabase | undefined> {
  // In WebKit an aborted creation leaves an empty database.
  if (!isToCreate && (await hasDatabase(name)) === false) return undefined;
  return new Promise((resolve, reject) => {
    const request = openWith(() => indexedDB.open(name, databaseVersion));
    request.onupgradeneeded = ({oldVersion}) => {
      const {result: database, transaction} = request;
      if (!isToCreate && oldVersion === 0) {
        // Reading leaves no trace: an aborted creation creates nothing.
        request.onerror = (event) => {
          event.preventDefault();
          resolve(undefined);
        };
        transaction!.abort();
        return;
      }
      const records = database.createObjectStore('records', {keyPath: 'id'});
      records.createIndex('key', 'key');
      records.createIndex('live', 'live');
      database.createObjectStore('meta');
      database.createObjectStore('quarantine', {autoIncrement: true});
    };
    request.onsuccess = () => {
      const {result: database} = request;
      // A newer version is never kept waiting.
      database.onversionchange = () => database.close();
      resolve(database);
    };
    request.onerror = () => reject(request.error ?? new ListStoreError('unknown'));
  });
}

/** Where the origin is opaque, as in a sandboxed frame, asking throws at once. */
function openWith(ask: () => IDBOpenDBRequest): IDBOpenDBRequest {
  try {
    return ask();
  } catch (error) {
    throw new ListStoreError('blocked', error);
  }
}

const nameOf = (error: unknown): string => (error as DOMException | undefined)?.name ?? '';

const isLost = (error: unknown): boolean =>
  nameOf(error) === 'InvalidStateError' ||
  (nameOf(error) === 'UnknownError' && /lost|clos/i.test((error as Error).message));

function toError(error: unknown): ListStoreError {
  if (error instanceof ListStoreError) return error;
  const name = nameOf(error);
  const code =
    name === 'QuotaExceededError'
      ? 'full'
      : name === 'VersionError'
        ? 'newer'
        : name === 'SecurityError' || name === 'UnknownError'
          ? 'blocked'
          : 'unknown';
  return new ListStoreError(code, error);
}
