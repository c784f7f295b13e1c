/** The Eleventy plugin, in sites that Eleventy builds. Needs a build of the library. */
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {assertSameAsDemo} from './same-as-demo.js';
import {addPictures, assertFeed, root, run, samplesOf, temporary} from './site.js';

const build = (folder, output) =>
  run(process.execPath, [join(root, 'node_modules/@11ty/eleventy/cmd.cjs'), `--output=${output}`], {cwd: folder});

test('A blog built by Eleventy shows what the demo blog shows.', async () => {
  const folder = temporary(after);
  build(join(root, 'demo/sites/eleventy'), folder);
  addPictures(folder);
  await assertSameAsDemo(folder);
  assertFeed(JSON.parse(readFileSync(join(folder, 'series/kubecon-2024/feed.json'), 'utf8')));
});

test('What the docs say of Eleventy works as written.', () => {
  const folder = temporary(after);
  for (const [path, text] of samplesOf('eleventy')) {
    mkdirSync(join(folder, path, '..'), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/article-series-elements'));
  build(folder, '_site');
  const page = readFileSync(join(folder, '_site/posts/tuesday/index.html'), 'utf8');
  assert.match(page, /<series-navigator series-name="KubeCon 2024">\s*<p>This article is part of a series of 2 posts:/);
  assert.match(page, /<a href="\/posts\/tuesday\/" aria-current="page">Tuesday<\/a><\/li>\s*<li><a href="\/posts\/wed/);
  assert.match(page, /<talk-summary kind="panel">\s*<h3>Three’s a Crowd<\/h3>\s*<ul>\s*<li>Tyler Gillson/);
  assert.match(page, /<strong>Verdict:<\/strong>[^]*<\/talk-summary>/);
  assert.ok(readFileSync(join(folder, '_site/cdn/article-series.js'), 'utf8').length > 0);
  const {items} = JSON.parse(readFileSync(join(folder, '_site/feed.json'), 'utf8'));
  assert.deepEqual(
    items.map(({url}) => url),
    ['https://blog.example/posts/tuesday/', 'https://blog.example/posts/wednesday/'],
  );
  assert.match(items[0].content_html, /<section>[^]*Panel[^]*Three’s a Crowd[^]*<\/section>/);
});
