/**
 * Pages in any style.
 * Resets, frameworks and themes style every element of a page, and so the words we leave where they are, and what we
 * draw inherits from them. On a page 360 pixels wide (450 in WebKit) with each of these stylesheets, no word is lost or
 * hidden, no two overlap, all stand out from what is behind them, every link can be followed, and nothing is wider than
 * the page.
 */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {engines, openHostile} from '../support/hostile-pages.js';
import {record, sampleOf} from './proof.js';

const packages = {
  bootstrap: 'dist/css/bootstrap.min.css',
  bulma: 'css/bulma.min.css',
  '@picocss/pico': 'css/pico.min.css',
  milligram: 'dist/milligram.min.css',
  purecss: 'build/pure-min.css',
  'spectre.css': 'dist/spectre.min.css',
  tailwindcss: 'preflight.css',
  'normalize.css': 'normalize.css',
  'modern-normalize': 'modern-normalize.css',
  'sanitize.css': 'sanitize.css',
  'the-new-css-reset': 'css/reset.css',
  'reset-css': 'reset.css',
  'destyle.css': 'destyle.css',
  'water.css': 'out/water.css',
  'mvp.css': 'mvp.css',
  'sakura.css': 'css/sakura.css',
  simpledotcss: 'simple.css',
  '@exampledev/new.css': 'new.css',
  'github-markdown-css': 'github-markdown.css',
};

/** What themes and browser extensions do by hand. */
const rules = [
  '* { all: unset !important }',
  '*, *::before, *::after { all: revert !important }',
  '* { font-size: 8px !important }',
  '* { font: 700 28px/1 monospace !important; letter-spacing: 2px !important }',
  '* { line-height: 1 !important; margin: 0 !important; padding: 0 !important }',
  '* { line-height: 2.5 !important; word-spacing: 1em !important }',
  '* { color: #fff !important; background: #000 !important }',
  'html { color: #eee; background: #111 } a { color: #8cf }',
  '* { position: relative; float: none; transition: all 3s !important }',
  '* { text-transform: uppercase !important; text-align: justify !important; hyphens: auto !important }',
  '* { white-space: nowrap }',
  '* { box-sizing: content-box !important; max-width: none !important; border: 1px solid red !important }',
  '* { writing-mode: horizontal-tb !important; direction: rtl }',
  'ol, ul { list-style: none; padding: 0; margin: 0 } li { float: left; margin-right: 1em }',
  'ul, ol { display: flex; flex-wrap: wrap } li::before { content: "→ " }',
  'a { display: block } a::after { content: " ↗" }',
  'a { display: inline-block; padding: 8px; background: #036; color: #fff }',
  'nav { display: none }',
  'nav, article { position: absolute; left: -9999px }',
  'div:empty, p:empty, span:empty { display: none } span { display: none }',
  'button { display: none } dialog { display: block }',
  ':not(:defined) { display: none }',
  ':not(:defined) { visibility: hidden }',
  'img { position: absolute; width: 100%; height: 500px }',
  'img, svg { max-width: 100%; height: auto; display: block } * { min-width: 0 }',
  'body { display: flex } main { display: grid; grid-template-columns: 1fr 1fr }',
  'main > * { display: flex }',
  'main > * { float: left; clear: both }',
  'main > * { display: inline-block }',
  'main > * { display: table }',
  'main > * { width: fit-content }',
  'main { display: flex; flex-wrap: wrap; gap: 1em }',
  'main > * { display: inline } p { display: inline }',
  'main > * { opacity: 1; overflow: hidden; max-height: none; contain: layout }',
  'blockquote { float: right; width: 50%; font-size: 2em } h2, h3 { position: sticky; top: 0 }',
  'body { columns: 2 }',
  '* { color-scheme: dark; }',
  'p { margin: 0; text-indent: 2em } p + p { margin-top: -0.1em } li { line-height: 1.1 }',
];

const styles = new Map([
  ...Object.entries(packages).map(([name, file]) => [
    name,
    `<link rel="stylesheet" href="/node_modules/${name}/${file}">`,
  ]),
  ...rules.map((rule) => [rule, `<style>${rule}</style>`]),
]);

/** Measures what is seen of a page. Runs in it. */
function measure() {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const colours = new Map();
  const toRgba = (colour) => {
    if (!colours.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      colours.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return colours.get(colour);
  };
  const over = ([r, g, b, alpha], below) =>
    [r, g, b].map((value, index) => (value * alpha + below[index] * (255 - alpha)) / 255);
  const luminance = (rgb) => {
    const [r, g, b] = rgb
      .map((value) => value / 255)
      .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host;
  const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';

  /** What is behind an element: what its ancestors paint, over the page. */
  function behind(element) {
    if (!(element instanceof Element))
      return element?.host ? behind(element.host) : isDark ? [18, 18, 18] : [255, 255, 255];
    const colour = toRgba(getComputedStyle(element).backgroundColor);
    return colour[3] === 255 ? colour.slice(0, 3) : over(colour, behind(parentOf(element)));
  }
  function contrast(element) {
    const below = behind(element);
    const [light, dark] = [below, over(toRgba(getComputedStyle(element).color), below)]
      .map(luminance)
      .sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  const words = [];
  const links = [];
  function collect(node, clips) {
    if (node.nodeType === Node.TEXT_NODE) {
      for (const {0: word, index} of node.data.matchAll(/\S+/g)) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        words.push({
          word,
          element: node.assignedSlot ?? node.parentElement ?? node.parentNode.host,
          clips,
          boxes: [...range.getClientRects()],
        });
      }
      return;
    }
    if (!(node instanceof Element) || /^(SCRIPT|STYLE|SELECT)$/.test(node.nodeName)) return;
    if (/^(A|BUTTON|SUMMARY)$/.test(node.nodeName)) links.push(node);
    const inside = getComputedStyle(node).overflow === 'visible' ? clips : [...clips, node];
    const children = node instanceof HTMLSlotElement ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    for (const child of children) {
      if (node.nodeName !== 'DETAILS' || node.open || child.nodeName === 'SUMMARY') collect(child, inside);
    }
  }
  collect(document.querySelector('main'), []);

  const hidden = words.filter(({element, boxes, clips}) => {
    const {visibility, opacity} = getComputedStyle(element);
    const isIn = ({left, right, top, bottom}) =>
      clips.every((clip) => {
        const box = clip.getBoundingClientRect();
        return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
      }) &&
      left + scrollX + (right - left) > 0 &&
      bottom + scrollY > 0;
    return (
      visibility !== 'visible' || opacity === '0' || !boxes.some((box) => box.width > 0 && box.height > 0 && isIn(box))
    );
  });
  // The boxes of words are higher than what is drawn of them.
  const inked = words.flatMap(({word, boxes}) =>
    boxes.map(({left, right, top, bottom, height}) => ({
      word,
      left,
      right,
      top: top + height / 4,
      bottom: bottom - height / 4,
    })),
  );
  const meet = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top < b.bottom && b.top < a.bottom;
  const overlapping = inked.flatMap((a, index) =>
    inked
      .slice(index + 1)
      .filter((b) => meet(a, b))
      .map((b) => `${a.word} / ${b.word}`),
  );
  // What a browser paints of its own buttons, their style does not say.
  const painted = words.filter(({element}) => !element.closest('button'));
  const faint = Math.min(...painted.map(({element}) => contrast(element)));
  return {
    words: words.length,
    hidden: hidden.map(({word}) => word),
    overlapping,
    faint,
    faintest: painted.find(({element}) => contrast(element) === faint)?.word,
    lost: links
      .filter((link) => !link.getBoundingClientRect().width || !link.getBoundingClientRect().height)
      .map((link) => link.textContent.trim()),
    width: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  };
}

let tried = 0;
let held = 0;
for (const engine of engines) {
  describe(`in ${engine}`, () => {
    let page;
    before(async () => {
      page = await openHostile(engine);
      await page.resize(engine === 'webkit' ? 450 : 360, 900);
    });
    after(() => page?.close());

    for (const [name, head] of sampleOf([...styles], 8)) {
      test(`legible with ${name}`, async () => {
        tried += 1;
        await page.open({head, scripts: ''});
        const before = await page.evaluate(measure);
        await page.open({head});
        await page.shows();
        const seen = await page.evaluate(measure);
        assert.deepEqual(await page.lines('errors'), []);
        assert.deepEqual(seen.hidden, []);
        assert.deepEqual(seen.lost, []);
        // A style may do these to the author's own words.
        assert.ok(seen.overlapping.length <= before.overlapping.length, seen.overlapping.join());
        assert.ok(seen.faint >= Math.min(4.5, before.faint) - 0.01, `${seen.faintest}: ${seen.faint}`);
        assert.ok(seen.width <= Math.max(seen.view, before.width), `${seen.width} pixels wide`);
        held += 1;
      });
    }
  });
}

after(() =>
  record('page-styles', [
    {
      what: `pages: ${Object.keys(packages).length} stylesheets from npm and ${rules.length} of our own`,
      count: tried,
      found: tried - held,
      note: engines.join(', '),
    },
  ]),
);
