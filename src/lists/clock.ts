import {isStamp, type Rec, type Stamp} from './record.js';

/** What a replica keeps of its clock, beside its records, so that a count is never used twice. */
export interface ClockState {
  /** Random, and new when the database is: a count that was lost with it is not used again. */
  readonly replica: string;
  readonly count: number;
  readonly last: Stamp;
}

/** Stamps and counts for one write. */
export interface Clock {
  readonly replica: string;
  /** The next count for `add`. */
  count(): number;
  /** A stamp later than every stamp seen, even where another device's clock is ahead of ours. */
  stamp(): Stamp;
}

/** Random letters and digits; no `crypto.randomUUID`, which pages without https lack. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('');

export const newClock = (): ClockState => ({replica: randomId(), count: 0, last: ''});

/** Runs a write with a clock, and gives the state to keep. */
export function tick(state: ClockState, seen: readonly (Rec | undefined)[]): Clock & {state(): ClockState} {
  // Who has counted further than this clock knows was put back from a backup: its next counts are used already.
  const isBehind = seen.some((record) => record && record.add[state.replica]! > state.count);
  const replica = isBehind ? randomId() : state.replica;
  let {count} = state;
  let last = latest(seen, state.last);
  return {
    replica,
    count: () => (count += 1),
    stamp: () => {
      const [time, step] = last.split('.') as [time: string, step: string];
      const now = Date.now().toString(36).padStart(9, '0');
      // Only a stamp made to harm is so high that none is later.
      const next = now > time ? [now, ''] : [time, Math.min(parseInt(step, 36) + 1, 36 ** 6 - 1).toString(36)];
      return (last = `${next[0]}.${next[1]!.padStart(6, '0')}.${replica}`);
    },
    state: () => ({replica, count, last}),
  };
}

const latest = (records: readonly (Rec | undefined)[], last: Stamp): Stamp =>
  records
    .flatMap((record) => Object.values(record?.f ?? {}))
    .reduce((max, [, stamp]) => (stamp > max ? stamp : max), last);

/** The state of a clock from a database; a new one where it is none. */
export function toClock(value: unknown): ClockState {
  const {replica, count, last} = Object(value) as Partial<ClockState>;
  const isState =
    typeof replica === 'string' &&
    /^\w{12}$/.test(replica) &&
    Number.isSafeInteger(count) &&
    count! >= 0 &&
    isStamp(last);
  return isState ? {replica, count: count!, last} : newClock();
}
