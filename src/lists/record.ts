/** Counters by replica: which of its writes this record has seen. */
export type Dots = Readonly<Record<string, number>>;

/** A moment of a clock that every replica agrees to order alike: time, count within it, replica. */
export type Stamp = string;

/**
 * One list (`_id` is `l:LIST`), or one article in one list (`i:LIST:KEY`). Writes are joins: two copies of a record are
 * merged, never overwritten, and it does not matter in which order or how often.
 */
export interface Rec {
  readonly _id: string;
  /** Version of this shape. Fields that a newer one adds survive older code. */
  readonly v: number;
  readonly list: string;
  /** Of an article: `urlKey` of its address. */
  readonly key?: string;
  /** A save counts up; a removal copies the counts it has seen. So a removal never touches a save it did not know of. */
  readonly add: Dots;
  readonly rm: Dots;
  /** Fields; of each, the value with the later stamp holds. */
  readonly f: Readonly<Record<string, readonly [value: unknown, at: Stamp]>>;
}

export const listId = (list: string): string => `l:${list}`;
export const itemId = (list: string, key: string): string => `i:${list}:${key}`;

/** Whether a save of it is not removed. */
export const isAlive = ({add, rm}: Rec): boolean =>
  Object.entries(add).some(([replica, count]) => count > (rm[replica] ?? 0));

/** Joins two copies of a record. Commutative, associative and idempotent. */
export function mergeRecords(a: Rec, b: Rec): Rec {
  const merged: Record<string, unknown> = {};
  for (const key of keysOf(a, b)) merged[key] = larger((a as unknown as Fields)[key], (b as unknown as Fields)[key]);
  const f = keysOf(a.f, b.f).map((name) => [name, later(a.f[name], b.f[name])]);
  return freeze({
    ...(merged as unknown as Rec),
    v: Math.max(a.v, b.v),
    add: mergeDots(a.add, b.add),
    rm: mergeDots(a.rm, b.rm),
    f: Object.fromEntries(f) as Rec['f'],
  });
}

/** The joins of records with those that are here, where they differ from those. */
export function changedBy(records: readonly Rec[], current: (id: string) => Rec | undefined): readonly Rec[] {
  const joined = new Map<string, Rec>();
  for (const record of records) {
    const here = joined.get(record._id) ?? current(record._id);
    const join = here ? mergeRecords(here, record) : mergeRecords(record, record);
    if (!here || JSON.stringify(join) !== JSON.stringify(mergeRecords(here, here))) joined.set(record._id, join);
  }
  return [...joined.values()];
}

type Fields = Readonly<Record<string, unknown>>;

const json = (value: unknown): string => JSON.stringify(value) ?? '';

/** In one order, so that equal records are equal as JSON. */
const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

const larger = (a: unknown, b: unknown): unknown => (json(a) < json(b) ? b : a);

const later = (a?: Rec['f'][string], b?: Rec['f'][string]): Rec['f'][string] | undefined =>
  !a || !b ? (a ?? b) : a[1] === b[1] ? (larger(a, b) as typeof a) : a[1] > b[1] ? a : b;

const mergeDots = (a: Dots, b: Dots): Dots =>
  Object.fromEntries(keysOf(a, b).map((replica) => [replica, Math.max(a[replica] ?? 0, b[replica] ?? 0)]));

const freeze = (record: Rec): Rec =>
  Object.freeze({...record, add: Object.freeze(record.add), rm: Object.freeze(record.rm), f: Object.freeze(record.f)});

const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) && value !== '__proto__';
const isObject = (value: unknown): value is Fields => !!value && typeof value === 'object' && !Array.isArray(value);
const isDots = (value: unknown): value is Dots =>
  isObject(value) &&
  Object.entries(value).every(
    ([replica, count]) => isName(replica) && Number.isSafeInteger(count) && (count as number) >= 0,
  );

/** Longest field and longest record that is read, in characters of JSON. */
const maxLength = 20_000;

/** A record from outside (a database, a file, another device), checked; `undefined` where it is none. */
export function toRec(value: unknown): Rec | undefined {
  if (!isObject(value)) return undefined;
  const {_id, v, list, key, add, rm, f} = value;
  const isRec =
    isName(list) &&
    (_id === listId(list) || (isName(key) && _id === itemId(list, key))) &&
    Number.isSafeInteger(v) &&
    isDots(add) &&
    isDots(rm) &&
    isObject(f) &&
    Object.entries(f).every(
      ([name, field]) => isName(name) && Array.isArray(field) && field.length === 2 && isStamp(field[1]),
    ) &&
    json(value).length < maxLength;
  return isRec ? freeze(value as unknown as Rec) : undefined;
}

export const isStamp = (stamp: unknown): stamp is Stamp =>
  typeof stamp === 'string' && /^([0-9a-z]{9}\.[0-9a-z]{6}\.[\w-]{1,64})?$/.test(stamp);
