/** A reader's lists on several devices: real browsers, and a server that speaks CouchDB. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {serve} from '../demo/serve.js';
import {contract} from '../dist/lists/list-store.contract.js';
import {PouchRecordStore} from '../dist/sync/pouch-record-store.js';
import {chromiumArgs, ensure, find} from './support/browsers.js';
import {couchServer, PouchDB} from './support/couch-server.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const temporary = mkdtempSync(join(tmpdir(), 'sync-'));
const site = join(temporary, 'site');

/** As a blog has it: the lists, and the engine with the login of this browser. */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Blog</title>
<link rel="icon" href="data:,">
<script type="module">
  import {IndexedDbListStore} from '/dist/lists/lists.js';
  import {couchdb} from '/cdn/sync/couchdb.js';
  window.lists = new IndexedDbListStore();
  window.statuses = [];
  window.sync = (url) => {
    window.engine = couchdb({url, auth: async () => JSON.parse(localStorage.login ?? 'null') ?? undefined});
    engine.subscribe((status) => statuses.push(status));
    return engine.attach();
  };
</script>
`;

let couch;
let origins;
const devices = [];

before(async () => {
  mkdirSync(site);
  symlinkSync(resolve('dist'), join(site, 'dist'), 'junction');
  writeFileSync(join(site, 'index.html'), page);
  ensure(['chromium']);
  couch = await couchServer();
  origins = [await serve({folder: site}), await serve({folder: site})];
});

after(async () => {
  await Promise.all(devices.map((device) => device.browser.close()));
  for (const origin of origins) origin.close();
  await couch.stop();
  rmSync(temporary, {recursive: true, force: true, maxRetries: 3});
});

let profiles = 0;

/** A browser with a profile of its own, on the blog. What fails in its pages unseen is in `errors`. */
async function open({origin = 0, profile = join(temporary, `profile-${(profiles += 1)}`)} = {}) {
  const browser = await puppeteer.launch({
    executablePath: find('chromium'),
    args: chromiumArgs,
    userDataDir: profile,
  });
  const device = {browser, profile, origin, errors: [], requests: []};
  devices.push(device);
  device.visit = async () => {
    const tab = await browser.newPage();
    tab.on('pageerror', (error) => device.errors.push(String(error)));
    tab.on('request', (request) => device.requests.push(request.url()));
    await tab.goto(origins[origin].address);
    await tab.waitForFunction(() => window.sync);
    return tab;
  };
  device.tab = await device.visit();
  return device;
}

const signIn = (tab, login) => tab.evaluate((value) => (localStorage.login = JSON.stringify(value)), login);
const sync = (tab, url) => tab.evaluate((value) => window.sync(value), url);
const statusIs = (tab, status) =>
  tab.waitForFunction((value) => window.engine.status === value, {timeout: 20_000, polling: 50}, status);

/** Saves articles one by one, as a reader does, many at once. */
const save = (tab, start, count, list = 'later') =>
  tab.evaluate(
    (first, number, to) =>
      Promise.all(
        Array.from({length: number}, (_, index) =>
          window.lists.save(to, [{url: `https://blog.example/${first + index}/`, title: `Part ${first + index}`}], to),
        ),
      ),
    start,
    count,
    list,
  );
const countOf = (tab, list = 'later') => tab.evaluate(async (id) => (await window.lists.items(id)).length, list);

const plain = (records) =>
  JSON.stringify(
    records
      .map((record) => Object.entries(record).filter(([field]) => field === '_id' || !field.startsWith('_')))
      .map((fields) => Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))))
      .sort((a, b) => (a._id < b._id ? -1 : 1)),
  );
const recordsOf = async (tab) => plain(await tab.evaluate(async () => (await window.lists.export()).records));

/** Waits until something is so, and gives how many milliseconds that took. */
async function until(isSo, limit = 30_000) {
  const start = performance.now();
  const passed = () => Math.round(performance.now() - start);
  while (!(await isSo())) {
    assert.ok(passed() < limit, `not after ${limit} ms: ${isSo}`);
    await pause(50);
  }
  return passed();
}

/** Waits until all devices and the server have the same records, and no revisions apart. */
const converged = (url, ...tabs) =>
  until(async () => {
    const documents = await couch.documents(url);
    const all = [plain(documents), ...(await Promise.all(tabs.map(recordsOf)))];
    return new Set(all).size === 1 && documents.every((doc) => !doc._conflicts);
  });

describe('records in PouchDB', () => {
  const open = (name) => new PouchRecordStore(() => new PouchDB(name, {adapter: 'memory'}));
  contract({open, reopen: open}, test);
});

test('Edited apart, one of them killed, two devices are the same once they meet again, and nothing is lost.', async (context) => {
  const {url, login} = await couch.signUp('ada');
  const [a, killed] = [await open(), await open({origin: 1})];
  for (const {tab} of [a, killed]) {
    await signIn(tab, login);
    await tab.setOfflineMode(true);
    await sync(tab, url);
    await statusIs(tab, 'offline');
  }
  await save(a.tab, 0, 20);
  await save(killed.tab, 10, 20);
  await save(a.tab, 0, 1, 'old');
  for (const {tab} of [a, killed]) await tab.setOfflineMode(false);
  context.diagnostic(`first meeting: ${await converged(url, a.tab, killed.tab)} ms`);
  for (const {tab} of [a, killed]) await statusIs(tab, 'synced');

  for (const {tab} of [a, killed]) await tab.setOfflineMode(true);
  await save(a.tab, 100, 200);
  await a.tab.evaluate(async () => {
    await window.lists.remove(
      'later',
      [0, 1, 2].map((part) => `https://blog.example/${part}/`),
    );
    await window.lists.rename('later', 'Mine');
    await window.lists.deleteList('old');
  });
  await save(killed.tab, 250, 100);
  await save(killed.tab, 2, 1);
  await save(killed.tab, 500, 1, 'old');
  killed.browser.process().kill('SIGKILL');
  await until(() => killed.browser.process().signalCode);

  const b = await open(killed);
  await b.tab.setOfflineMode(true);
  assert.equal(await countOf(b.tab), 130, 'all that was saved before is there');
  // Chromium writes `localStorage` some seconds late.
  await signIn(b.tab, login);
  await sync(b.tab, url);
  await statusIs(b.tab, 'offline');
  for (const {tab} of [a, b]) await tab.setOfflineMode(false);
  context.diagnostic(`second meeting: ${await converged(url, a.tab, b.tab)} ms`);
  // 30 and 250 new, without 0 and 1; 2 was saved again on the other device, unseen.
  assert.deepEqual([await countOf(a.tab), await countOf(b.tab)], [278, 278]);
  assert.deepEqual(
    await b.tab.evaluate(async () => (await window.lists.lists()).map(({name, count}) => `${name} ${count}`).sort()),
    ['Mine 278', 'old 1'],
  );
  for (const {tab} of [a, b]) await statusIs(tab, 'synced');
  assert.deepEqual([a.errors, b.errors], [[], []]);
  await Promise.all([a.browser.close(), b.browser.close()]);
});

test('With a wrong password one login is tried, the reader is asked for another, and saves go on.', async () => {
  const {url, login} = await couch.signUp('bob');
  const {tab, browser, requests} = await open();
  await signIn(tab, {...login, password: 'wrong'});
  couch.requests.length = 0;
  await sync(tab, url);
  await statusIs(tab, 'needs-login');
  await save(tab, 0, 10);
  assert.equal(await countOf(tab), 10);
  assert.equal(couch.requests.length, 1);
  assert.equal(
    requests.some((request) => /pouchdb/.test(request)),
    false,
    'PouchDB is not loaded for nothing',
  );

  await signIn(tab, login);
  await sync(tab, url);
  await converged(url, tab);
  await browser.close();
});

test('Where nobody is logged in, the server is not asked.', async () => {
  const {url} = await couch.signUp('nobody');
  const {tab, browser} = await open();
  couch.requests.length = 0;
  await sync(tab, url);
  await statusIs(tab, 'needs-login');
  assert.deepEqual(couch.requests, []);
  await browser.close();
});

test('When a login has run out the reader is asked, and after the next one the sync goes on.', async () => {
  const {url, login} = await couch.signUp('eve');
  couch.grant('first', login);
  const {tab, browser, errors} = await open();
  await signIn(tab, {bearer: 'first'});
  await sync(tab, url);
  await save(tab, 0, 5);
  await converged(url, tab);

  couch.revoke('first');
  await save(tab, 5, 5);
  await statusIs(tab, 'needs-login');
  assert.equal(await countOf(tab), 10);

  couch.grant('second', login);
  await signIn(tab, {bearer: 'second'});
  await tab.evaluate(() => window.engine.attach());
  await converged(url, tab);
  await statusIs(tab, 'synced');
  assert.deepEqual(errors, []);
  await browser.close();
});

test('A token that is renewed in time is no matter for the reader.', async () => {
  const {url, login} = await couch.signUp('max');
  couch.grant('short', login);
  const {tab, browser} = await open();
  await signIn(tab, {bearer: 'short'});
  await sync(tab, url);
  await save(tab, 0, 5);
  await converged(url, tab);
  couch.grant('long', login);
  await signIn(tab, {bearer: 'long'});
  couch.revoke('short');
  await save(tab, 5, 5);
  await converged(url, tab);
  assert.equal(await tab.evaluate(() => window.statuses.includes('needs-login')), false);
  await browser.close();
});

test('A server that goes down amid a hundred saves and comes back gets them all.', async (context) => {
  const {url, login} = await couch.signUp('joe');
  const [a, b] = [await open(), await open({origin: 1})];
  for (const {tab} of [a, b]) {
    await signIn(tab, login);
    await sync(tab, url);
    await statusIs(tab, 'synced');
  }
  const saves = save(a.tab, 0, 100);
  await until(async () => (await couch.documents(url)).length > 0);
  await couch.stop();
  await saves;
  await save(b.tab, 100, 20);
  for (const {tab} of [a, b]) await statusIs(tab, 'offline');
  await couch.start();
  context.diagnostic(`after the server is back: ${await converged(url, a.tab, b.tab)} ms`);
  assert.deepEqual([await countOf(a.tab), await countOf(b.tab)], [120, 120]);
  assert.deepEqual([a.errors, b.errors], [[], []], 'nothing fails unseen');
  await Promise.all([a.browser.close(), b.browser.close()]);
});

test('Of three tabs one syncs, all show how it goes, and another takes over when it is closed.', async () => {
  const {url, login} = await couch.signUp('sue');
  const device = await open();
  const tabs = [device.tab, await device.visit(), await device.visit()];
  await signIn(device.tab, login);
  for (const tab of tabs) await sync(tab, url);
  for (const tab of tabs) await statusIs(tab, 'synced');
  for (const [index, tab] of tabs.entries()) await save(tab, index * 10, 10);
  await converged(url, ...tabs);
  assert.equal((await couch.documents(url)).length, 31);
  assert.equal(device.requests.filter((request) => /pouchdb/.test(request)).length, 1);
  await tabs[0].close();
  await save(tabs[2], 30, 10);
  await converged(url, tabs[1], tabs[2]);
  await device.browser.close();
});

test('What a reader deletes here is gone here, also the copy for the server, and does not come back.', async () => {
  const {url, login} = await couch.signUp('kim');
  const device = await open();
  const other = await device.visit();
  await signIn(device.tab, login);
  for (const tab of [device.tab, other]) await sync(tab, url);
  await save(device.tab, 0, 5);
  await converged(url, device.tab);
  await other.evaluate(() => window.lists.forget());
  for (const tab of [device.tab, other]) await statusIs(tab, 'idle');
  await until(() => other.evaluate(async () => !(await indexedDB.databases()).some(({name}) => /_pouch_/.test(name))));
  assert.equal(await countOf(other), 0);
  assert.equal((await couch.documents(url)).length, 6);
  await device.browser.close();
});
