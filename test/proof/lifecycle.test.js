/**
 * Whatever a page does to an element.
 *
 * Each of these operations, and random sequences of them, end in the picture that the resulting HTML gives when it is
 * new, and in the HTML that the page made of it, with and without our script. Elements that are thrown away are gone from
 * memory.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import {extname} from 'node:path';
import {after, before, describe, test} from 'node:test';
import fc from 'fast-check';
import {openPage} from '../support/engines.js';
import {isWhole, record, sampleOf} from './proof.js';

const script = readFileSync(new URL('lifecycle.page.js', import.meta.url));
const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Numbers',
  items: ['one', 'two', 'three'].map((id) => ({id, title: `Part ${id}`, url: `/${id}/`})),
});

const html =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Two</title><link rel="icon" href="data:,"><link rel="canonical" href="/two/"><body><script type="module" src="/cdn/article-series.js"></script><script src="/page.js"></script>';

let server;
let address;
const slow = [];
before(async () => {
  const cdn = new URL('../../dist/cdn/', import.meta.url);
  server = createServer((request, response) => {
    const send = (type, body) => response.writeHead(200, {'content-type': type}).end(body);
    const {url} = request;
    // Answered when the next comes: connections that are never answered would hold up others.
    if (url === '/slow.json') slow.splice(0).forEach((each) => each.destroy());
    if (url === '/slow.json') return slow.push(response);
    if (url === '/series.json') return send('application/feed+json', feed);
    if (url === '/page.js') return send('text/javascript', script);
    if (url.startsWith('/cdn/')) {
      const type = extname(url) === '.js' ? 'text/javascript' : 'application/json';
      return send(type, readFileSync(new URL(url.slice('/cdn/'.length), cdn)));
    }
    send('text/html', html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const counts = {operations: 0, sequences: 0, cycles: 0};
const engines = ['chromium', 'firefox', 'webkit'];

for (const engine of engines) {
  describe(`In ${engine}`, () => {
    let page;
    let all;
    before(async () => {
      page = await openPage(engine);
      await page.goto(address);
      await page.waitFor(() => customElements.get('talk-summary') && globalThis.live && true);
      all = await page.evaluate(() => globalThis.lifecycle);
    });
    after(() => page?.close());

    async function assertSame(tag, form, names, isWaiting) {
      const live = (...values) => globalThis.live(...values);
      const {html, made, picture, anew, landmarks} = await page.evaluate(live, tag, form, names, isWaiting);
      const what = `<${tag}> (${form}, ${isWaiting ? 'drawn' : 'not drawn yet'}): ${names.join(', ')}`;
      assert.equal(picture, anew, what);
      assert.equal(html, made, `the HTML of ${what}`);
      assert.equal(new Set(landmarks).size, landmarks.length, `landmarks of one name: ${what}`);
      assert.deepEqual(page.errors(), [], what);
    }

    test('an element looks after each operation as if it were new.', async () => {
      assert.ok(all.names.length >= 30);
      const tries = all.tags.flatMap((tag) =>
        all.forms.flatMap((form) =>
          all.names.flatMap((name) => [true, false].map((wait) => [tag, form, [name], wait])),
        ),
      );
      for (const each of sampleOf(tries, engine === 'chromium' ? 120 : 30)) {
        await assertSame(...each);
        counts.operations++;
      }
    });

    test('an element looks after any sequence of operations as if it were new.', async () => {
      const numRuns = isWhole ? 1000 : engine === 'chromium' ? 40 : 10;
      const property = fc.asyncProperty(
        fc.constantFrom(...all.tags),
        fc.constantFrom(...all.forms),
        fc.array(fc.constantFrom(...all.names), {minLength: 2, maxLength: 8}),
        fc.boolean(),
        assertSame,
      );
      await fc.assert(property, {numRuns, endOnFailure: false});
      counts.sequences += numRuns;
    });
  });
}

test('Elements that are thrown away, and those that come and go, leave nothing in memory.', async () => {
  const {tab, goto, evaluate, waitFor, close} = await openPage('chromium');
  try {
    const client = await tab.createCDPSession();
    const collect = async () => {
      for (let round = 0; round < 3; round++) await client.send('HeapProfiler.collectGarbage');
      return client.send('Memory.getDOMCounters');
    };
    await goto(`${address}/`);
    await waitFor(() => customElements.get('talk-summary') && globalThis.live && true);
    const {tags, forms} = await evaluate(() => globalThis.lifecycle);
    const cycles = isWhole ? 1000 : 100;
    const churn = (tag, form, count) => globalThis.churn(tag, form, count);
    for (const [tag, form] of tags.flatMap((each) => forms.map((form) => [each, form]))) {
      await evaluate(churn, tag, form, 50);
      const first = await collect();
      await evaluate(churn, tag, form, cycles);
      const remains = async () => {
        const last = await collect();
        const prototype = await tab.evaluateHandle((name) => customElements.get(name).prototype, tag);
        const instances = await tab.queryObjects(prototype);
        const left = await tab.evaluate((list) => list.length, instances);
        await Promise.all([prototype.dispose(), instances.dispose()]);
        const [nodes, listeners] = ['nodes', 'jsEventListeners'].map((name) => last[name] - first[name]);
        // What the engine itself keeps for a while does not grow with the number of cycles.
        return [
          left <= 2 || `${left} of <${tag}> (${form}) are left`,
          nodes < cycles / 2 || `${nodes} nodes are left of <${tag}> (${form})`,
          listeners < cycles / 20 || `${listeners} listeners are left of <${tag}> (${form})`,
        ].filter((each) => each !== true);
      };
      // The engine lets go of the last one in a later collection; of what is kept by somebody it never does.
      let left = await remains();
      for (let round = 0; left.length && round < 10; round++) left = await remains();
      assert.deepEqual(left, []);
      counts.cycles += 2 * cycles;
    }
  } finally {
    await close();
  }
});

after(() =>
  record('lifecycle', [
    {what: 'one operation × element × form × drawn or not yet, in three engines', count: counts.operations},
    {what: 'random sequences of 2 to 8 operations, in three engines', count: counts.sequences},
    {what: 'elements made and thrown away, or taken out and put back', count: counts.cycles, note: 'Chromium'},
  ]),
);
