/**
 * Every story, as Storybook shows it, in light and dark: drawn, silent, accessible and left alone by content blockers.
 */
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {FiltersEngine, Request} from '@ghostery/adblocker';
import puppeteer from 'puppeteer-core';
import {serve} from '../demo/serve.js';
import {chromiumArgs, ensure, find} from './support/browsers.js';
import {buildStorybook} from './support/storybook.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const folder = buildStorybook();
const entries = Object.values(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).entries);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** A folder beside this repository may hold whole lists; ours has their kinds of rules. */
const lists = ['../shared/filters', 'test/support'].flatMap((place) =>
  existsSync(place)
    ? readdirSync(place)
        .filter((file) => file.endsWith('.txt'))
        .map((file) => join(place, file))
    : [],
);
const blocker = FiltersEngine.parse(lists.map((file) => readFileSync(file, 'utf8')).join('\n'));

/** Rules for whole pages, which only recipes are. */
const pageRules = ['landmark-one-main', 'page-has-heading-one', 'region'];

let server;
let browser;
let tab;
let errors = [];
let requests = [];

before(async () => {
  ensure(['chromium']);
  [server, browser] = await Promise.all([
    serve({folder}),
    puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs}),
  ]);
  tab = await browser.newPage();
  tab.on('pageerror', (error) => errors.push(String(error)));
  tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  tab.on('request', (request) => requests.push({url: request.url(), type: request.resourceType()}));
  await tab.evaluateOnNewDocument(noteFeeds);
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens an entry and waits until all of it is drawn. */
async function open({id, type}) {
  errors = [];
  requests = [];
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

/** Holds that a blocker hides nothing, also in shadow roots, and stops no request for what the elements show. */
async function assertUnblocked() {
  const {hostname} = new URL(server.address);
  const names = await tab.evaluate(namesOf);
  const {styles} = blocker.getCosmeticsFilters({
    url: tab.url(),
    hostname,
    domain: hostname,
    classes: names.classes,
    ids: names.ids,
    hrefs: names.hrefs,
    getRulesFromHostname: true,
    getRulesFromDOM: true,
  });
  assert.deepEqual(await tab.evaluate(hiddenBy, styles), []);
  const telling = /sponsor|advert|banner|promo|partner-ad/;
  assert.deepEqual(
    [...names.classes, ...names.ids, ...names.parts].filter((name) => telling.test(name)),
    [],
  );
  const stopped = requests.filter(
    ({url, type}) => blocker.match(Request.fromRawDetails({url, type, sourceUrl: tab.url()})).match,
  );
  assert.deepEqual(stopped, []);
}

/** In the page: the names a blocker may look for. */
function namesOf() {
  const elements = (root) =>
    [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? elements(each.shadowRoot) : [])]);
  const all = [...document.querySelectorAll('.canvas')].flatMap(elements);
  const unique = (names) => [...new Set(names)];
  return {
    classes: unique(all.flatMap((each) => [...each.classList])),
    ids: unique(all.flatMap((each) => each.id || [])),
    parts: unique(all.flatMap((each) => [...each.part])),
    hrefs: unique(all.flatMap((each) => each.getAttribute('href') ?? [])),
  };
}

/** In the page: the elements that a stylesheet hides, as if it reached into shadow roots. */
function hiddenBy(styles) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const find = (root, selector) =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      ...(each.matches(selector) ? [`${selector}: ${each.outerHTML.slice(0, 80)}`] : []),
      ...(each.shadowRoot ? find(each.shadowRoot, selector) : []),
    ]);
  return [...sheet.cssRules].flatMap(({selectorText}) =>
    [...document.querySelectorAll('.canvas')].flatMap((canvas) => find(canvas, selectorText)),
  );
}

/** In the page: remembers the elements whose feed is there, or cannot be used. */
function noteFeeds() {
  window.settled = new Set();
  for (const type of ['series-load', 'series-error', 'organizations-load', 'organizations-error']) {
    document.addEventListener(type, ({target}) => window.settled.add(target), true);
  }
}

/** In the page: whether Storybook shows an error, or the story on this canvas and every element has drawn its list. */
function isDrawn(canvas) {
  if (document.querySelector('.sb-show-errordisplay, .sb-show-nopreview')) return true;
  if (!document.querySelector(`.sb-show-main ${canvas}`) || document.querySelector('.canvas :not(:defined)'))
    return false;
  const cards = [...document.querySelectorAll('.canvas :is(keynote-card, talk-summary)')];
  if (!cards.every((card) => card.shadowRoot?.querySelector('slot'))) return false;
  const readers = [...document.querySelectorAll('.canvas :is(list-save-button, saved-lists)')];
  if (!readers.every((each) => each.shadowRoot?.querySelector('button'))) return false;
  const lists = [...document.querySelectorAll('.canvas sponsor-list')];
  if (!lists.every((list) => list.shadowRoot?.querySelector('slot, li') && (!list.src || window.settled.has(list))))
    return false;
  return [...document.querySelectorAll('.canvas series-navigator')].every(
    (navigator) =>
      navigator.shadowRoot?.querySelector('li') &&
      (!navigator.src || window.settled.has(navigator)) &&
      (!navigator.structuredData || navigator.shadowRoot?.querySelector('script')),
  );
}

test('The rules of content blockers hide what they are made for.', (context) => {
  context.diagnostic(`rules from ${lists.join(', ')}`);
  const {styles} = blocker.getCosmeticsFilters({
    url: 'https://blog.example/',
    hostname: 'blog.example',
    domain: 'blog.example',
    classes: ['sponsor-link'],
    getRulesFromDOM: true,
  });
  assert.match(styles, /\.sponsor-link/);
  const url = 'https://blog.example/img/sponsors/a.png';
  assert.ok(blocker.match(Request.fromRawDetails({url, type: 'image', sourceUrl: 'https://blog.example/'})).match);
});

for (const entry of entries.filter(({type}) => type === 'story')) {
  const {title, name} = entry;
  test(`The story “${title}: ${name}” is drawn without an error, accessible and left alone by blockers, in light and dark.`, async () => {
    await open(entry);
    const words = await tab.$$eval('series-navigator', (all) => all.map((each) => each.shadowRoot.textContent).join());
    assert.doesNotMatch(words, /lit\$/, 'the comments that templates leave in a page are no words');
    await tab.evaluate(axe);
    await assertAccessible(title);
    await assertUnblocked();
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
