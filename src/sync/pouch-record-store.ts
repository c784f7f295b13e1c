import {tick, toClock, type Clock} from '../lists/clock.js';
import {ListStoreError} from '../lists/list-store-error.js';
import {isAlive, mergeRecords, toRec, type Rec} from '../lists/record.js';
import type {Change, RecordStore} from '../lists/record-store.js';
import {Subscribers} from '../lists/subscribers.js';
import type {Database, Doc, Feed} from './pouch.js';

/** Other documents, as those of a design, are none of ours. */
const isRecordId = (id: string): boolean => /^[il]:/.test(id);

/** What there is of a record: its revisions, the winning one first, and the join of those that can be read. */
interface Found {
  readonly winner: Doc | undefined;
  readonly losers: readonly Doc[];
  readonly record: Rec | undefined;
}

/** Keeps records in a PouchDB database. What was written apart is joined, and dropped only after the join is stored. */
export class PouchRecordStore implements RecordStore {
  readonly #open: () => Database;
  #database: Database;
  #subscribers = new Subscribers();
  #feed: Feed | undefined;
  #told = new Map<string, boolean>();
  #queue: Promise<unknown> = Promise.resolve();

  /** @param open gives the database; called again after `clear`, which destroys it */
  constructor(open: () => Database) {
    this.#open = open;
    this.#database = open();
  }

  async get(ids: readonly string[]): Promise<readonly (Rec | undefined)[]> {
    return (await this.#find({keys: ids})).map(({record}) => record);
  }

  async scan(prefix: string): Promise<readonly Rec[]> {
    return (await this.#all(prefix)).flatMap(({record}) => record ?? []);
  }

  async withKey(key: string): Promise<readonly Rec[]> {
    return (await this.scan('i:')).filter((record) => record.key === key);
  }

  async counts(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const record of await this.scan('i:')) {
      if (isAlive(record)) counts.set(record.list, (counts.get(record.list) ?? 0) + 1);
    }
    return counts;
  }

  async unreadable(): Promise<number> {
    return (await this.#all('')).filter(({record}) => !record).length;
  }

  merge(records: readonly Rec[]): Promise<readonly string[]> {
    return this.#inTurn(() => this.#join(records));
  }

  update(
    ids: readonly string[],
    change: (current: readonly (Rec | undefined)[], clock: Clock) => readonly Rec[],
  ): Promise<void> {
    return this.#inTurn(async () => {
      for (;;) {
        const current = await this.get(ids);
        const kept = await this.#database.get('_local/clock').catch(() => undefined);
        const clock = tick(toClock(kept?.state), current);
        const wanted = change(current, clock);
        try {
          // Counts are taken before they are used, so that no other tab uses them too.
          await this.#database.put({...kept, _id: '_local/clock', state: clock.state()});
        } catch (error) {
          if (isConflict(error)) continue;
          throw toError(error);
        }
        await this.#join(wanted);
        return;
      }
    });
  }

  clear(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#database.destroy();
      this.#database = this.#open();
      this.#feed &&= this.#listen();
      this.#subscribers.tell({ids: [], source: 'local'});
    });
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#feed ??= this.#listen();
    return this.#subscribers.add(listener);
  }

  /** Stops listening. */
  close(): void {
    this.#feed?.cancel();
    this.#feed = undefined;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Changes come one by one, by the hundred in a replication: they are told together. */
  #listen(): Feed {
    return this.#database
      .changes({live: true, since: 'now', include_docs: true, conflicts: true})
      .on('change', ({id, doc}: {id: string; doc: Doc}) => {
        if (!isRecordId(id)) return;
        if (!this.#told.size) setTimeout(() => void this.#tell(), 20);
        this.#told.set(id, !!doc._conflicts);
      })
      .on('error', console.warn);
  }

  async #tell(): Promise<void> {
    const told = [...this.#told];
    this.#told.clear();
    const ids = told.map(([id]) => id);
    const apart = told.flatMap(([id, hasConflicts]) => (hasConflicts ? id : []));
    this.#subscribers.tell({ids, source: 'remote'});
    if (apart.length) await this.#inTurn(() => this.#join([], apart)).catch(console.warn);
  }

  async #all(prefix: string): Promise<readonly Found[]> {
    const found = await this.#find({startkey: prefix, endkey: `${prefix}\uffff`});
    return found.filter(({winner}) => winner && isRecordId(winner._id));
  }

  async #find(range: object): Promise<readonly Found[]> {
    try {
      const {rows} = await this.#database.allDocs({...range, include_docs: true, conflicts: true});
      return await Promise.all(
        rows.map(async ({doc}) => {
          const winner = doc ?? undefined;
          const revs = winner?._conflicts ?? [];
          // One that another tab has just dropped is in the join.
          const losing = revs.map((rev) => this.#database.get(winner!._id, {rev}).catch(() => []));
          const losers = (await Promise.all(losing)).flat();
          const records = [...(winner ? [winner] : []), ...losers].flatMap((each) => recordOf(each) ?? []);
          return {winner, losers, record: records.length ? records.reduce(mergeRecords) : undefined};
        }),
      );
    } catch (error) {
      throw toError(error);
    }
  }

  /** Joins records with those here, and revisions of these ids with each other. */
  async #join(incoming: readonly Rec[], apart: readonly string[] = []): Promise<readonly string[]> {
    const byId = new Map<string, Rec | undefined>(apart.map((id) => [id, undefined]));
    for (const record of incoming.flatMap((each) => recordOf({...each}) ?? [])) {
      const other = byId.get(record._id);
      byId.set(record._id, other ? mergeRecords(other, record) : record);
    }
    const changed = new Set<string>();
    for (let ids = [...byId.keys()]; ids.length;) {
      const found = await this.#find({keys: ids});
      const joins = ids.map((id, index) => join(found[index]!.record, byId.get(id)));
      const toWrite = ids.flatMap((_, index) => {
        const {winner} = found[index]!;
        const record = joins[index];
        return record && !isSame(winner && recordOf(winner), record) ? {record, index, rev: winner?._rev} : [];
      });
      const failed = await this.#write(toWrite.map(({record, rev}) => ({...record, ...(rev && {_rev: rev})})));
      const again = new Set(failed.map((index) => toWrite[index]!.index));
      const stored = found.filter((_, index) => !again.has(index));
      await this.#write(
        stored.flatMap(({losers}) => losers.filter(recordOf).map(({_id, _rev}) => ({_id, _rev, _deleted: true}))),
      );
      for (const {record, index} of toWrite) {
        if (!again.has(index) && !isSame(found[index]!.record, record)) changed.add(record._id);
      }
      // Another tab wrote in between.
      ids = ids.filter((_, index) => again.has(index));
    }
    return [...changed];
  }

  /** Gives the indexes of those that another tab has written meanwhile. */
  async #write(docs: readonly object[]): Promise<readonly number[]> {
    if (!docs.length) return [];
    const results = await this.#database.bulkDocs(docs).catch((error: unknown) => {
      throw toError(error);
    });
    const failure = results.find((result) => result.error && !isConflict(result));
    if (failure) throw toError(failure);
    return results.flatMap((result, index) => (result.error ? index : []));
  }
}

/** As a record is elsewhere: what begins with `_` is PouchDB's. */
function recordOf(doc: Doc): Rec | undefined {
  return toRec(Object.fromEntries(Object.entries(doc).filter(([field]) => field === '_id' || !field.startsWith('_'))));
}

const join = (here: Rec | undefined, incoming: Rec | undefined): Rec | undefined =>
  here && incoming ? mergeRecords(here, incoming) : (here ?? incoming);

const isSame = (a: Rec | undefined, b: Rec): boolean =>
  !!a && JSON.stringify(mergeRecords(a, a)) === JSON.stringify(mergeRecords(b, b));

const isConflict = (error: unknown): boolean => (error as {status?: number}).status === 409;

const toError = (error: unknown): ListStoreError =>
  error instanceof ListStoreError ? error : new ListStoreError('unknown', error);
