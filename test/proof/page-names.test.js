/**
 * Names that stand in the place of others.
 * An element whose id or name is that of something a script reads stands in its place, on `window`, on `document` and in
 * forms. The names are those the built script reads; each stands on a page in every shape that HTML has for this, and a
 * form in the words of a talk has fields of all names there are. The elements are drawn, nothing is thrown into the page,
 * and its light DOM does not change.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {Linter} from 'eslint';
import {drawn, engines, markup, openHostile} from '../support/hostile-pages.js';
import {record, sampleOf} from './proof.js';

const dist = new URL('../../dist/cdn/', import.meta.url);
const files = ['article-series.js', ...readdirSync(new URL('chunks/', dist)).map((file) => `chunks/${file}`)];

/** What the built script reads: names of the page's globals, of properties of those and of documents, and all of them. */
const names = {global: new Set(), document: new Set(), property: new Set()};
const collect = {
  create: ({sourceCode}) => ({
    Program() {
      const {through, variables} = sourceCode.scopeManager.globalScope;
      for (const {identifier} of through) names.global.add(identifier.name);
      for (const {name, references} of variables) if (references.length) names.global.add(name);
    },
    MemberExpression({object, property, computed}) {
      if (computed || property.type !== 'Identifier') return;
      names.property.add(property.name);
      const holder = holderOf(object, sourceCode.getScope(object));
      if (holder) names[holder].add(property.name);
    },
  }),
};

/** Whether an expression is the window or a document, also by way of a constant. */
function holderOf(node, scope) {
  if (node.type === 'MemberExpression' && node.property.name === 'ownerDocument') return 'document';
  if (node.type !== 'Identifier') return undefined;
  if (node.name === 'document') return 'document';
  if (['globalThis', 'self', 'window'].includes(node.name)) return 'global';
  for (let at = scope; at; at = at.upper) {
    const init = at.set.get(node.name)?.defs[0]?.node.init;
    if (init) return holderOf(init, at);
  }
  return undefined;
}

for (const file of files.filter((name) => name.endsWith('.js'))) {
  const [fault] = new Linter().verify(readFileSync(new URL(file, dist), 'utf8'), [
    {plugins: {names: {rules: {collect}}}, rules: {'names/collect': 'error'}},
  ]);
  assert.equal(fault, undefined);
}

const shapes = {
  'an anchor': (name) => `<a id="${name}"></a>`,
  'two anchors': (name) => `<a id="${name}"></a><a id="${name}" name="push"></a>`,
  'a form': (name) => `<form name="${name}"><input name="push"></form>`,
  'an image': (name) => `<img name="${name}" id="${name}" alt="">`,
  'a frame': (name) => `<iframe name="${name}"></iframe>`,
};
const onPage = [...new Set([...names.global, ...names.document])].sort();
const every = [...new Set([...onPage, ...names.property])];
const cases = onPage.flatMap((name) => Object.keys(shapes).map((shape) => ({name, shape})));

let tried = 0;
let held = 0;
for (const engine of engines) {
  describe(`in ${engine}`, () => {
    let page;
    before(async () => {
      page = await openHostile(engine);
    });
    after(() => page?.close());

    async function isDrawn(hostile, {shows = drawn, light = page.light} = {}) {
      tried += 1;
      await page.open(hostile);
      await page.shows(shows);
      assert.deepEqual(await page.lines('errors'), []);
      assert.equal(await page.read('light'), light);
      held += 1;
    }

    for (const {name, shape} of sampleOf(cases, 12)) {
      test(`${shape} in the place of ${name}`, () => isDrawn({before: shapes[shape](name)}));
    }
    for (const [shape, make] of Object.entries(shapes)) {
      test(`${shape} in the place of every name at once`, () => isDrawn({before: every.map(make).join('')}));
    }

    test('a form in the words, with a field for every name that is read of anything', async () => {
      const fields = every.map((name) => `<input name="${name}" aria-label="${name}">`).join('');
      const form = `<form><label>Your address</label>${fields}</form>`;
      const body = markup.replaceAll(/(?=<\/(?:series-navigator|keynote-card|talk-summary|div|sponsor-list)>)/g, form);
      await page.open({body, scripts: ''});
      const light = await page.read('light');
      // At the end of each, but before what is drawn there; the last has nothing else.
      const shows = drawn.map((words, index) =>
        [1, 3, 4, 5, 6].includes(index) ? words.replace(/(?= Event sponsorship)|$/, ' Your address') : words,
      );
      shows[9] = `Your address ${shows[9]}`;
      await isDrawn({body}, {shows, light});
    });
  });
}

after(() =>
  record('page-names', [
    {
      what: `names: ${onPage.length} on the page, each in ${Object.keys(shapes).length} shapes, and all at once`,
      count: tried,
      found: tried - held,
      note: engines.join(', '),
    },
  ]),
);
