/**
 * By keyboard alone.
 * Every path through the elements with real keys, on whole pages in three engines: to each control by Tab, with what is
 * visible at the end. Wherever the focus is, it is shown, and no act loses it.
 */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {serve} from '../../demo/serve.js';
import {engines, find} from '../support/browsers.js';
import {openPage} from '../support/engines.js';
import {buildStorybook} from '../support/storybook.js';
import {isWhole, record} from './proof.js';

const post = '/en/2024/03/22/kubecon-friday/';
const counts = new Map();
let blog;
let stories;

before(async () => {
  [blog, stories] = await Promise.all([serve(), serve({folder: buildStorybook()})]);
});

after(() => {
  blog?.close();
  stories?.close();
  record(
    'keyboard',
    [...counts].map(([engine, {paths, keys}]) => ({what: `paths in ${engine}`, count: paths, note: `${keys} keys`})),
  );
});

/** A sample has the paths in one engine. */
for (const engine of isWhole ? engines : ['chromium']) {
  describe(`In ${engine}, a reader without a mouse`, {skip: !find(engine) && `${engine} is not installed`}, () => {
    let page;
    const count = {paths: 0, keys: 0};

    before(async () => {
      // Firefox shows no focus on the page while its panel of downloads is open.
      page = await openPage(engine, {extraPrefsFirefox: {'browser.download.alwaysOpenPanel': false}});
      counts.set(engine, count);
    });

    after(() => page?.close());

    const path = (sentence, walk) =>
      test(sentence, async () => {
        await walk();
        count.paths += 1;
      });

    async function press(...names) {
      count.keys += names.length;
      await page.press(...names);
    }

    /** Presses Tab until the focus is on what has these words as its name. */
    async function tabTo(words, key = 'Tab') {
      const passed = [];
      for (let presses = 0; presses < 60; presses += 1) {
        const {name, isShown} = await page.evaluate(focused);
        assert.ok(isShown, `the focus on “${name}” is shown`);
        if (name.startsWith(words)) return;
        passed.push(name);
        await press(key);
      }
      assert.fail(`${key} does not lead to “${words}”, only to ${passed.join(' | ')}`);
    }

    const sees = (words) => page.waitFor(isVisible, words);
    const isOn = (words, selector = '*') => page.waitFor(isFocused, words, selector);

    async function openBlog(path) {
      await page.goto(new URL(path, blog.address).href);
      await page.waitFor(isDrawn);
    }

    async function openStory(id) {
      await page.goto(new URL(`iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`, stories.address).href);
      await page.waitFor(isDrawn);
    }

    path('goes on to the part before by its link.', async () => {
      await openBlog(post);
      await tabTo('KubeCon in Paris, Thursday');
      await press('Enter');
      await page.waitFor(() => location.pathname === '/en/2024/03/21/kubecon-thursday/');
    });

    path('opens the folded parts of a long series, and closes them.', async () => {
      await openStory('elements-series-navigator--long');
      await sees('Parts');
      await tabTo('Parts');
      await press('Enter');
      await page.waitFor(isOpen, true);
      await press(' ');
      await page.waitFor(isOpen, false);
    });

    path('opens what is folded of a talk.', async () => {
      await openStory('elements-talk-summary--folded');
      await tabTo('What was said');
      await press(' ');
      await page.waitFor(isOpen, true);
    });

    path('saves a post, creates a list, takes it back, and is on the button again.', async () => {
      await openBlog(post);
      await tabTo('Add to a list');
      await press('Enter');
      await sees('Create a list');
      await isOn('Add to a list');
      await tabTo('Read later');
      await press(' ');
      await sees('Added to “Read later”.');
      await tabTo('Create a list');
      await press('Enter');
      await isOn('Name of the list');
      await press(...'Rust', 'Enter');
      await sees('Added to “Rust”.');
      await tabTo('Undo');
      await press('Enter');
      await sees('Removed from “Rust”.');
      await isOn('Add to a list');
      await press('Escape');
      await isOn('Saved in 1 list');
    });

    path('moves an article to another list, and takes it back.', async () => {
      await openBlog('/en/my-lists/');
      await tabTo('Read later');
      await press('Enter');
      await isOn('Read later', 'h2');
      await tabTo('What to do with');
      await press('Enter');
      await sees('Move to');
      await tabTo('Rust');
      await press('Enter');
      await sees('Moved to “Rust”.');
      await isOn('Read later', 'h2');
      await tabTo('Undo', 'Shift+Tab');
      await press('Enter');
      await isOn('Read later', 'h2');
      await sees('KubeCon in Paris, Friday');
    });

    path('marks an article as read, and removes it.', async () => {
      await openBlog('/en/my-lists/');
      await tabTo('Read later');
      await press('Enter');
      await isOn('Read later', 'h2');
      await tabTo('Read: KubeCon');
      await press(' ');
      await page.waitFor(isChecked);
      await isOn('Read: KubeCon');
      await tabTo('What to do with');
      await press(' ');
      await sees('Move to');
      await tabTo('Remove');
      await press('Enter');
      await sees('Removed from “Read later”.');
      await isOn('Read later', 'h2');
      await tabTo('Undo', 'Shift+Tab');
      await press(' ');
      await sees('KubeCon in Paris, Friday');
    });

    path('renames a list, deletes it, and takes that back.', async () => {
      await openBlog('/en/my-lists/');
      await tabTo('Rust');
      await press('Enter');
      await isOn('Rust', 'h2');
      await tabTo('Rename');
      await press('Enter');
      await isOn('Name of the list');
      await press('Backspace', ...'Crates', 'Enter');
      await sees('Crates');
      await isOn('Crates');
      await tabTo('Delete the list');
      await press('Enter');
      await sees('The list “Crates” is deleted.');
      await tabTo('Undo', 'Shift+Tab');
      await press('Enter');
      await isOn('Crates');
    });

    path('searches all lists.', async () => {
      await openBlog('/en/my-lists/');
      await tabTo('Search in all lists');
      await press(...'paris');
      await sees('“paris”');
      await sees('KubeCon in Paris, Friday');
      await isOn('Search in all lists');
    });

    path('saves a copy, comes to the field for one, and forgets everything only when sure.', async () => {
      await openBlog('/en/my-lists/');
      await tabTo('Keep and move');
      await press('Enter');
      await sees('Save a copy');
      await tabTo('JSON');
      await press('Enter');
      await sees('In the copy: 1 article.');
      await isOn('JSON');
      await tabTo('Read a copy');
      await tabTo('Forget everything');
      await press('Enter');
      await isOn('All your lists');
      await tabTo('Cancel');
      await press('Enter');
      await isOn('Forget everything');
      await press('Enter');
      await isOn('All your lists');
      await tabTo('Forget everything');
      await press('Enter');
      await sees('You have no lists');
    });

    test('meets no error.', () => assert.deepEqual(page.errors(), []));
  });
}

/* In the page: each stands alone. */

function isDrawn() {
  const tags = 'series-navigator, talk-summary, list-save-button, saved-lists';
  const all = [...document.querySelectorAll(tags)];
  // The author's words stand in the place of the lists until those are read.
  const isShown = ({localName, shadowRoot}) =>
    shadowRoot?.querySelector(localName === 'saved-lists' ? '[part=keep]' : 'li, slot, button');
  return all.length > 0 && all.every(isShown);
}

/** The name of what has the focus, and whether a ring shows it. */
function focused() {
  let element = document.activeElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === document.body || element === document.documentElement) return {name: '', isShown: true};
  const label = element.labels?.[0];
  const text = element.getAttribute('aria-label') ?? (label ?? element).textContent;
  const {outlineStyle, outlineWidth} = getComputedStyle(element);
  // A heading is where an act leads to, and not where one is done.
  const isShown = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || /^h\d$/.test(element.localName);
  return {name: text.replace(/\s+/g, ' ').trim(), isShown};
}

function isFocused(words, selector) {
  let element = document.activeElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element.matches(selector)) return false;
  const text = element.getAttribute('aria-label') ?? (element.labels?.[0] ?? element).textContent;
  return element !== document.body && text.replace(/\s+/g, ' ').trim().startsWith(words);
}

function isVisible(words) {
  const roots = [...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []);
  return roots
    .flatMap((root) => [...root.querySelectorAll('*')])
    .some((each) => each.checkVisibility() && [...each.childNodes].some(({data}) => data?.includes(words)));
}

function isOpen(isWanted) {
  const roots = [...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []);
  return roots.some((root) => root.activeElement?.closest('details')?.open === isWanted);
}

function isChecked() {
  return document.querySelector('saved-lists').shadowRoot.activeElement?.checked === true;
}
