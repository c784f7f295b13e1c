/**
 * Screen readers.
 * What Orca gets from each engine on Linux (AT-SPI): role, name, state and language of all that is on a post and on the
 * page of a reader’s lists, held against text that was read by a person: test/goldens/screen-readers/. The words that VoiceOver,
 * NVDA and JAWS make of it are theirs, and were not heard.
 */
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {serve} from '../../demo/serve.js';
import {find} from '../support/browsers.js';
import {missing, openWindow, startSession, tell} from '../support/screen-reader.js';
import {isWhole, record} from './proof.js';

const posts = {
  'post-en': '/en/2024/03/22/kubecon-friday/',
  'post-fr': '/fr/2024/03/22/kubecon-vendredi/',
};
const goldens = new URL('../goldens/screen-readers/', import.meta.url);
const rows = [];
const count = {trees: 0, lines: 0};

let server;
let stop;

/** Why it is not run: browsers may still change what they tell, so the goldens are held by `npm run proof` only. */
const notNow = () => missing() ?? (isWhole ? undefined : 'Only `npm run proof` holds the goldens.');

before(async () => {
  if (notNow()) return;
  server = await serve();
  stop = await startSession();
});

after(() => {
  server?.close();
  stop?.();
  rows.push({what: 'pages in an engine, as told to screen readers', count: count.trees, note: `${count.lines} lines`});
  record('screen-readers', rows);
});

for (const engine of ['chromium', 'firefox', 'webkit']) {
  describe(
    `A screen reader is told by ${engine}`,
    {skip: notNow() ?? (!find(engine) && `${engine} is not installed`)},
    () => {
      let page;

      before(async () => {
        page = await openWindow(engine);
      });

      after(() => page?.close());

      for (const [name, path] of Object.entries(posts)) {
        test(`what ${name} says.`, async () => {
          await page.goto(new URL(path, server.address).href);
          await page.waitFor(isDrawn, 'sponsor-list', 'li');
          hold(`${name}.${engine}`, await tell(page));
        });
      }

      // After the dialog, WebKitGTK does not answer for the next page.
      const skip = engine === 'webkit' && 'WebKitGTK does not answer for a page after a dialog.';
      test('what is in the lists of a reader.', {skip}, async () => {
        await page.goto(new URL(posts['post-en'], server.address).href);
        await page.waitFor(isDrawn, 'list-save-button', 'button');
        await page.evaluate(() =>
          document.querySelector('list-save-button').shadowRoot.querySelector('button').click(),
        );
        await page.waitFor(saveToFirst);
        hold(`dialog.${engine}`, await tell(page));
        await page.goto(new URL('/en/my-lists/', server.address).href);
        await page.waitFor(isDrawn, 'saved-lists', '[part=item]');
        hold(`my-lists.${engine}`, (await tell(page)).replace(/(?<=saved on ).*?\d{4}/g, '…'));
      });
    },
  );
}

/** In the page. A series is named once its file is read. */
const isDrawn = (tag, selector) =>
  [...document.querySelectorAll('series-navigator[src]')].every(({shadowRoot}) =>
    shadowRoot?.querySelector('nav')?.ariaLabel.includes(': '),
  ) && Boolean(document.querySelector(tag)?.shadowRoot?.querySelector(selector));

/** In the page: checks the first list of the dialog; true when it is saved. */
function saveToFirst() {
  const {shadowRoot} = document.querySelector('list-save-button');
  const box = shadowRoot.querySelector('[type=checkbox]');
  if (box && !box.checked) box.click();
  return shadowRoot.querySelector('[role=status]')?.textContent !== '' && box?.checked;
}

/** Holds what is told against what was. After a change, `GOLDENS=write` writes it anew, to be read by a person. */
function hold(name, tree) {
  // WebKit tells of what is in an SVG file at times, and at times not.
  const told = tree.replace(/panel (".*")\n +section "A container ship"/, 'image $1');
  const file = new URL(`${name}.txt`, goldens);
  if (process.env.GOLDENS === 'write') {
    mkdirSync(goldens, {recursive: true});
    writeFileSync(file, told);
  }
  count.trees += 1;
  count.lines += told.trimEnd().split('\n').length;
  assert.equal(told, readFileSync(file, 'utf8'));
}
