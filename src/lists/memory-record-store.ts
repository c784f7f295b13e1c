import {newClock, tick, type Clock, type ClockState} from './clock.js';
import {changedBy, isAlive, type Rec} from './record.js';
import type {Change, RecordStore} from './record-store.js';
import {Subscribers} from './subscribers.js';

/** Keeps records until the page is left, where the browser refuses to keep them longer. */
export class MemoryRecordStore implements RecordStore {
  #records = new Map<string, Rec>();
  #clock: ClockState = newClock();
  #subscribers = new Subscribers();

  get(ids: readonly string[]): Promise<readonly (Rec | undefined)[]> {
    return Promise.resolve(ids.map((id) => this.#records.get(id)));
  }

  scan(prefix: string): Promise<readonly Rec[]> {
    const found = [...this.#records.values()].filter(({_id}) => _id.startsWith(prefix));
    return Promise.resolve(found.sort((a, b) => (a._id < b._id ? -1 : 1)));
  }

  withKey(key: string): Promise<readonly Rec[]> {
    return Promise.resolve([...this.#records.values()].filter((record) => record.key === key));
  }

  counts(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const record of this.#records.values()) {
      if (record.key && isAlive(record)) counts.set(record.list, (counts.get(record.list) ?? 0) + 1);
    }
    return Promise.resolve(counts);
  }

  unreadable(): Promise<number> {
    return Promise.resolve(0);
  }

  merge(records: readonly Rec[]): Promise<readonly string[]> {
    return Promise.resolve(this.#write(records, 'remote', tick(this.#clock, records).state()));
  }

  async update(
    ids: readonly string[],
    change: (current: readonly (Rec | undefined)[], clock: Clock) => readonly Rec[],
  ): Promise<void> {
    const current = await this.get(ids);
    const clock = tick(this.#clock, current);
    this.#write(change(current, clock), 'local', clock.state());
  }

  clear(): Promise<void> {
    this.#records.clear();
    this.#clock = newClock();
    this.#subscribers.tell({ids: [], source: 'local'});
    return Promise.resolve();
  }

  subscribe(listener: (change: Change) => void): () => void {
    return this.#subscribers.add(listener);
  }

  #write(records: readonly Rec[], source: Change['source'], clock: ClockState): readonly string[] {
    const changed = changedBy(records, (id) => this.#records.get(id));
    for (const record of changed) this.#records.set(record._id, record);
    this.#clock = clock;
    const ids = changed.map(({_id}) => _id);
    if (ids.length) this.#subscribers.tell({ids, source});
    return ids;
  }
}
