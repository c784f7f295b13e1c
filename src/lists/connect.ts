import type {RecordStore} from './record-store.js';

/**
 * Keeps two stores joined until it is stopped. Safe to start, stop and run twice: what comes back changes nothing, and so
 * goes no further.
 */
export async function connect(
  a: RecordStore,
  b: RecordStore,
  onError: (error: unknown) => void = console.warn,
): Promise<() => void> {
  const pass =
    (from: RecordStore, to: RecordStore) =>
    async (ids: readonly string[]): Promise<void> => {
      try {
        await to.merge(ids.length ? (await from.get(ids)).flatMap((record) => record ?? []) : await from.scan(''));
      } catch (error) {
        onError(error);
      }
    };
  const [toB, toA] = [pass(a, b), pass(b, a)];
  const stops = [a.subscribe(({ids}) => void toB(ids)), b.subscribe(({ids}) => void toA(ids))];
  await Promise.all([toB([]), toA([])]);
  return () => stops.forEach((stop) => stop());
}
