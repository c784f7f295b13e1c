/** The elements in apps of the frameworks, drawn in the browser and on the server. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {cpSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {svelte} from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import {build} from 'vite';
import solid from 'vite-plugin-solid';
import {serve} from '../../demo/serve.js';
import {openPage} from '../support/engines.js';
import {project, root, write} from './project.js';

// What frameworks check, and say, while one develops.
process.env.NODE_ENV = 'development';

const browserEntries = {
  React: 'react/browser.jsx',
  Preact: 'preact/browser.jsx',
  Vue: 'vue/browser.js',
  Svelte: 'svelte/browser.js',
  Solid: 'solid/browser.jsx',
};
const serverEntries = {
  React: 'react/server.jsx',
  Preact: 'preact/server.jsx',
  Vue: 'vue/server.js',
  Svelte: 'svelte/server.js',
};

const first = {
  isShown: true,
  title: 'WebAssembly everywhere',
  kind: 'panel',
  isData: true,
  intro: 'This article is part of a series:',
  name: 'KubeCon',
  parts: ['a', 'b', 'c'],
  talks: ['One', 'Two', 'Three'],
  relation: 'event',
};

const site = project(after);
const pages = join(site, 'pages');
const servers = {};
let server;
let page;

before(async () => {
  cpSync(join(root, 'test/frameworks/apps'), site, {recursive: true});
  write(site, {'elements.js': `import 'article-series-elements/define.js';`});
  const bundle = (entries, output, settings = {}) =>
    build({
      root: site,
      configFile: false,
      logLevel: 'error',
      mode: 'development',
      plugins: [
        vue({template: {compilerOptions: {isCustomElement: (tag) => tag.includes('-')}}}),
        svelte({configFile: false}),
        solid({include: /solid/}),
      ],
      build: {
        outDir: output,
        emptyOutDir: false,
        minify: false,
        modulePreload: {polyfill: false},
        rollupOptions: {
          input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(site, file)])),
          preserveEntrySignatures: 'strict',
          output: {entryFileNames: '[name].js'},
        },
        ...settings,
      },
    });
  await bundle({...browserEntries, ReactStream: 'react/stream.jsx', elements: 'elements.js'}, pages);
  await bundle(serverEntries, join(site, 'server'), {ssr: true});
  for (const framework of Object.keys(serverEntries)) {
    servers[framework] = await import(pathToFileURL(join(site, 'server', `${framework}.js`)));
  }
  const items = first.parts.map((part) => ({id: part, url: `/${part}/`, title: part}));
  const feed = {version: 'https://jsonfeed.org/version/1.1', title: 'KubeCon', items};
  write(pages, {'feed.json': JSON.stringify(feed)});
  server = await serve({folder: pages});
  page = await openPage('chromium');
  page.tab.on('console', (message) => {
    if (/^(error|warn)/.test(message.type()) && !/Lit is in dev mode/.test(message.text())) said.push(message.text());
  });
});

after(async () => {
  await page?.close();
  server?.close();
});

/** What the console said, but for what Lit says while one develops. */
let said = [];

/** Opens a page with an app, and the elements before it if there are any. */
async function open(framework, {html = '', isDefined = true}) {
  const elements = isDefined ? '<script type="module" src="/elements.js"></script>' : '';
  const name = `${framework}-${isDefined}-${html.length}.html`;
  write(pages, {
    [name]: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Wednesday</title>
<link rel="icon" href="data:,">
<div id="app">${html}</div>
${elements}
<script type="module">
  import {start} from '/${framework}.js';
  window.heard = [];
  const heard = (event) => {
    window.heard.push(event.type);
    event.preventDefault();
  };
  window.app = start(document.querySelector('#app'), ${JSON.stringify(first)}, heard, ${Boolean(html)});
</script>`,
  });
  said = [];
  page.errors().length = 0;
  await page.goto(`${server.address}${name}`);
  await page.waitFor(() => Boolean(window.app && document.querySelector('series-navigator')));
}

const update = (change) => page.evaluate((state) => window.app.update(state), {...first, ...change});
/** Waits until the navigator shows these parts, by their first letter. */
const rows = (...expected) =>
  page.waitFor((letters) => {
    const links = document.querySelector('series-navigator').shadowRoot?.querySelectorAll('[part=item] a') ?? [];
    return [...links].map((link) => link.textContent.trim()[0]).join() === letters;
  }, expected.join());
async function saveArticle() {
  await page.tab.locator('>>> list-save-button >>> button').click();
  await page.tab.locator('>>> [part=panel] input[type=checkbox]').click();
}

const assertQuiet = () => assert.deepEqual([...page.errors(), ...said], []);

/** In the page: what the framework has drawn, without the attributes that it may set as properties. */
const drawn = () => {
  const copy = document.querySelector('#app').cloneNode(true);
  for (const element of copy.querySelectorAll('*')) {
    if (!element.localName.includes('-')) continue;
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  return copy.innerHTML;
};

for (const framework of Object.keys(browserEntries)) {
  test(`${framework} draws every element with its children.`, async () => {
    await open(framework, {});
    await rows('a', 'b', 'c');
    await page.waitFor(() =>
      [...document.querySelectorAll('#app *')].every((each) => !each.localName.includes('-') || each.shadowRoot),
    );
    assertQuiet();
  });

  test(`${framework} appends, removes, reorders and rewrites children, and the elements follow.`, async () => {
    const changes = [
      [{parts: ['a', 'b', 'c', 'd']}, ['a', 'b', 'c', 'd']],
      [{parts: ['c', 'b', 'a']}, ['c', 'b', 'a']],
      [{parts: ['b', 'c'], intro: 'Two are left:', title: 'Rust'}, ['b', 'c']],
      [{parts: ['x', 'b', 'y', 'z'], isShown: false, talks: ['Three', 'Four', 'One']}, ['x', 'b', 'y', 'z']],
      [{}, ['a', 'b', 'c']],
    ];
    const trees = {};
    for (const isDefined of [true, false]) {
      await open(framework, {isDefined});
      trees[isDefined] = [await page.evaluate(drawn)];
      for (const [change, expected] of changes) {
        await update(change);
        if (isDefined) await rows(...expected);
        await page.waitFor(
          (all) => [...document.querySelectorAll('#app ol a')].map((a) => a.textContent).join() === all,
          expected.join(),
        );
        trees[isDefined].push(await page.evaluate(drawn));
      }
      assertQuiet();
    }
    assert.deepEqual(trees.true, trees.false, 'what the framework drew is as without the elements');
  });

  test(`${framework} sets attributes and properties.`, async () => {
    await open(framework, {});
    await rows('a', 'b', 'c');
    const values = () => {
      const {kind, structuredData} = document.querySelector('keynote-card');
      const {seriesName, current} = document.querySelector('series-navigator');
      return [kind, structuredData, seriesName, current, document.querySelector('sponsor-list').relation];
    };
    assert.deepEqual(await page.evaluate(values), ['panel', true, 'KubeCon', '/b/', 'event']);
    const given = [
      {title: 'k', url: '/k/'},
      {title: 'l', url: '/b/'},
    ];
    await update({kind: 'interview', isData: false, name: 'Paris', relation: 'gift', given});
    await rows('k', 'l');
    assert.deepEqual(await page.evaluate(values), ['interview', false, 'Paris', '/b/', 'gift']);
    await update({});
    await rows('a', 'b', 'c');
    assertQuiet();
  });

  test(`${framework} hears events, also those that bubble, and can cancel.`, async () => {
    await open(framework, {});
    await rows('a', 'b', 'c');
    await update({src: '/feed.json'});
    await page.waitFor(() => window.heard.includes('series-load'));
    await update({src: '/none.json'});
    await page.waitFor(() => window.heard.includes('series-error'));
    // Of the missing file its author is told.
    said = said.filter((text) => !/404|none\.json/.test(text));
    await saveArticle();
    await page.waitFor(() => window.heard.filter((type) => type === 'list-save').length === 2);
    await page.waitFor(() => {
      const box = document.querySelector('list-save-button').shadowRoot.querySelector('[part=panel] input');
      return box.checked === false;
    });
    assertQuiet();
  });

  test(`${framework} keeps the elements of a keyed list as they are reordered.`, async () => {
    await open(framework, {});
    await page.evaluate(() => {
      for (const talk of document.querySelectorAll('talk-summary')) talk.mark = talk.textContent.trim();
    });
    await update({talks: ['Three', 'One', 'Four', 'Two']});
    await page.waitFor(() => document.querySelectorAll('talk-summary').length === 4);
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('talk-summary')].map(({mark, textContent}) => [
          mark ?? 'new',
          textContent.trim(),
        ]),
      ),
      [
        ['Three', 'Three'],
        ['One', 'One'],
        ['new', 'Four'],
        ['Two', 'Two'],
      ],
    );
    await page.waitFor(() =>
      [...document.querySelectorAll('talk-summary')].every((talk) => talk.shadowRoot?.querySelector('[part=heading]')),
    );
    assertQuiet();
  });

  test(`${framework} takes the elements away again.`, async () => {
    await open(framework, {});
    await rows('a', 'b', 'c');
    await page.evaluate(() => window.app.unmount());
    await page.waitFor(() => !document.querySelector('#app').querySelector('*'));
    assertQuiet();
  });
}

for (const framework of Object.keys(serverEntries)) {
  test(`${framework} draws every element and word on a server.`, async () => {
    const html = await servers[framework].toHtml(first);
    for (const tag of [
      'keynote-card',
      'series-navigator',
      'talk-summary',
      'sponsor-list',
      'list-save-button',
      'saved-lists',
    ]) {
      assert.match(html, new RegExp(`<${tag}[ >]`));
    }
    for (const words of [first.title, first.intro, ...first.talks, 'Quai Sept']) assert.ok(html.includes(words), words);
  });

  for (const [when, isDefined] of [
    ['before', true],
    ['after', false],
  ]) {
    test(`${framework} takes over what a server has drawn, with the elements defined ${when}.`, async () => {
      await open(framework, {html: await servers[framework].toHtml(first), isDefined});
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      if (!isDefined) await page.evaluate(() => import('/elements.js').then(() => undefined));
      await rows('a', 'b', 'c');
      await update({parts: ['c', 'b'], kind: 'interview'});
      await rows('c', 'b');
      assert.equal(await page.evaluate(() => document.querySelector('keynote-card').kind), 'interview');
      await saveArticle();
      await page.waitFor(() => window.heard.includes('list-save'));
      assertQuiet();
    });
  }
}

test('React takes over a page while it is streamed, with the elements defined before their words come.', async () => {
  let send;
  const ready = new Promise((resolve) => {
    send = resolve;
  });
  const streaming = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      servers.React.stream(first, ready, response);
    } else {
      response.setHeader('content-type', 'text/javascript');
      response.end(readFileSync(join(pages, request.url)));
    }
  }).listen(0, '127.0.0.1');
  await once(streaming, 'listening');
  try {
    said = [];
    page.errors().length = 0;
    const loaded = page.goto(`http://127.0.0.1:${streaming.address().port}/`);
    await page.tab.waitForFunction(
      () => window.app && customElements.get('series-navigator') && document.querySelector('#app').textContent,
    );
    assert.equal(await page.evaluate(() => document.querySelector('#app').innerText), 'Later');
    send();
    await loaded;
    await rows('a', 'b', 'c');
    await update({parts: ['c', 'b']});
    await rows('c', 'b');
    assertQuiet();
  } finally {
    streaming.close();
  }
});
