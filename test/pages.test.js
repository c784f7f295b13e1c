/** Pages that come and go without a load of their own: Turbo, the back/forward cache, view transitions. Needs a build. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import puppeteer from 'puppeteer-core';
import {serve} from '../demo/serve.js';
import {chromiumArgs, ensure, find} from './support/browsers.js';

const turbo = readFileSync('node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js', 'utf8');
const [tuesday, wednesday] = ['/en/2024/03/19/kubecon-tuesday/', '/en/2024/03/20/kubecon-wednesday/'];

let browser;
let blog;
let server;
let origin;
let tab;
let errors;

/** The demo blog, with Turbo and what a test adds to the head of its pages. */
let head = '';

before(async () => {
  ensure(['chromium']);
  blog = await serve();
  server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url, blog.address), {headers: {'accept-encoding': 'identity'}});
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    if (request.url === '/turbo.js') return response.writeHead(200, {'content-type': 'text/javascript'}).end(turbo);
    response.writeHead(answer.status, {'content-type': type});
    response.end(/html/.test(type) ? String(body).replace('</head>', `${head}</head>`) : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
});

after(async () => {
  await browser?.close();
  server?.close();
  blog?.close();
});

async function open(path, inHead = '') {
  head = inHead;
  errors = [];
  await tab?.close();
  tab = await browser.newPage();
  tab.on('pageerror', (error) => errors.push(String(error)));
  await tab.goto(origin + path);
  await isCurrent(path);
}

/** Waits until both navigators of the page mark this part, and Turbo has no other version of the page under way. */
async function isCurrent(path) {
  await tab.waitForFunction(
    (wanted, position) => {
      const marks = [...document.querySelectorAll('series-navigator')].map(({shadowRoot}) =>
        [...(shadowRoot?.querySelectorAll('[part=position]') ?? [])].map(({textContent}) => textContent).join(),
      );
      const isSettled = !document.documentElement.matches('[aria-busy], [data-turbo-preview]');
      return (
        isSettled && location.pathname === wanted && marks.length === 2 && marks.every((mark) => mark === position)
      );
    },
    {timeout: 10_000},
    path,
    path === tuesday ? 'Part 1 of 4' : 'Part 2 of 4',
  );
}

/** Follows the link to the next part at the end of the article. */
const follow = () =>
  tab.evaluate(() =>
    [...document.querySelectorAll('series-navigator')].at(-1).shadowRoot.querySelector('[rel=next]').click(),
  );

/** Opens the dialog of the save button by one click, and counts the dialogs that open. */
async function dialogs() {
  await tab.evaluate(() => document.querySelector('list-save-button').shadowRoot.querySelector('button').click());
  await tab.waitForFunction(() => document.querySelector('list-save-button').shadowRoot.querySelector('dialog')?.open);
  return tab.evaluate(() => document.querySelector('list-save-button').shadowRoot.querySelectorAll('dialog').length);
}

test('Turbo swaps a post for the next and back: the right part is marked, a button opens one dialog.', async () => {
  await open(tuesday, '<script src="/turbo.js"></script><meta name="turbo-cache-control" content="cache">');
  await tab.evaluate(() => (globalThis.isSamePage = true));
  for (let round = 0; round < 3; round++) {
    await follow();
    await isCurrent(wednesday);
    await tab.goBack();
    await isCurrent(tuesday);
  }
  assert.equal(await tab.evaluate(() => globalThis.isSamePage), true, 'Turbo did not load the page anew');
  assert.equal(await dialogs(), 1);
  assert.deepEqual(errors, []);
});

test('Turbo morphs a post into the next: what is drawn is the next.', async () => {
  const morph = '<meta name="turbo-refresh-method" content="morph">';
  await open(tuesday, `<script src="/turbo.js"></script>${morph}`);
  await tab.evaluate(
    (path) =>
      fetch(path)
        .then((answer) => answer.text())
        .then((html) => {
          const other = new DOMParser().parseFromString(html, 'text/html');
          history.replaceState({}, '', path);
          globalThis.Turbo.morphElements(document.head, other.head);
          globalThis.Turbo.morphElements(document.body, other.body);
        }),
    wednesday,
  );
  await isCurrent(wednesday);
  assert.equal(await dialogs(), 1);
  assert.deepEqual(errors, []);
});

test('A post that comes back from the back/forward cache works as before.', async () => {
  await open(tuesday);
  await tab.evaluate(() => addEventListener('pageshow', ({persisted}) => (globalThis.isRestored = persisted)));
  await follow();
  await isCurrent(wednesday);
  await tab.goBack();
  await isCurrent(tuesday);
  assert.equal(await tab.evaluate(() => globalThis.isRestored), true, 'it came from the cache');
  assert.equal(await dialogs(), 1);
  assert.deepEqual(errors, []);
});

test('A view transition between two posts ends in what a load shows.', async () => {
  await open(tuesday, '<style>@view-transition { navigation: auto; }</style>');
  await follow();
  await isCurrent(wednesday);
  assert.equal(await dialogs(), 1);
  assert.deepEqual(errors, []);
});

test('A page swapped in a view transition of its own is drawn.', async () => {
  await open(tuesday);
  await tab.evaluate(async (path) => {
    const html = await (await fetch(path)).text();
    const other = new DOMParser().parseFromString(html, 'text/html');
    await document.startViewTransition(() => {
      history.pushState({}, '', path);
      document.querySelector('[rel=canonical]').href = path;
      document.querySelector('main').replaceWith(document.adoptNode(other.querySelector('main')));
    }).finished;
  }, wednesday);
  await isCurrent(wednesday);
  assert.equal(await dialogs(), 1);
  assert.deepEqual(errors, []);
});

test('A page that Astro swaps in, its body first and its address after it, marks its part.', async () => {
  await open(wednesday);
  await tab.evaluate(async (path) => {
    const html = await (await fetch(path)).text();
    const other = new DOMParser().parseFromString(html, 'text/html');
    document.querySelector('[rel=canonical]').remove();
    await document.startViewTransition(() => {
      document.body.replaceWith(other.body);
      history.pushState({}, '', path);
    }).finished;
  }, tuesday);
  await isCurrent(tuesday);
  assert.equal(await dialogs(), 1);
  assert.deepEqual(errors, []);
});

test('Posts that an endless page appends are drawn.', async () => {
  await open(tuesday);
  await tab.evaluate(async (path) => {
    const html = await (await fetch(path)).text();
    const other = new DOMParser().parseFromString(html, 'text/html');
    document.body.append(...other.querySelectorAll('article'));
    const late = document.createElement('div');
    late.dataset.as = 'keynote-card';
    late.append(Object.assign(document.createElement('h2'), {textContent: 'Wasm'}));
    document.body.append(late);
  }, wednesday);
  await tab.waitForFunction(() => {
    const elements = [...document.querySelectorAll('list-save-button, series-navigator, [data-as]')];
    return elements.length === 7 && elements.every(({shadowRoot}) => shadowRoot?.childElementCount);
  });
  assert.deepEqual(errors, []);
});

test('The link to a video leads there where a new version of the script has taken the place of the player’s code.', async () => {
  await open(tuesday);
  await tab.setRequestInterception(true);
  tab.on('request', (request) =>
    request.url().includes('talk-summary.video') ? request.respond({status: 404}) : request.continue(),
  );
  await tab.evaluate((path) => {
    const talk = document.createElement('talk-summary');
    talk.setAttribute('video', 'embed');
    const [title, line, link] = ['h2', 'p', 'a'].map((name) => document.createElement(name));
    title.append('Wasm');
    link.append('Video');
    link.href = path;
    line.append(link);
    talk.append(title, line);
    document.body.append(talk);
  }, wednesday);
  await tab.waitForFunction(() => document.querySelector('talk-summary').shadowRoot?.querySelector('[part=video] a'));
  await tab.evaluate(() => document.querySelector('talk-summary').shadowRoot.querySelector('[part=video] a').click());
  await isCurrent(wednesday);
});
