/** The Hugo integration, in sites that Hugo builds. Needs a build of the library. */
import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import puppeteer from 'puppeteer-core';
import {serve} from '../../demo/serve.js';
import {chromiumArgs, ensure, find} from '../support/browsers.js';
import {assertSameAsDemo} from './same-as-demo.js';
import {addPictures, assertFeed, missing, root, run, samplesOf, temporary} from './site.js';

const skip = missing('hugo', 'version');

const build = (source, destination) => run('hugo', ['--source', source, '--destination', destination]);

/** A site of its own with the integration in its themes, configured as its page in the docs says. */
function newSite() {
  const folder = temporary(after);
  cpSync(join(root, 'integrations/hugo'), join(folder, 'themes/article-series'), {recursive: true});
  const put = (path, text) => {
    mkdirSync(join(folder, path, '..'), {recursive: true});
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of samplesOf('hugo')) put(path, text);
  return {folder, put, build: () => build(folder, join(folder, 'public'))};
}

test('A blog built by Hugo shows what the demo blog shows.', {skip}, async () => {
  const folder = temporary(after);
  build('demo/sites/hugo', folder);
  addPictures(folder);
  await assertSameAsDemo(folder);
  assertFeed(JSON.parse(readFileSync(join(folder, 'series/kubecon-europe-2024/feed.json'), 'utf8')));
});

test('What the docs say of Hugo works as written, with raw HTML switched off.', {skip}, () => {
  const {folder, build} = newSite();
  build();
  const page = readFileSync(join(folder, 'public/posts/tuesday/index.html'), 'utf8');
  assert.match(page, /<series-navigator series-name="KubeCon 2024">\s*<p>This article is part of a series of 2 posts:/);
  assert.match(
    page,
    /<li><a href="\/posts\/tuesday\/" aria-current="page">Tuesday<\/a><\/li>\s*<li><a href="\/posts\/wed/,
  );
  assert.match(page, /<talk-summary kind="panel">\s*<h3[^>]*>Three’s a Crowd<\/h3>\s*<ul>\s*<li>Tyler Gillson/);
  assert.match(page, /<strong>Verdict:<\/strong>[^]*<\/talk-summary>/);
  assert.match(page, /<list-save-button><a href="\/my-lists\/\?add=%2fposts%2ftuesday%2f">Save for later<\/a>/);
  assert.match(page, /<series-navigator for="series"><\/series-navigator>/);
  const feed = JSON.parse(readFileSync(join(folder, 'public/series/kubecon-2024/feed.json'), 'utf8'));
  assert.deepEqual(
    feed.items.map(({url}) => new URL(url).pathname),
    ['/posts/tuesday/', '/posts/wednesday/'],
  );
});

test('A parameter that is no attribute of the element, or holds HTML, adds nothing to the page.', {skip}, () => {
  const {folder, put, build} = newSite();
  put(
    'content/posts/odd.md',
    '---\ntitle: Odd\n---\n{{< talk-summary onclick="x()" verdict="\\"><b>" >}}Words.{{< /talk-summary >}}',
  );
  build();
  const page = readFileSync(join(folder, 'public/posts/odd/index.html'), 'utf8');
  assert.match(page, /<talk-summary verdict="&#34;&gt;&lt;b&gt;">\s*(<p>)?Words\./);
});

const blog = join(root, '../shared/real-blog/content/post');

test(
  'Four posts of a real blog show the right navigator without a list in any of them.',
  {skip: skip || (!existsSync(blog) && 'the posts are not here')},
  async () => {
    const {folder, put, build} = newSite();
    for (const file of readdirSync(blog).filter((name) => name.endsWith('.md'))) {
      const post = readFileSync(join(blog, file), 'utf8');
      const list = /^Cet article fait partie[^\n]*\n(?:[*-] [^\n]*\n|\n(?=[*-] ))+/m;
      assert.match(post, list, file);
      put(`content/posts/${file}`, post.replace(list, '').replace('---\n', '---\nseries: ["KubeCon Europe 2024"]\n'));
    }
    const config = readFileSync(join(folder, 'hugo.toml'), 'utf8');
    put('hugo.toml', config.replace(/languageCode = "\w+"/, 'languageCode = "fr"\ndefaultContentLanguage = "fr"'));
    build();
    const pages = readdirSync(join(folder, 'public'), {recursive: true}).filter((path) =>
      /2024\/03\/[^]*index\.html$/.test(path),
    );
    assert.equal(pages.length, 4);
    ensure(['chromium']);
    const browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
    const server = await serve({folder: join(folder, 'public')});
    after(() => browser.close().then(() => server.close()));
    const tab = await browser.newPage();
    const positions = [];
    for (const path of pages) {
      const page = readFileSync(join(folder, 'public', path), 'utf8');
      const [navigator] = /<series-navigator [^]*?<\/series-navigator>/.exec(page) ?? [];
      assert.match(navigator ?? '', /Cet article fait partie d’une série de 4 articles :/);
      const links = [...navigator.matchAll(/<li><a href="([^"]*)"( aria-current)?/g)];
      assert.equal(links.length, 4);
      const current = links.findIndex(([, , mark]) => mark);
      assert.equal(links[current][1], `/${path.replace('index.html', '')}`);
      positions.push(current);
      await tab.goto(new URL(path.replace('index.html', ''), server.address).href);
      const shown = await tab.waitForFunction(() =>
        document
          .querySelector('series-navigator')
          .shadowRoot?.querySelector('[part=item]:has([part=position])')
          ?.textContent.replace(/\s+/g, ' ')
          .trim(),
      );
      assert.equal(await shown.jsonValue(), `${await tab.title()} Partie ${current + 1} sur 4`);
    }
    assert.deepEqual(positions.sort(), [0, 1, 2, 3]);
  },
);
