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
import {openPage} from './support/engines.js';
import {differenceTo, whyNotCompared} from './support/looks.js';
import {buildStorybook, queryOf} from './support/storybook.js';

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

/** Rules for whole pages, which the stories of an element are not. */
const pageRules = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** A page in each engine that is here. They are opened before any test is there: a runner without tests ends. */
const looks = [];
for (const engine of ['chromium', 'firefox', 'webkit'].filter((name) => find(name))) {
  const page = await openPage(engine);
  looks.push({engine, page, skip: await whyNotCompared(page)});
}

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
  await Promise.all([browser?.close(), ...looks.map(({page}) => page.close())]);
  server?.close();
});

/** Opens an entry and waits until all of it is drawn. */
async function open({id, type}) {
  await visit(`iframe.html?${queryOf(id, type)}`);
  await assertDrawn('.canvas');
}

async function visit(path) {
  errors = [];
  requests = [];
  await tab.goto(new URL(path, server.address).href);
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
  const rules = title.startsWith('Elements/') ? Object.fromEntries(pageRules.map((id) => [id, {enabled: false}])) : {};
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

const patience = {timeout: 20_000};

test('A visitor sees what there is, is welcomed, and finds an element by its name.', async () => {
  await visit('index.html');
  const welcome = await tab.waitForSelector('#storybook-preview-iframe', patience);
  const frame = await welcome.contentFrame();
  await frame.waitForSelector('.sbdocs-content h1', patience);
  assert.equal(await frame.$eval('.sbdocs-content h1', ({textContent}) => textContent), 'Welcome');
  const groups = await tab.$$eval('#storybook-explorer-tree [data-nodetype]', (all) =>
    all.map(({textContent}) => textContent),
  );
  for (const name of ['Welcome', 'Bienvenue', 'Playground', 'series-navigator', 'Hugo']) {
    assert.ok(
      groups.some((group) => group.startsWith(name)),
      `${name} is one of ${groups}`,
    );
  }
  await tab.click('#storybook-explorer-searchfield');
  await tab.keyboard.type('sponsor-list');
  const found = await tab.waitForSelector('[role=option]', patience);
  await found.click();
  await frame.waitForFunction(
    () => document.querySelector('.sbdocs-content h1')?.textContent === 'sponsor-list',
    patience,
  );
  assert.deepEqual(errors, []);
});

const docs = entries.filter(({type}) => type === 'docs');
for (const {id, title} of docs) {
  test(`The page “${title}” is shown without an error, and its links lead to pages that are there.`, async () => {
    await visit(`iframe.html?${queryOf(id, 'docs')}`);
    await tab.waitForSelector('.sbdocs-content h1, .sbdocs-content h2', patience);
    await tab.waitForFunction(() => !document.querySelector('.canvas :not(:defined)'), patience);
    const links = await tab.$$eval('.sbdocs-content a[href^="?path"], .sbdocs-content a[href$=".md"]', (all) =>
      all.map((link) => link.getAttribute('href')),
    );
    const targets = links.map(
      (href) => new URLSearchParams(href).get('path')?.replace(/^\/(docs|story)\//, '') ?? href,
    );
    assert.deepEqual(
      targets.filter((target) => !entries.some((entry) => entry.id === target)),
      [],
    );
    assert.deepEqual(errors, []);
  });
}

test('Markdown typed in the playground is drawn, what the element reads of it is said, and nothing in it runs.', async () => {
  await open({id: 'playground--english', type: 'story'});
  await tab.focus('textarea');
  await tab.keyboard.down('Control');
  await tab.keyboard.press('a');
  await tab.keyboard.up('Control');
  const lines = ['<talk-summary kind="panel">', '', '### Wasm', '', '- Kai Walter, ZEISS', '', '</talk-summary>', ''];
  const hostile = '<img src="empty.json" onerror="window.ran = true"><script>window.ran = true</script>';
  await tab.keyboard.type([...lines, hostile].join('\n'));
  await tab.waitForFunction(
    () => document.querySelector('markdown-playground pre')?.textContent.includes('ZEISS'),
    patience,
  );
  const {talk} = JSON.parse(await tab.$eval('markdown-playground pre', ({textContent}) => textContent));
  assert.equal(talk.people[0].name, 'Kai Walter');
  assert.equal(await tab.$eval('[role=status]', ({textContent}) => textContent), 'Drawn: talk-summary.');
  assert.match(await tab.$eval('.shown talk-summary', ({shadowRoot}) => shadowRoot.textContent), /Panel[^]*Kai Walter/);
  assert.equal(await tab.$('.shown [onerror], .shown script'), null);
  assert.equal(await tab.evaluate(() => window.ran), undefined);
});

test('What fits no phone scrolls in its own box: playground, theming and posts are no wider than 360 pixels.', async () => {
  await tab.setViewport({width: 360, height: 800});
  try {
    for (const entry of entries.filter(({type, title}) => type === 'story' && !title.startsWith('Elements/'))) {
      await open(entry);
      assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 360, entry.id);
    }
  } finally {
    await tab.setViewport({width: 800, height: 600});
  }
});

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

test('Nothing that an element offers is without a description.', () => {
  const silent = declarations.flatMap(({tagName, ...element}) =>
    [...described, 'members'].flatMap((key) =>
      (tagName ? (element[key] ?? []) : [])
        .filter(({description}) => !description?.trim())
        .map(({name}) => `${tagName}: ${key} ${name}`),
    ),
  );
  assert.deepEqual(silent, []);
});

test('The theming page has every custom property, says what it is for, and gives its colours enough contrast.', async () => {
  await open({id: 'theming--tokens', type: 'story'});
  const shown = await tab.$$eval('.token', (all) => all.map(({textContent}) => textContent.replace(/\s+/g, ' ')));
  for (const {tagName, cssProperties = []} of declarations) {
    for (const {name, description} of cssProperties) {
      const row = shown.find((text) => text.includes(`${name}: `));
      assert.ok(row?.includes(`${tagName}: ${description}`), `${name} of ${tagName}`);
    }
  }
  const ratios = await tab.$$eval('.ratio', (all) => all.map(({textContent}) => textContent.trim()));
  assert.ok(ratios.length > 0);
  assert.deepEqual(
    ratios.filter((ratio) => !ratio.includes('enough')),
    [],
  );
});

test('The contrast of a colour that a visitor chooses is computed anew.', async () => {
  await open({id: 'theming--tokens', type: 'story'});
  await tab.$eval('[data-token="--as-accent"] + label input', (input) => {
    input.value = '#ffffff';
    input.dispatchEvent(new Event('input'));
  });
  await tab.waitForFunction(() => document.querySelector('.ratio').textContent.includes('too little'), patience);
  assert.match(await tab.$eval('.ratio', ({textContent}) => textContent), /1\.0 : 1/);
});

/** The stories whose look readers would miss. */
const keyStories = [
  'elements-series-navigator--current-part-as-text',
  'elements-series-navigator--announced-part',
  'elements-series-navigator--long',
  'elements-series-navigator--right-to-left',
  'elements-keynote-card--panel',
  'elements-talk-summary--talk',
  'elements-talk-summary--verdicts',
  'elements-sponsor-list--tiers',
  'elements-sponsor-list--logos-for-dark-pages',
  'elements-list-save-button--button',
  'elements-saved-lists--empty',
  'recipes-light-blog--english',
  'recipes-serif-blog--french',
  'recipes-right-to-left-blog--arabic',
];

/** In the page: whether pictures and fonts are there, two frames after the last change, without a scroll bar. */
async function isPainted() {
  document.documentElement.style.overflow = 'hidden';
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return true;
}

for (const {engine, page, skip} of looks) {
  // A window of WebKit cannot be as narrow as a phone.
  const narrow = engine === 'webkit' ? 480 : 360;
  test(`The key stories look in ${engine} as they did, in light, and in dark on a narrow screen.`, {skip}, async () => {
    const differences = [];
    for (const id of keyStories) {
      await page.resize(800, 600);
      await page.goto(new URL(`iframe.html?${queryOf(id, 'story')}`, server.address).href);
      await page.waitFor(isDrawn, '.canvas');
      await page.waitFor(isPainted);
      differences.push(await differenceTo(page, `${id}.light`));
      await page.resize(narrow, 600);
      await page.evaluate(() => {
        window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', {globals: {theme: 'dark'}});
      });
      await page.waitFor(isDrawn, '.canvas.dark');
      await page.waitFor(isPainted);
      differences.push(await differenceTo(page, `${id}.dark`));
    }
    assert.deepEqual(
      differences.filter((difference) => difference),
      [],
    );
  });
}
