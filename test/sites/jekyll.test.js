/** The Jekyll integration, in sites that Jekyll builds. Needs a build of the library. */
import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {assertSameAsDemo} from './same-as-demo.js';
import {addPictures, assertFeed, missing, root, run, samplesOf, temporary} from './site.js';

const skip = missing('jekyll', '--version');

/** Builds a site in a folder, with the integration in its includes. */
function build(folder) {
  cpSync(join(root, 'integrations/jekyll'), folder, {recursive: true});
  const built = join(folder, '_site');
  run('jekyll', ['build', '--source', folder, '--destination', built, '--disable-disk-cache']);
  return built;
}

test('A blog built by Jekyll shows what the demo blog shows.', {skip}, async () => {
  const folder = temporary(after);
  cpSync(join(root, 'demo/sites/jekyll'), folder, {recursive: true});
  const built = build(folder);
  addPictures(built);
  await assertSameAsDemo(built);
  assertFeed(JSON.parse(readFileSync(join(built, 'series/feed.json'), 'utf8')));
});

test('What the docs say of Jekyll works as written.', {skip}, () => {
  const folder = temporary(after);
  for (const [path, text] of samplesOf('jekyll')) {
    mkdirSync(join(folder, path, '..'), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
  const built = build(folder);
  const page = readFileSync(join(built, '2024/03/19/tuesday.html'), 'utf8');
  assert.match(page, /<series-navigator series-name="KubeCon 2024">\s*<p>Part of a series of 2 posts:<\/p>/);
  assert.match(page, /<a href="\/2024\/03\/19\/tuesday.html" aria-current="page">Tuesday<\/a>/);
  assert.match(page, /<a href="\/2024\/03\/20\/wednesday.html">Wednesday<\/a>/);
  assert.match(page, /<talk-summary kind="panel">\s*<h3[^>]*>Three’s a Crowd<\/h3>\s*<ul>\s*<li>Tyler Gillson/);
  assert.match(page, /<strong>Verdict:<\/strong>[^]*<\/talk-summary>/);
  assert.match(page, /<a href="\/my-lists\/\?add=%2F2024%2F03%2F19%2Ftuesday.html">Save for later<\/a>/);
  const feed = JSON.parse(readFileSync(join(built, 'series/feed.json'), 'utf8'));
  assert.deepEqual(
    feed.items.map(({title}) => title),
    ['Tuesday', 'Wednesday'],
  );
});
