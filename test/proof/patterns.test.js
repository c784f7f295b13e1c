/**
 * No pattern keeps a page waiting.
 *
 * Every regular expression in `src/`, as TypeScript reads it, and every one that is built from the words of a language,
 * is searched for strings on which it takes more than linear time, by [recheck](https://makenowjust-labs.github.io/recheck/).
 * One that is suspected is run on the string that is found, at 300,000 characters, or what reads words with it is.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, test} from 'node:test';
import {JSDOM} from 'jsdom';
import ts from 'typescript';
import {toFeedHtml} from '../../dist/feed/to-feed-html.js';
import {affiliationOf, talkJsonLd} from '../../dist/talk/talk.data.js';
import {readTalk, toPeople} from '../../dist/talk/talk.reader.js';
import {record, sampleOf} from './proof.js';

process.env.RECHECK_BACKEND = 'pure';
const {checkSync} = await import('recheck');

const source = new URL('../../src/', import.meta.url);
const files = readdirSync(source, {recursive: true}).filter((file) => /(?<!\.d)\.ts$/.test(file));

/** All nodes of a file. */
function nodesOf(file) {
  const nodes = [];
  const visit = (node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(new URL(file, source), 'utf8'), ts.ScriptTarget.Latest, true));
  return nodes;
}

const languages = await Promise.all(
  readdirSync(new URL('../../dist/locale/', import.meta.url))
    .filter((file) => /^\w\w\.js$/.test(file))
    .map((file) => import(`../../dist/locale/${file}`)),
);
const words = [...new Set(languages.flatMap((module) => Object.values(Object.values(module)[0].reads)))];

const literals = [];
const built = [];
for (const file of files) {
  const nodes = nodesOf(file);
  const callsOf = (name) => nodes.filter((node) => ts.isCallExpression(node) && node.expression.getText() === name);
  for (const node of nodes) {
    const where = () => `${file}: ${node.getText()}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern, flags] = /^\/(.*)\/(\w*)$/s.exec(node.text);
      literals.push({where: where(), pattern, flags});
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [given, flags] = node.arguments;
      const owner = ts.findAncestor(node, ts.isFunctionDeclaration);
      // A pattern that is handed in is looked up where it is handed in.
      const patterns = ts.isIdentifier(given) ? callsOf(owner.name.text).map((call) => call.arguments.at(-1)) : [given];
      for (const template of patterns) built.push({where: where(), template, flags: flags.text});
    }
  }
}

/** A template with a word in each of its holes; the word where the word is the pattern. */
const fill = (template, word) =>
  ts.isTemplateExpression(template)
    ? [template.head.text, ...template.templateSpans.map(({literal}) => word + literal.text)].join('')
    : word;

/** The patterns that are not linear on every string, with a string that shows it. */
const slow = (patterns) =>
  patterns.flatMap(({where, pattern, flags}) => {
    const {status, complexity, attack} = checkSync(pattern, flags, {timeout: 20_000});
    return status === 'safe'
      ? []
      : [{where, pattern, flags, isExponential: complexity?.type === 'exponential', attack}];
  });

/** A long string of what may be slow: if it is, squared, that takes minutes. */
const longest = ({pumps = [], suffix = ''} = {}) =>
  pumps.map(({prefix, pump}) => prefix + pump.repeat(Math.ceil(3e5 / pump.length))).join('') + suffix;

/** What takes words from outside, where patterns are only fast enough because words are cut first. */
const {window} = new JSDOM('<body>');
Object.assign(globalThis, {Node: window.Node, Range: window.Range});
const reads = languages.map((module) => Object.values(module)[0].reads);
function talkOf(words) {
  const element = window.document.createElement('div');
  element.innerHTML = '<h2></h2><ul><li></li></ul><p><b>Verdict</b></p><p><a href="https://a.example/"></a></p>';
  for (const place of element.querySelectorAll('h2, li, a')) place.textContent = words;
  element.querySelector('b').after(`: ${words}`);
  return talkJsonLd(readTalk(element, reads.slice(0, 2)));
}
const doors = [
  (words) => toPeople(`Jane Doe, ${words}`),
  (words) => toPeople(words).map(affiliationOf),
  talkOf,
  (words) => toFeedHtml(`<talk-summary speakers="${words.replaceAll('"', '')}"><p>A</p></talk-summary>`),
  (words) => toFeedHtml(`${words}<talk-summary><p>${words}</p></talk-summary>`),
];
/** Those of talks and feeds read words that are cut first, so that the whole is tried. */
const isCut = ({where}) => /^(talk|feed)\//.test(where);

function isFast(act, words) {
  const start = performance.now();
  act(words);
  return performance.now() - start < 10_000;
}

test('A regular expression of the source is linear, or what it reads is cut so short that it is fast.', () => {
  assert.ok(literals.length > 50, 'the patterns of the source are found');
  const tried = sampleOf(literals, 30);
  const found = slow(tried);
  for (const suspect of found) {
    assert.ok(suspect.attack && !suspect.isExponential, suspect.where);
    const words = longest(suspect.attack);
    const acts = isCut(suspect) ? doors : [(text) => new RegExp(suspect.pattern, suspect.flags).test(text)];
    for (const act of acts) assert.ok(isFast(act, words), `${act} takes too long for ${suspect.where}`);
  }
  rows.push({
    what: 'regular expressions in the source',
    count: tried.length,
    note: `${found.length} of them suspected, and fast when tried`,
  });
});

test('Nor is one slow that is built from the words of a language.', () => {
  assert.ok(built.length > 5 && words.length > 100, 'templates and words are found');
  const patterns = built.flatMap(({where, template, flags}) =>
    words.map((word) => ({where, pattern: fill(template, word), flags})),
  );
  const tried = sampleOf(patterns, 60);
  assert.deepEqual(slow(tried), []);
  rows.push({what: 'patterns built from the words of eleven languages', count: tried.length});
});

const rows = [];
after(() => record('patterns', rows));
