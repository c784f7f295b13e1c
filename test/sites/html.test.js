/** The page for plain HTML in the docs, opened as it stands. Needs a build of the library. */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import puppeteer from 'puppeteer-core';
import {serve} from '../../demo/serve.js';
import {chromiumArgs, ensure, find} from '../support/browsers.js';
import {samplesOf, temporary} from './site.js';

test('What the docs say of plain HTML works as written, in each of the three ways.', async () => {
  const folder = temporary(after);
  for (const [path, text] of samplesOf('html')) writeFileSync(join(folder, path), text);
  ensure(['chromium']);
  const server = await serve({folder});
  const browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
  after(() => browser.close().then(() => server.close()));
  const tab = await browser.newPage();
  await tab.goto(server.address);
  const shown = (selector, part) =>
    tab
      .waitForFunction(
        (host, inner) => document.querySelector(host).shadowRoot?.querySelector(`[part=${inner}]`)?.textContent.trim(),
        {},
        selector,
        part,
      )
      .then((handle) => handle.jsonValue());
  assert.equal(await shown('series-navigator', 'position'), 'Part 2 of 2');
  assert.equal(await shown('series-navigator[for]', 'previous'), 'Previous');
  assert.equal(await shown('[data-as]', 'kind'), 'Panel');
  assert.equal(await shown('[data-as]', 'name'), 'Kai Walter');
  assert.equal(await shown('#hero', 'kind'), 'Interview');
});
