/** `npx article-series-elements check-feed` and the lints behind it. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {checkFile} from '../dist/check/check-file.js';
import {toFeedHtml} from '../dist/feed/to-feed-html.js';

const command = fileURLToPath(new URL('../bin/article-series-elements.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'check-feed-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const run = (...parameters) => spawnSync(process.execPath, [command, ...parameters], {encoding: 'utf8', cwd: folder});
const escape = (html) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const post = `<p>Hello</p>
<series-navigator>
  <ol><li><a href="/tuesday/">Tuesday</a></li></ol>
</series-navigator>`;

const feeds = {
  'RSS with CDATA': (html) =>
    `<rss><channel>\n<item><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`,
  'RSS with escaped HTML': (html) =>
    `<?xml version="1.0"?><rss><channel>\n<item><description>${escape(html)}</description></item></channel></rss>`,
  Atom: (html) => `<feed>\n<entry><content type="html">${escape(html)}</content></entry></feed>`,
  'Atom with XHTML': (html) => `<feed>\n<entry><content type="xhtml">${html}</content></entry></feed>`,
};

for (const [kind, feed] of Object.entries(feeds)) {
  test(`In ${kind}, the words that readers lose are found on their line.`, () => {
    const [finding, ...more] = checkFile(feed(post));
    assert.deepEqual(more, []);
    assert.equal(finding.line, 3);
    assert.match(finding.message, /^Tiny Tiny RSS, .+ leave out <series-navigator> with the words in it: “Tuesday”\./);
    assert.match(finding.message, /toFeedHtml\(\)/);
  });

  test(`In ${kind}, nothing is found after toFeedHtml().`, () => {
    assert.deepEqual(checkFile(feed(toFeedHtml(post))), []);
  });
}

test('In JSON Feed, the words that readers lose are found at their item.', () => {
  const items = [{content_html: '<p>One</p>'}, {content_html: post}];
  const [finding, ...more] = checkFile(JSON.stringify({items}, null, 1));
  assert.deepEqual([finding.line, more], [7, []]);
});

const inFeeds = {
  'What only an attribute says': [
    '<talk-summary verdict="hold" speakers="Jane Doe, Acme"><h2>A</h2></talk-summary>',
    /“Speakers: Jane Doe, Acme Verdict: Hold”/,
  ],
  'The words of a button': ['<button>Copy it</button>', /leave out <button> .+ “Copy it”/],
  'Hidden words': ['<p hidden>Secret</p>', /Miniflux .+ “Secret”/],
  'A logo without a name': ['<a href="/a"><img src="a.svg" alt=""></a>', /nothing says what this one shows/],
  'Another element': ['<my-box><p>Words</p></my-box>', /leave out <my-box> .+ HTML’s own tags/],
};
for (const [what, [html, message]] of Object.entries(inFeeds)) {
  test(`${what} in a feed is found.`, () => {
    const messages = checkFile(feeds.Atom(html)).map((finding) => finding.message);
    assert.ok(
      messages.some((each) => message.test(each)),
      messages.join('\n'),
    );
    assert.deepEqual(checkFile(`<!doctype html>${html}`), [], 'but not in a page, which no feed reader has');
  });
}

const faults = {
  'An element without an end tag': ['<p>\n<list-save-button><a href="/l">Save</a>', 2, /has no end tag/],
  'A self-closing element': ['<list-save-button/>', 1, /Write <list-save-button><\/list-save-button>/],
  'A tag glued to a paragraph': [
    '<p>Thanks to\n<sponsor-list></p>\n<ul><li>A</li></ul>\n</sponsor-list>',
    2,
    /“Thanks to”.+an empty line above/,
  ],
  'A tag in a paragraph that ends behind it': [
    '<p>Some text.\n<series-navigator><ol><li>A</li></ol></series-navigator></p>',
    2,
    /“Some text.”.+an empty line above/,
  ],
  'A tag in a paragraph without an end tag': [
    '<div><p>Some text.\n<series-navigator><ol><li>A</li></ol></series-navigator></div>',
    2,
    /“Some text.”.+an empty line above/,
  ],
  'What WordPress put into a paragraph': [
    '<p><sponsor-list></p>\n<ul><li>A</li></ul>\n<p></sponsor-list></p>',
    1,
    /WordPress/,
  ],
  'An empty element before a list': [
    '<series-navigator></series-navigator>\n<ol><li>A</li></ol>',
    1,
    /is empty, and a list stands behind it/,
  ],
  'A class that reader views drop': [
    '<sponsor-list class="sponsors"><ul><li>A</li></ul></sponsor-list>',
    1,
    /“sponsors”/,
  ],
  'A role that reader views drop': [
    '<series-navigator role="navigation"><ol><li>A</li></ol></series-navigator>',
    1,
    /role="navigation"/,
  ],
  'A code block made by indentation': [
    '<series-navigator>\n<pre><code>&lt;li&gt;A&lt;/li&gt;\n</code></pre>\n</series-navigator>',
    2,
    /became a code block/,
  ],
};
for (const [what, [html, line, message]] of Object.entries(faults)) {
  test(`${what} is found in a page.`, () => {
    const findings = checkFile(html);
    assert.equal(findings.length, 1);
    assert.equal(findings[0].line, line);
    assert.match(findings[0].message, message);
  });
}

const sound = {
  'a pointer before a list': '<series-navigator for="a"></series-navigator><ol id="a"><li>A</li></ol>',
  'a navigator whose parts are in a feed': '<series-navigator src="/feed.json"></series-navigator><ol><li>A</li></ol>',
  'code in a talk': '<talk-summary><h2>A</h2><pre><code>&lt;T&gt; is a type</code></pre></talk-summary>',
  'a save button in a paragraph': '<p>Read later: <list-save-button><a href="/l">Save</a></list-save-button></p>',
  'a list behind paragraphs without end tags':
    '<ul><li><p>One</ul><p>Two<div><sponsor-list><ul><li>A</ul></sponsor-list></div>',
  'a class that reader views keep': '<keynote-card class="menu-of-the-article"><h2>A</h2></keynote-card>',
  'markup in a comment, a script and a code sample':
    '<!-- <sponsor-list> --><script>"<sponsor-list>"</script><pre><code>&lt;sponsor-list></code></pre>',
  'JSON that is no feed': '{"name": "<sponsor-list>"}',
};
for (const [what, html] of Object.entries(sound)) {
  test(`Nothing is found in ${what}.`, () => assert.deepEqual(checkFile(html), []));
}

test('A broken JSON Feed is said to be one.', () => {
  assert.match(checkFile('{"items": [').at(0).message, /^This is no JSON: /);
});

test('The command names file and line, and fails.', () => {
  mkdirSync(join(folder, 'site/node_modules'), {recursive: true});
  writeFileSync(join(folder, 'site/feed.xml'), feeds.Atom(post));
  writeFileSync(join(folder, 'site/index.html'), '<p>Hello</p>');
  writeFileSync(join(folder, 'site/node_modules/other.html'), '<sponsor-list/>');
  const {status, stdout} = run('check-feed', 'site');
  assert.equal(status, 1);
  assert.match(stdout, /^site.feed\.xml:3: Tiny Tiny RSS/);
  assert.match(stdout, /\n1 to mend in 2 files\.\n$/);
});

test('The command succeeds where nothing is lost.', () => {
  writeFileSync(join(folder, 'good.html'), '<p>Hello</p>');
  const {status, stdout} = run('check-feed', 'good.html');
  assert.deepEqual([status, stdout], [0, 'Nothing is lost in 1 files.\n']);
});

test('The command says what is not there, and how it is used.', () => {
  assert.deepEqual(
    [run('check-feed', 'none.xml').status, run('check-feed', 'none.xml').stderr],
    [2, 'none.xml is not there.\n'],
  );
  assert.match(run('check').stderr, /^Usage: article-series-elements check-feed FILE/);
});
