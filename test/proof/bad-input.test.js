/**
 * No string harms a page.
 *
 * Strings that have broken other programs are put into every attribute (as tag, as `data-as` and as pointer), property
 * and word of every element, into every field of a feed, a file of organisations, a file of bookmarks, a stored record
 * and a `?add=` address, and into every word of a language; values that only a program can forge into every property. The
 * attributes and properties are those of `custom-elements.json`. Each time no script may run, no global and no prototype
 * change, nothing be thrown, nothing be asked of another origin that nobody named, no address in what is drawn be other
 * than http(s), and the author's HTML be the same, byte for byte.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {corpora, strings} from '../support/corpora.js';
import {find} from '../support/browsers.js';
import {openPage} from '../support/engines.js';
import {serveProbe} from '../support/probe.js';
import {isWhole, record} from './proof.js';

const {modules} = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8'));
const manifest = modules
  .flatMap(({declarations = []}) => declarations)
  .filter(({tagName}) => tagName)
  .map(({tagName, attributes = [], members = []}) => ({
    tag: tagName,
    attributes: attributes.map(({name, fieldName}) => ({name, property: fieldName})),
    properties: members
      .filter((member) => member.kind === 'field' && !member.static && !member.readonly && member.privacy !== 'private')
      .map(({name}) => name),
  }));

/** `SEED=… npm run proof bad-input` tries the forged values of a seed again. */
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const rows = [];
const browsers = (isWhole ? ['chromium', 'firefox'] : ['chromium']).filter((engine) => find(engine));
/** How many strings an engine gets: in a whole run, and in a sample. */
const shares = {chromium: [50, 5], firefox: [2, 2]};
/** What is asked for of the server by the elements as they are written in `probe.page.js`. */
const isWritten = /^\/(files\/|face\.png|poster\.png|logo\.svg)/;
/** Where an author, or the file that the author names, asks for what the string leads to. */
const isLoading = /^(src|poster|logo|logoDark|prefetch-next|prefetchNext)$/;

let server;
before(async () => {
  server = await serveProbe(undefined, {script: new URL('bad-input.page.js', import.meta.url)});
  for (const [name, list] of Object.entries(corpora)) console.log(`${list.length} strings: ${name}`);
});
after(() => {
  server?.close();
  if (isWhole) record('bad-input', rows);
});

/** A page of an engine that is ready to be tried. */
async function open(engine, context) {
  const page = await openPage(engine);
  context.after(() => page.close());
  await load(page);
  return page;
}

async function load(page) {
  await page.goto(server.address);
  await page.waitFor(() => !!globalThis.probe?.forge);
}

const evenly = (list, count) =>
  Array.from({length: Math.min(count, list.length)}, (_, index) => list[Math.floor((index * list.length) / count)]);

for (const engine of browsers) {
  test(`${engine}: naughty strings in every sink do no harm.`, async (context) => {
    const page = await open(engine, context);
    const sinks = await page.evaluate((elements) => globalThis.probe.sinksOf(elements), manifest);
    assert.ok(sinks.length > 200, `${sinks.length} sinks`);
    const some = evenly(strings, shares[engine][isWhole ? 0 : 1]);
    const found = [];
    server.taken();
    // A few strings of one sink at a time, as one call must not take longer than a driver waits.
    for (const [index, sink] of sinks.entries()) {
      // A page that is never left takes all memory before a browser collects what was drawn.
      if (index % 20 === 19) await load(page);
      for (let at = 0; at < some.length; at += 20) {
        const few = some.slice(at, at + 20);
        found.push(...(await page.evaluate((one, texts) => globalThis.probe.run([one], texts), sink, few)));
      }
      const unasked = server.taken().filter((path) => !isWritten.test(path));
      if (unasked.length && !isLoading.test(sink.name ?? sink.field)) {
        found.push(`${JSON.stringify(sink)}: unasked requests for ${unasked.slice(0, 3)}`);
      }
    }
    assert.deepEqual(found, []);
    assert.deepEqual(page.errors(), []);
    rows.push({
      what: `strings in sinks, ${engine}`,
      count: sinks.length * some.length,
      note: `${some.length} strings, ${sinks.length} sinks`,
    });
  });

  test(`${engine}: forged values in every property do no harm.`, async (context) => {
    const page = await open(engine, context);
    const found = [];
    let count = 0;
    server.taken();
    for (const {tag, properties} of manifest) {
      for (const name of properties) {
        const tried = await page.evaluate((what) => globalThis.probe.forge(what), {
          tag,
          name,
          seed,
          numRuns: isWhole ? 500 : 20,
        });
        count += tried.count;
        found.push(...tried.found);
      }
    }
    assert.deepEqual(found, [], `SEED=${seed}`);
    assert.deepEqual(page.errors(), []);
    rows.push({what: `forged values in properties, ${engine}`, count});
  });

  test(`${engine}: of every form of address only http(s) ones pass, as the URL parser reads them.`, async (context) => {
    const page = await open(engine, context);
    const bases = [
      'https://blog.example/posts/one/',
      'http://127.0.0.1:8080/?q#h',
      'about:blank',
      'data:text/html,x',
      '',
    ];
    const found = await page.evaluate((list, from) => globalThis.probe.addresses(list, from), addresses, bases);
    assert.deepEqual(found, []);
    rows.push({
      what: `forms of address, ${engine}`,
      count: addresses.length * bases.length,
      note: `${bases.length} bases`,
    });
  });
}

const scripts = [
  'javascript',
  'data',
  'vbscript',
  'blob',
  'file',
  'mailto',
  'ftp',
  'ws',
  'wss',
  'about',
  'intent',
  'jar',
  'http',
  'https',
  'HtTpS',
  'feed',
  'x',
];
const wrappers = [
  '',
  ' ',
  '\t',
  '\n',
  '\r',
  '\u0000',
  '\u0001',
  '\u001f',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '%20',
  '&#32;',
  '/',
  '\\',
  '//',
  '\\\\',
];
const joints = [':', '\t:', ':\n', '://', ':///', ':\\\\', '%3a', '&colon;', '\u{ff1a}', ':/'];
const rests = [
  'x',
  'a.example/',
  'u:p@a.example/',
  'a.example:99999/',
  '[::1]/',
  '%00',
  '//a.example',
  '1e9',
  'é.example/ü?ñ#ö',
  '<script>',
  `a.example/${'a'.repeat(2040)}`,
];
const addresses = [
  ...new Set([
    ...scripts.flatMap((scheme) =>
      wrappers.flatMap((wrapper) => joints.flatMap((joint) => rests.map((rest) => wrapper + scheme + joint + rest))),
    ),
    ...strings,
  ]),
];
