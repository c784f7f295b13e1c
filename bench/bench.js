/**
 * `npm run bench`: speed as ratios to plain HTML in the same run. `node bench/bench.js page` or `series` or `talks` runs
 * one; `--write` puts what was measured into docs/speed.md. Nothing is asserted: the machine decides the times, and only
 * the ratios travel.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import puppeteer from 'puppeteer-core';
import {formatted} from '../.config/formatted.js';
import {serve} from '../demo/serve.js';
import {chromiumArgs, ensure, find} from '../test/support/browsers.js';
import {benchPage} from './page.js';
import {benchSeries} from './series.js';
import {benchTalks} from './talks.js';

const benches = {page: benchPage, series: benchSeries, talks: benchTalks};
const words = process.argv.slice(2);
const wanted = Object.keys(benches).filter((name) => words.includes(name));

ensure(['chromium']);
const server = await serve();
const browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
const sections = [`Node ${process.version}, ${await browser.version()}, ${cpus().length} cores.`];
console.log(sections[0]);
const results = {};
for (const name of wanted.length ? wanted : Object.keys(benches)) {
  const {text, samples} = await benches[name](browser, server.address);
  console.log(`\n${text}`);
  sections.push(text);
  results[name] = samples;
}
await browser.close();
server.close();

mkdirSync('bench/results', {recursive: true});
writeFileSync('bench/results/latest.json', JSON.stringify(results, null, 2));
if (words.includes('--write')) {
  const page = [readFileSync('bench/speed.head.md', 'utf8').trim(), ...sections].join('\n\n');
  writeFileSync('docs/speed.md', await formatted('docs/speed.md', page));
}
