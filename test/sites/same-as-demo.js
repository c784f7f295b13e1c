/** Holds a built site against the demo blog: its elements show the same, in a real browser. */
import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {serve} from '../../demo/serve.js';
import {chromiumArgs, ensure, find} from '../support/browsers.js';

const demo = fileURLToPath(new URL('../../demo', import.meta.url));

/** The posts every site has, where the demo blog has them. */
export const posts = [
  '/en/2024/03/19/kubecon-tuesday/',
  '/en/2024/03/20/kubecon-wednesday/',
  '/en/2024/03/21/kubecon-thursday/',
  '/en/2024/03/22/kubecon-friday/',
];

/** Besides the button and the two navigators of each post: fewer than in the demo blog, but these. */
const expected = {
  [posts[2]]: ['keynote-card', 'talk-summary'],
  [posts[3]]: ['talk-summary', 'sponsor-list'],
};

/**
 * Every post of a site has the button, the navigator, the elements named above and the navigator at its end, in this
 * order, and each shows what an element of the same post of the demo blog shows, word for word and link for link.
 *
 * @param {string} folder what the site's program has built
 */
export async function assertSameAsDemo(folder) {
  ensure(['chromium']);
  const browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
  try {
    const theirs = await picturesOf(browser, folder);
    const ours = await picturesOf(browser, demo);
    for (const post of posts) {
      const order = ['list-save-button', 'series-navigator', ...(expected[post] ?? []), 'series-navigator'];
      assert.deepEqual(
        theirs[post].map(({tag}) => tag),
        order,
        `the elements of ${post}`,
      );
      let from = 0;
      for (const {tag, picture} of theirs[post]) {
        const candidates = ours[post].slice(from).filter((each) => each.tag === tag);
        const twin = candidates.find((each) => each.picture === picture) ?? closest(candidates, picture);
        assert.equal(picture, twin?.picture, `<${tag}> on ${post}`);
        from = ours[post].indexOf(twin) + 1;
      }
    }
  } finally {
    await browser.close();
  }
}

/** The one that begins alike, for a message that shows the difference. */
function closest(candidates, picture) {
  const alike = ({picture: other}) => [...picture].findIndex((letter, index) => letter !== other[index]);
  return candidates.sort((a, b) => alike(b) - alike(a))[0];
}

export async function picturesOf(browser, folder) {
  const server = await serve({folder});
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  tab.on('console', (message) => /error|warn/.test(message.type()) && errors.push(message.text()));
  const pictures = {};
  for (const post of posts) {
    await tab.goto(new URL(post, server.address).href);
    await tab.waitForFunction(isDrawn);
    pictures[post] = await tab.evaluate(draw);
  }
  assert.deepEqual(errors, [], `what ${folder} said on the console`);
  await tab.close();
  server.close();
  return pictures;
}

/** Runs in the page. Every element is drawn, those with `src` or `data-src` from their file too. */
function isDrawn() {
  const tags = 'list-save-button, series-navigator, keynote-card, talk-summary, sponsor-list';
  // A pointer is drawn where it points to.
  const pointers = [...document.querySelectorAll(tags)].filter((tag) => tag.matches('[for]:not(series-navigator)'));
  const elements = [
    ...document.querySelectorAll(`${tags}, [data-as]`),
    ...pointers.map((pointer) => document.getElementById(pointer.getAttribute('for'))),
  ].filter((element) => !pointers.includes(element));
  return (
    elements.length > 2 &&
    !document.querySelector(':not(:defined)') &&
    elements.every((element) => element?.shadowRoot?.childElementCount > 0)
  );
}

/** Runs in the page. What its elements show: words, links, images and the parts they are drawn in. */
function draw() {
  const blocks = /^(article|blockquote|dd|div|dl|dt|figure|h\d|li|nav|ol|p|section|ul)$/;
  const flat = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ');
    if (node.nodeType !== Node.ELEMENT_NODE || /^(script|style)$/.test(node.localName)) return '';
    const inner = node.shadowRoot ?? node;
    const nodes = node.localName === 'slot' ? node.assignedNodes() : inner.childNodes;
    const words = [...nodes].map(flat).join('');
    const part = node.part?.length && node.getRootNode() !== document ? `{${[...node.part].join(' ')}}` : '';
    if (node.localName === 'img') return `![${node.alt}](${new URL(node.src).pathname})`;
    // The current part may be written with or without a link.
    if (node.localName === 'a' && node.href && !node.hasAttribute('aria-current')) {
      const {host, pathname} = new URL(node.href);
      return `${part}[${words.trim()}](${host === location.host ? pathname : node.href})`;
    }
    return blocks.test(node.localName) ? `\n${part}${words.trim()}\n` : part + words;
  };
  const tags = 'list-save-button, series-navigator, keynote-card, talk-summary, sponsor-list, [data-as]';
  return [...document.querySelectorAll(tags)].map((element) => ({
    tag: element.dataset.as ?? element.localName,
    picture: flat(element)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n'),
  }));
}
