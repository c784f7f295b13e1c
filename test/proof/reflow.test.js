/**
 * Zoom, spacing, targets, print.
 * The pages of the demo blog at 320 CSS pixels and at 400 % zoom (WCAG 1.4.10), with text at 200 % (1.4.4) and with the spacing
 * of 1.4.12: nothing scrolls sideways and no word is cut off. Targets are 24 pixels or have the room that 2.5.8 asks for.
 * Headings skip no level. Nothing moves. On paper, folds are open and links have their address.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {dirname} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {serve} from '../../demo/serve.js';
import {engines, find} from '../support/browsers.js';
import {openPage} from '../support/engines.js';
import {buildStorybook} from '../support/storybook.js';
import {record, sampleOf} from './proof.js';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));
const paths = ['en', 'fr'].flatMap((language) =>
  readdirSync(`${demo}/${language}`, {recursive: true})
    .filter((file) => file.endsWith('index.html') && file !== 'index.html')
    .map((file) => `/${language}/${dirname(file)}/`),
);
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;
/** A view of 1280 × 1024 at 400 % is 320 × 256. */
const views = [
  {name: '320 pixels', width: 320, height: 640},
  {name: '400 % zoom', width: 320, height: 256},
  {name: 'text at 200 %', width: 1000, height: 700, style: ':root { font-size: 200% }'},
  {name: 'spacing of text', width: 1000, height: 700, style: spacing},
  {name: 'spacing of text at 320 pixels', width: 320, height: 640, style: spacing},
];

const rows = [];
let server;

before(async () => {
  server = await serve();
});

after(() => {
  server?.close();
  record('reflow', rows);
});

for (const engine of engines) {
  describe(`In ${engine}`, {skip: !find(engine) && `${engine} is not installed`}, () => {
    let page;

    before(async () => {
      page = await openPage(engine);
      await page.goto(server.address);
    });

    after(() => page?.close());

    for (const view of views) {
      test(`no page loses a word or scrolls sideways: ${view.name}.`, async () => {
        const found = [];
        const wanted = sampleOf(paths, 2);
        for (const path of wanted) {
          await page.evaluate(frame, path, view);
          await page.waitFor(isDrawn);
          const faults = await page.evaluate(findLost, view.style ?? '');
          found.push(...faults.map((fault) => `${path}: ${fault}`));
        }
        rows.push({what: `pages in ${engine}: ${view.name}`, count: wanted.length, found: found.length});
        assert.deepEqual(found, []);
      });
    }

    test('every target is large enough or has room, headings skip no level, and nothing moves.', async () => {
      const found = [];
      const wanted = sampleOf(paths, 2);
      let targets = 0;
      for (const path of wanted) {
        for (const width of [320, 1000]) {
          await page.evaluate(frame, path, {width, height: 700});
          await page.waitFor(isDrawn);
          const {count, small} = await page.evaluate(findSmallTargets);
          targets += count;
          const faults = [...small, ...(await page.evaluate(findSkippedLevels)), ...(await page.evaluate(findMoving))];
          found.push(...faults.map((fault) => `${path}, ${width}: ${fault}`));
        }
      }
      rows.push({what: `targets in ${engine}, at 320 and 1,000 pixels`, count: targets, found: found.length});
      assert.deepEqual(found, []);
    });
  });
}

const reader = '/usr/bin/pdftotext';

describe('On paper', {skip: !existsSync(reader) && 'Needs the Debian package poppler-utils.'}, () => {
  test('a post has every word of it, and the addresses of its links.', async () => {
    const text = await print(new URL('/en/2024/03/22/kubecon-friday/', server.address).href);
    for (const words of ['Part 4 of 4', 'Bob Wise', 'the demo fell over', '/en/2024/03/21/kubecon-thursday/']) {
      assert.ok(text.includes(words), words);
    }
    rows.push({what: 'printed pages in chromium', count: 2});
  });

  test('what is folded is open.', async () => {
    const stories = await serve({folder: buildStorybook()});
    const id = 'elements-talk-summary--folded';
    const text = await print(new URL(`iframe.html?id=${id}&viewMode=story`, stories.address).href);
    stories.close();
    assert.match(text, /knots of mutexes/);
  });
});

/** The words of a page on paper. */
async function print(address) {
  const page = await openPage('chromium');
  try {
    await page.goto(address);
    await page.waitFor(() => Boolean(document.querySelector('talk-summary')?.shadowRoot?.querySelector('slot')));
    const pdf = await page.tab.pdf();
    return execFileSync(reader, ['-', '-'], {input: Buffer.from(pdf), encoding: 'utf8'}).replace(/\s+/g, ' ');
  } finally {
    await page.close();
  }
}

/* In the page: each stands alone. A frame is narrower than a window of WebKit can be. */

function frame(path, {width, height}) {
  const box = document.createElement('iframe');
  box.src = path;
  box.style.cssText = `width: ${width}px; height: ${height}px; border: 0`;
  document.body.replaceChildren(box);
}

function isDrawn() {
  const {contentDocument: page} = document.querySelector('iframe');
  const all = [...page.querySelectorAll('series-navigator, keynote-card, talk-summary, sponsor-list, saved-lists')];
  return (
    page.readyState === 'complete' &&
    all.length > 0 &&
    all.every(({shadowRoot}) => shadowRoot?.querySelector('li, slot[name], button, summary'))
  );
}

function findLost(style) {
  const {contentDocument: page, contentWindow: view} = document.querySelector('iframe');
  const roots = [page, ...[...page.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? [])];
  for (const root of style ? roots : []) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets.push(sheet);
  }
  const {scrollWidth, clientWidth} = page.documentElement;
  const cutOff = roots
    .flatMap((root) => [...root.querySelectorAll('*')])
    .filter((each) => each.getClientRects().length > 0 && !each.matches('.skip, select, input'))
    .filter((each) => {
      const {overflowX, overflowY} = view.getComputedStyle(each);
      const isCut = (overflow) => overflow === 'hidden' || overflow === 'clip';
      return (
        (isCut(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
        (isCut(overflowY) && each.scrollHeight > each.clientHeight + 1)
      );
    })
    .map((each) => `cut off: ${each.outerHTML.slice(0, 90)}`);
  const wide = roots
    .flatMap((root) => [...root.querySelectorAll('*')])
    .filter((each) => each.getBoundingClientRect().right > clientWidth + 1)
    .map((each) => each.outerHTML.slice(0, 90));
  return [
    ...(scrollWidth > clientWidth ? [`${scrollWidth} pixels wide: ${wide.slice(0, 3).join(' | ')}`] : []),
    ...cutOff,
  ];
}

/** Of what the elements draw; the exceptions of 2.5.8: in a line of text, and a circle of 24 pixels that meets no other target. */
function findSmallTargets() {
  const {contentDocument: page, contentWindow: view} = document.querySelector('iframe');
  const all = [...page.querySelectorAll('*')]
    .flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll('a[href], button, summary, select, input') ?? [])])
    .filter((each) => each.checkVisibility())
    // A label is part of the target of its box.
    .map((each) => ({each, box: (each.type === 'checkbox' ? each.labels[0] : each).getBoundingClientRect()}));
  const centre = ({left, right, top, bottom}) => [(left + right) / 2, (top + bottom) / 2];
  const isSmall = ({width, height}) => width < 23.9 || height < 23.9;
  const distance = ([x, y], {left, right, top, bottom}) =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  const isCrowded = (one, other) => {
    const [[x, y], [a, b]] = [centre(one.box), centre(other.box)];
    return distance([x, y], other.box) < 12 || (isSmall(other.box) && Math.hypot(x - a, y - b) < 24);
  };
  const isInText = ({each}) =>
    view.getComputedStyle(each).display === 'inline' &&
    [...each.parentNode.childNodes].some((node) => node !== each && node.nodeType === 3 && node.data.trim());
  const small = all.filter((one) => isSmall(one.box) && !isInText(one));
  const crowded = small.filter((one) => all.some((other) => other !== one && isCrowded(one, other)));
  return {
    count: all.length,
    small: crowded.map(
      ({each, box}) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${each.textContent.trim()}`,
    ),
  };
}

function findSkippedLevels() {
  const {contentDocument: page} = document.querySelector('iframe');
  const headings = (node) => {
    if (/^H[1-6]$/.test(node.nodeName)) return [Number(node.nodeName[1])];
    const children = node.localName === 'slot' ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    return [...children].flatMap(headings);
  };
  const levels = headings(page.body);
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
    ...levels.flatMap((level, index) =>
      level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after h${levels[index - 1]}`] : [],
    ),
  ];
}

function findMoving() {
  const {contentDocument: page, contentWindow: view} = document.querySelector('iframe');
  return [...page.querySelectorAll('*')]
    .flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll('*') ?? [])])
    .filter((each) => {
      const {animationName, transitionDuration} = view.getComputedStyle(each);
      return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
    })
    .map((each) => `moves: ${each.outerHTML.slice(0, 90)}`);
}
