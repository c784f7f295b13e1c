/**
 * The sample post in the docs for Astro, whose Markdown is CommonMark. Astro itself is not among the tools: it would add
 * 139 MB to them, and its current version does not run in Node 20. Needs a build of the library.
 */
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {HtmlRenderer, Parser} from 'commonmark';
import puppeteer from 'puppeteer-core';
import {serve} from '../../demo/serve.js';
import {chromiumArgs, ensure, find} from '../support/browsers.js';
import {samplesOf, temporary} from './site.js';

test('The talk in the sample post for Astro is drawn from its Markdown.', async () => {
  const folder = temporary(after);
  const [, words] = /^---\n[^]*?\n---\n([^]*)/.exec(samplesOf('astro').get('src/pages/tuesday.md'));
  const post = new HtmlRenderer().render(new Parser().parse(words));
  const head = '<meta charset="utf-8"><script type="module" src="/cdn/article-series.js"></script>';
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><head>${head}</head><body>${post}</body>`);
  ensure(['chromium']);
  const server = await serve({folder});
  const browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
  after(() => browser.close().then(() => server.close()));
  const tab = await browser.newPage();
  await tab.goto(server.address);
  await tab.waitForFunction(() => document.querySelector('talk-summary').shadowRoot?.querySelector('[part=badge]'));
  const shown = await tab.evaluate(() =>
    ['kind', 'name', 'badge'].map((part) =>
      document.querySelector('talk-summary').shadowRoot.querySelector(`[part=${part}]`)?.textContent.trim(),
    ),
  );
  assert.deepEqual(shown, ['Panel', 'Tyler Gillson', 'Try']);
});
