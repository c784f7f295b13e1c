/** Every story, as Storybook shows it, in light and dark: drawn, silent and accessible. Builds Storybook when it is old. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {serve} from '../demo/serve.js';
import {chromiumArgs, ensure, find} from './support/browsers.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = 'storybook-static';
const index = join(folder, 'index.json');
const isOld = () => {
  const sources = ['src', 'stories'].flatMap((each) =>
    readdirSync(each, {recursive: true}).map((file) => join(each, file)),
  );
  const changed = ['custom-elements.json', ...sources].map((file) => statSync(file).mtimeMs);
  return !existsSync(index) || statSync(index).mtimeMs < Math.max(...changed);
};
if (isOld()) {
  const storybook = 'node_modules/storybook/dist/bin/dispatcher.js';
  const options = ['build', '-c', 'stories/.storybook', '-o', folder, '--quiet'];
  execFileSync(process.execPath, [storybook, ...options], {stdio: ['ignore', 'ignore', 'inherit']});
}
const entries = Object.values(JSON.parse(readFileSync(index, 'utf8')).entries);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Rules for whole pages, which only recipes are. */
const pageRules = ['landmark-one-main', 'page-has-heading-one', 'region'];

let server;
let browser;
let tab;
let errors = [];

before(async () => {
  ensure(['chromium']);
  [server, browser] = await Promise.all([
    serve({folder}),
    puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs}),
  ]);
  tab = await browser.newPage();
  tab.on('pageerror', (error) => errors.push(String(error)));
  tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await tab.evaluateOnNewDocument(noteFeeds);
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens an entry and waits until all of it is drawn. */
async function open({id, type}) {
  errors = [];
  // Storybook's own run of axe would be in the way of ours.
  const query = new URLSearchParams({id, viewMode: type, globals: 'a11y.manual:!true'});
  await tab.goto(new URL(`iframe.html?${query}`, server.address).href);
  await assertDrawn('.canvas');
}

async function assertDrawn(canvas) {
  const drawn = tab.waitForFunction(isDrawn, {polling: 'raf', timeout: 10_000}, canvas);
  await drawn.catch((error) => errors.push(String(error)));
  errors.push(
    ...(await tab.$$eval('.sb-show-errordisplay #error-message', (all) => all.map((each) => each.textContent))),
  );
  assert.deepEqual(errors, []);
}

async function assertAccessible(title) {
  const rules = title.startsWith('Recipes/') ? {} : Object.fromEntries(pageRules.map((id) => [id, {enabled: false}]));
  const {violations, passes} = await tab.evaluate((options) => window.axe.run(options), {rules});
  const found = violations.map(({help, nodes}) => [help, ...nodes.map(({html}) => html)]);
  assert.deepEqual(found, []);
  assert.ok(passes.length > 0, 'axe has looked at something');
  assert.deepEqual(errors, []);
}

/** In the page: remembers the elements whose feed is there, or cannot be used. */
function noteFeeds() {
  window.settled = new Set();
  for (const type of ['series-load', 'series-error']) {
    document.addEventListener(type, ({target}) => window.settled.add(target), true);
  }
}

/** In the page: whether Storybook shows an error, or the story on this canvas and every element has drawn its list. */
function isDrawn(canvas) {
  if (document.querySelector('.sb-show-errordisplay, .sb-show-nopreview')) return true;
  if (!document.querySelector(`.sb-show-main ${canvas}`) || document.querySelector('.canvas :not(:defined)'))
    return false;
  const cards = [...document.querySelectorAll('.canvas :is(keynote-card, talk-summary)')];
  if (!cards.every((card) => card.shadowRoot.querySelector('slot'))) return false;
  return [...document.querySelectorAll('.canvas series-navigator')].every(
    (navigator) =>
      navigator.shadowRoot.querySelector('li') &&
      (!navigator.src || window.settled.has(navigator)) &&
      (!navigator.structuredData || navigator.shadowRoot.querySelector('script')),
  );
}

for (const entry of entries.filter(({type}) => type === 'story')) {
  const {title, name} = entry;
  test(`The story “${title}: ${name}” is drawn without an error and is accessible, in light and dark.`, async () => {
    await open(entry);
    const words = await tab.$$eval('series-navigator', (all) => all.map((each) => each.shadowRoot.textContent).join());
    assert.doesNotMatch(words, /lit\$/, 'the comments that templates leave in a page are no words');
    await tab.evaluate(axe);
    await assertAccessible(title);
    await tab.evaluate(() => {
      window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', {globals: {theme: 'dark'}});
    });
    await assertDrawn('.canvas.dark');
    await assertAccessible(title);
  });
}

const described = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'];
const declarations = JSON.parse(readFileSync('custom-elements.json', 'utf8')).modules.flatMap(
  (each) => each.declarations,
);
for (const entry of entries.filter(({type, title}) => type === 'docs' && title.startsWith('Elements/'))) {
  const tag = entry.title.split('/')[1];
  test(`The page of <${tag}> says what it is, and what each attribute, event, slot, part and custom property is for.`, async () => {
    const {description, ...element} = declarations.find(({tagName}) => tagName === tag);
    const wanted = described.flatMap((key) =>
      (element[key] ?? []).map(({name, description: words}) => `${name || '(default)'}: ${words}`),
    );
    await open(entry);
    await tab.waitForSelector('.docblock-argstable-body tr', {timeout: 10_000});
    const shown = await tab.$$eval('.docblock-argstable-body tr', (rows) =>
      rows.map(
        ({cells: [name, words]}) =>
          words && `${name.textContent}: ${words.firstElementChild?.firstElementChild?.textContent}`,
      ),
    );
    const plain = (text) => text.replace(/[`\s]+/g, '');
    assert.deepEqual(
      wanted.filter((row) => !shown.some((each) => each && plain(each) === plain(row))),
      [],
    );
    const text = await tab.$eval('.sbdocs-content', ({textContent}) => textContent);
    assert.ok(plain(text).includes(plain(description)), 'the description of the element');
  });
}
