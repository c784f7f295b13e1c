/**
 * Tests that fail where the code is wrong
 *
 * A mutant is the code with one small change that makes it another: `<` for `<=`, no word for a word, a line less. Where
 * no test fails, nobody would see that fault. Tried are the files that decide what is read, what is let in and what is
 * kept. A fault is a mutant that no test has found; those that are the same to every reader are explained in
 * `.config/mutants.alike.json`.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {Instrumenter} from '@stryker-mutator/instrumenter';
import {build} from 'esbuild';
import puppeteer from 'puppeteer-core';
import {serve} from '../demo/serve.js';
import {record} from '../test/proof/proof.js';
import {chromiumArgs, ensure, find} from '../test/support/browsers.js';
import {proofPage} from './proof.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** The files, and the tests of each. */
const units = {
  'src/internal/normalise.ts': ['internal'],
  'src/internal/safe-url.ts': ['internal'],
  'src/internal/same-page.ts': ['internal', 'series-navigator'],
  'src/series-navigator/series-navigator.reader.ts': ['series-navigator'],
  'src/talk/talk.reader.ts': ['talk', 'talk-summary', 'keynote-card'],
  'src/sponsor-list/sponsor-list.reader.ts': ['sponsor-list'],
  'src/list-save-button/list-save-button.article.ts': ['list-save-button'],
  'src/feed/parse-feed.ts': ['feed'],
  'src/lists/record.ts': ['lists/lists'],
  'src/lists/clock.ts': ['lists/lists'],
  'src/lists/list-store.ts': ['lists/lists'],
};

/** Mutants that are the same to every reader, and why: by file, then by `original → replacement`. */
const alike = JSON.parse(readFileSync('.config/mutants.alike.json', 'utf8'));

const folder = 'node_modules/.cache/mutants';
const no = () => false;
const instrumenter = new Instrumenter({debug: no, info: no, isDebugEnabled: no});

/** Puts all mutants of a file into one bundle with its tests; `__stryker__.activeMutant` tells which one it is. */
async function bundle(file) {
  const source = readFileSync(file, 'utf8');
  const options = {plugins: null, excludedMutations: [], ignorers: []};
  const {mutants, files} = await instrumenter.instrument([{name: file, mutate: true, content: source}], options);
  const tests = units[file].map((test) => `import './test/${test}.test.ts';`).join('\n');
  const mutated = {
    name: 'mutated',
    setup({onLoad, onResolve}) {
      onLoad({filter: /\.ts$/}, ({path}) =>
        path === resolve(file) ? {contents: files[0].content, loader: 'ts'} : null,
      );
      onResolve({filter: /^the tests$/}, ({path}) => ({path, namespace: 'tests'}));
      onLoad({filter: /./, namespace: 'tests'}, () => ({contents: tests, resolveDir: '.'}));
      // What only the test runner has: the tests that use it are left out.
      onResolve({filter: /^@web\/test-runner-commands$|^\/__/}, ({path}) => ({path, namespace: 'absent'}));
      onLoad({filter: /./, namespace: 'absent'}, () => ({contents: 'module.exports = {sendMessage() {}}'}));
    },
  };
  await build({
    entryPoints: ['.config/mutants.page.js'],
    outfile: `${folder}/tests.js`,
    bundle: true,
    format: 'esm',
    // Tests have side effects, which package.json does not name.
    ignoreAnnotations: true,
    minify: true,
    logLevel: 'error',
    plugins: [mutated],
  });
  return mutants.map(({id, location: {start, end}, replacement}) => {
    const lines = source.split('\n').slice(start.line, end.line + 1);
    lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
    lines[0] = lines[0].slice(start.column);
    const [from, to] = [lines.join('\n'), replacement].map((text) => text.replace(/\s+/g, ' '));
    return {id, place: `${file}:${start.line + 1}`, change: `${from} → ${to}`};
  });
}

let browser;

/** Opens the page with what it needs to know, in a profile of its own, and gives what became of the tests. */
async function run(address, settings, patience) {
  browser ??= await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs, protocolTimeout: 0});
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument((given) => {
    // The mocha of the test runner asks for its configuration.
    Object.assign(globalThis, given, {__WTR_CONFIG__: {}});
    globalThis.finished = new Promise((resolve) => (globalThis.finish = resolve));
  }, settings);
  const result = await Promise.race([
    page.goto(address, {timeout: 0}).then(() => page.evaluate('finished')),
    setTimeout(patience, undefined, {ref: false}),
  ]);
  if (result) await context.close();
  else browser = void (await browser.close());
  return result ?? {failed: [{message: 'Timeout of the page'}]};
}

async function testFile(file, address) {
  const mutants = await bundle(file);
  const {passed, failed, coverage} = await run(address, {__stryker__: {}}, 300_000);
  if (failed.length) console.log(`${file}: left out are\n  ${failed.map(({title}) => title).join('\n  ')}`);
  const {static: always = {}, perTest} = coverage;
  for (const mutant of mutants) {
    const {id} = mutant;
    const tests = passed.filter(({title}) => always[id] || perTest[title]?.[id]);
    const limits = Object.fromEntries(tests.map(({title, duration}) => [title, 2000 + 5 * duration]));
    const hits = [always, ...Object.values(perTest)].reduce((sum, each) => sum + (each[id] ?? 0), 0);
    const __stryker__ = {activeMutant: id, hitCount: 0, hitLimit: 1000 + 100 * hits};
    const patience = tests.reduce((sum, {duration}) => sum + 5 * duration, 20_000);
    const [fault] = tests.length ? (await run(address, {__stryker__, limits}, patience)).failed : [];
    if (fault) mutant.end = /^Timeout|Hit count/.test(fault.message) ? 'timed out' : 'killed';
    else mutant.end = tests.length ? 'survived' : 'not covered';
  }
  return mutants;
}

/** What is counted of a file, and its survivors on the console. */
function report(file, mutants) {
  const count = (wanted) => mutants.filter(({end}) => end === wanted).length;
  const left = mutants.filter(({end}) => end === 'survived' || end === 'not covered');
  for (const {place, change, end} of left) console.log(`${place} ${end}: ${change} ${alike[file]?.[change] ?? ''}`);
  return {
    mutants: mutants.length,
    killed: count('killed'),
    'timed out': count('timed out'),
    survived: count('survived'),
    'not covered': count('not covered'),
    'the same to readers': left.filter(({change}) => alike[file]?.[change]).length,
    '%': Math.floor((100 * (mutants.length - left.length)) / mutants.length),
  };
}

ensure(['chromium']);
mkdirSync(folder, {recursive: true});
writeFileSync(`${folder}/index.html`, '<!doctype html><html lang="en"><script type="module" src="tests.js"></script>');
const server = await serve({folder: '.'});
const address = `${server.address.replace('127.0.0.1', 'localhost')}${folder}/?wtr-test-file`;
const wanted = process.argv.slice(2);
const table = {};
for (const file of wanted.length ? wanted : Object.keys(units)) {
  table[file] = report(file, await testFile(file, address));
}
await browser.close();
server.close();
console.table(table);
if (wanted.length === 0) {
  const rows = Object.entries(table).map(([what, {mutants, survived, '%': found, ...rest}]) => ({
    what: `mutants of \`${what}\``,
    count: mutants,
    found: survived + rest['not covered'],
    note: `${found} % found; ${rest['the same to readers']} of the others are the same to readers`,
  }));
  record('mutants', rows);
  writeFileSync('docs/proof.md', await proofPage());
}
