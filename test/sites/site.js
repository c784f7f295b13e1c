/** Builds sites with the programs that blogs are built with. */
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import assert from 'node:assert/strict';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder that is gone when the tests of a file are done. */
export function temporary(after) {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  after(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}

/** The reason to skip tests that need a program which is not installed here, or `false`. */
export function missing(program, ...options) {
  try {
    execFileSync(program, options, {stdio: 'ignore'});
    return false;
  } catch (error) {
    return error.code === 'ENOENT' ? `${program} is not installed` : false;
  }
}

export const run = (program, options, settings = {}) =>
  execFileSync(program, options, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...settings});

/** Puts the pictures of the demo blog where posts look for them. */
export const addPictures = (folder) => cpSync(join(root, 'demo/img'), join(folder, 'img'), {recursive: true});

/** The samples of a page of docs/platforms/, by what stands in the line above them in backticks. */
export function samplesOf(platform) {
  const page = readFileSync(join(root, `docs/platforms/${platform}.md`), 'utf8');
  return new Map(
    [...page.matchAll(/`([^`\n]+)`[^`\n]*:\n+```\w*\n([\s\S]*?)```/g)].map(([, name, text]) => [name, text]),
  );
}

/** A feed of the series is whole, dated, oldest first, and keeps the words of the elements. */
export function assertFeed(feed) {
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.ok(feed.title && feed.feed_url && feed.home_page_url);
  assert.deepEqual(
    feed.items.map(({title}) => title),
    [
      'KubeCon in Paris, Tuesday: the day before',
      'KubeCon in Paris, Wednesday: AI takes the stage',
      'KubeCon in Paris, Thursday: pirates, Rust and bricks',
      'KubeCon in Paris, Friday: ten years and two nodes',
    ],
  );
  for (const {id, url, date_published: date} of feed.items) {
    assert.ok(id && URL.canParse(url) && !Number.isNaN(Date.parse(date)));
  }
  for (const words of ['Ralph Squillace', 'it’s another bytecode format', 'StackGres', 'to adopt']) {
    assert.ok(feed.items[2].content_html.includes(words), words);
  }
}
