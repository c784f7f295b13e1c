/**
 * What the suites in this folder have in common. `npm run proof` runs all of each and notes what was counted, for
 * docs/proof.md; `npm run check` runs a sample and notes nothing.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';

export const isWhole = process.env.PROOF === 'all';

/** All of a list, or a sample of it: so many, evenly spread, and the same ones each time. */
export const sampleOf = (list, count) =>
  isWhole || list.length <= count
    ? list
    : Array.from({length: count}, (_, index) => list[Math.floor((index * list.length) / count)]);

const results = new URL('results/', import.meta.url);

/**
 * Notes what a suite has counted.
 *
 * @param {string} suite its file, without `.test.js`
 * @param {{what: string, count: number, found?: number, note?: string}[]} rows what was tried, how often, how many
 *   faults are left (none, unless said), and what a reader of the count must know
 */
export function record(suite, rows) {
  if (!isWhole) return;
  mkdirSync(results, {recursive: true});
  const file = new URL(`${suite}.json`, results);
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

/** What was noted last; `undefined` before the first time. */
export function noted(suite) {
  const file = new URL(`${suite}.json`, results);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
