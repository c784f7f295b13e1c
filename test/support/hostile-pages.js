/** Pages that are hard on what is embedded in them, in any engine: served here, and read by what stands in witness.js. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {find} from './browsers.js';
import {openPage} from './engines.js';

/** The engines that are installed here; Chromium is required, and says so where it is missing. */
export const engines = ['chromium', 'firefox', 'webkit'].filter((name) => name === 'chromium' || find(name));

const dist = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const witness = readFileSync(new URL('witness.js', import.meta.url), 'utf8');

/** Every element, with what they draw of it and what they leave as it is. */
export const markup = `<main>
<h1>Friday</h1>
<series-navigator>
<p>This article is part of a series of 3 posts:</p>
<ol id="its-parts">
<li><a href="/wednesday/">Wednesday: the first day</a></li>
<li>Thursday: the second day</li>
<li><a href="/friday/">Friday: the last day</a></li>
</ol>
<p>All of them were written on the train.</p>
</series-navigator>
<p>Words between.</p>
<keynote-card kind="panel">
<h2>WebAssembly everywhere</h2>
<ul>
<li>Kai Walter, Distinguished Architect, ZEISS</li>
<li>Jane Doe, Acme (moderator)</li>
</ul>
<blockquote lang="en"><p>Boring definition: it’s another bytecode format.</p></blockquote>
</keynote-card>
<talk-summary>
<h3>Two nodes at the edge</h3>
<ul>
<li>Tyler Gillson, Spectro Cloud</li>
</ul>
<p>Two nodes, one of them down, and an etcd that wants a third.</p>
<p><strong>Verdict:</strong> to try — the demo failed, the design did not.</p>
<p><a href="https://clusters.example/slides">Slides</a> · <a href="https://clusters.example/code">Code</a></p>
</talk-summary>
<div data-as="talk-summary" data-kind="lightning">
<h3>Written as a wrapper</h3>
<p>Five minutes about bricks.</p>
</div>
<sponsor-list relation="event">
<h3>Gold</h3>
<ul>
<li><a href="https://quai-sept.example/"><img src="/logo.svg" alt="" width="60" height="30"> Quai Sept</a> — the rooms</li>
<li data-relation="gift"><a href="https://cafe.example/">Café du Port</a> — four days of coffee</li>
</ul>
</sponsor-list>
<list-save-button><a href="/my-lists/?add=https://blog.example/friday/">Save for later</a></list-save-button>
<saved-lists><p>Your lists need JavaScript.</p></saved-lists>
<series-navigator for="its-parts"></series-navigator>
</main>`;

/** What readers see of it without the script, and with it. */
export const plain = [
  'Friday',
  'This article is part of a series of 3 posts: Wednesday: the first day Thursday: the second day Friday: the last day All of them were written on the train.',
  'Words between.',
  'WebAssembly everywhere Kai Walter, Distinguished Architect, ZEISS Jane Doe, Acme (moderator) Boring definition: it’s another bytecode format.',
  'Two nodes at the edge Tyler Gillson, Spectro Cloud Two nodes, one of them down, and an etcd that wants a third. Verdict: to try — the demo failed, the design did not. Slides · Code',
  'Written as a wrapper Five minutes about bricks.',
  'Gold Quai Sept — the rooms Café du Port — four days of coffee',
  'Save for later',
  'Your lists need JavaScript.',
  '',
];
export const drawn = [
  'Friday',
  'This article is part of a series of 3 posts: Wednesday: the first day Previous Thursday: the second day Part 2 of 3 Friday: the last day Next All of them were written on the train.',
  'Words between.',
  'Panel WebAssembly everywhere Jane Doe Acme (moderator) Kai Walter Distinguished Architect, ZEISS Boring definition: it’s another bytecode format.',
  'Two nodes at the edge Tyler Gillson Spectro Cloud Two nodes, one of them down, and an etcd that wants a third. Try Verdict: to try — the demo failed, the design did not. Slides Code',
  'Lightning talk Written as a wrapper Five minutes about bricks.',
  'Gold Quai Sept the rooms Café du Port four days of coffee Gift to the author Event sponsorship',
  'Add to a list',
  'Your lists are kept in this browser, for this site only. You have no lists yet.',
  'Wednesday: the first day Previous Thursday: the second day Part 2 of 3 Friday: the last day Next',
];

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><path d="M0 0h60v30H0z"/></svg>`;
const types = {css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml'};

/** The embed script as it is, the same once more, a later version, and one with a Lit that marks templates otherwise. */
const versions = {
  cdn: (code) => code,
  copy: (code) => code,
  later: (code) => code.replaceAll('0.1.0', '9.9.9'),
  other: (code) => code.replaceAll('0.1.0', '8.8.8').replaceAll('lit$', 'lot$').replaceAll('_$lit', '_$lot'),
};

const embed = '<script type="module" src="/cdn/article-series.js"></script>';

/**
 * @typedef {object} Hostile
 * @property {string} [head] before everything else but the witness
 * @property {string} [before] before the elements
 * @property {string} [scripts] after them; the embed script, unless said
 * @property {Record<string, string>} [headers]
 * @property {string} [witness] how the witness is loaded
 */

/** Opens pages in one engine. */
export async function openHostile(engine) {
  const files = new Map();
  let count = 0;
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    const [, folder, file] = /^\/(\w+)\/(.*)$/.exec(pathname) ?? [];
    const answer = (type, body, headers = {}) =>
      response.writeHead(200, {'content-type': `${type}; charset=utf-8`, ...headers}).end(body);
    // What stands in a sandbox is of another origin.
    const open = {'access-control-allow-origin': '*'};
    if (files.has(pathname)) return answer('text/html', ...files.get(pathname));
    if (pathname === '/witness.js') return answer(types.js, witness, open);
    if (pathname === '/logo.svg') return answer(types.svg, logo);
    if (versions[folder] && file.endsWith('.js')) {
      return answer(types.js, versions[folder](readFileSync(dist + file, 'utf8')), open);
    }
    if (pathname.startsWith('/node_modules/')) {
      const path = fileURLToPath(new URL(`../..${pathname}`, import.meta.url));
      return answer(types[path.split('.').at(-1)], readFileSync(path));
    }
    return response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const page = await openPage(engine);

  const hostile = {
    ...page,
    origin,
    /** Opens a page, and waits until it has loaded. */
    async open({head = '', before = '', body = markup, scripts = embed, headers = {}, witness: attributes = ''} = {}) {
      const path = `/${(count += 1)}/thursday/`;
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Thursday</title>
<meta name="viewport" content="width=device-width">
<link rel="canonical" href="${origin}/thursday/"><base href="${origin}/thursday/">
<script src="/witness.js" ${attributes}></script>${head}</head><body>${before}${body}${scripts}</body></html>`;
      files.set(path, [html, headers]);
      page.errors().length = 0;
      await page.goto(origin + path);
      files.delete(path);
    },
    read: (section) => page.evaluate((name) => globalThis.witness(name), section),
    lines: async (section) => (await hostile.read(section)).split('\n').filter(Boolean),
    /** What a reader sees of each element and paragraph. */
    shown: async () =>
      (await hostile.read('shown'))
        .split('\f')
        .map((words) => words.replace(/\s+/g, ' ').trim())
        // What follows depends on the browser.
        .map((words) => words.replace(/(You have no lists yet\.).*/, '$1'))
        .slice(0, -1),
    /** Waits until the page shows what the script draws, unless another is expected. */
    async shows(expected = drawn) {
      let shown;
      for (const start = Date.now(); Date.now() - start < 10_000; await setTimeout(20)) {
        shown = await hostile.shown();
        if (shown.join() === expected.join()) return;
      }
      assert.deepEqual(shown, expected, (await hostile.lines('errors')).join() + (await hostile.lines('said')).join());
    },
    async close() {
      await page.close();
      server.close();
    },
  };

  await hostile.open({scripts: ''});
  hostile.light = await hostile.read('light');
  return hostile;
}
