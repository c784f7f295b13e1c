/**
 * `npm run bench`: speed as ratios to plain HTML in the same run. `node bench/bench.js page` or `series` or `talks` runs
 * one. Nothing is asserted: the machine decides the times, and only the ratios travel.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import puppeteer from 'puppeteer-core';
import {serve} from '../demo/serve.js';
import {chromiumArgs, ensure, find} from '../test/support/browsers.js';
import {benchPage} from './page.js';
import {benchSeries} from './series.js';
import {benchTalks} from './talks.js';

const benches = {page: benchPage, series: benchSeries, talks: benchTalks};
const wanted = process.argv.slice(2);

ensure(['chromium']);
const server = await serve();
const browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
console.log(`Node ${process.version}, ${await browser.version()}, ${cpus().length} cores\n`);
const results = {};
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length && !wanted.includes(name)) continue;
  results[name] = await bench(browser, server.address);
  console.log('');
}
mkdirSync('bench/results', {recursive: true});
writeFileSync('bench/results/latest.json', JSON.stringify(results, null, 2));
await browser.close();
server.close();
