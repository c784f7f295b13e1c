/** The WordPress plugin, by WordPress's own functions under PHP. Needs a build of the library. */
import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {JSDOM} from 'jsdom';
import {assertSameAsDemo} from './same-as-demo.js';
import {addPictures, missing, root, run, samplesOf, temporary} from './site.js';

const wordpress = process.env.WORDPRESS_PATH ?? '/usr/share/wordpress';
const skip = missing('php', '--version') || (!existsSync(wordpress) && 'WordPress is not installed');
const plugin = join(root, 'integrations/wordpress/article-series-elements');

/** What WordPress makes of posts; `unfiltered`: of authors who may write any HTML. */
function render(posts, {unfiltered = false, above = ''} = {}) {
  const input = JSON.stringify({posts, unfiltered, above});
  const options = ['test/sites/wordpress.php', wordpress, join(plugin, 'article-series-elements.php')];
  return JSON.parse(run('php', options, {input, stdio: ['pipe', 'pipe', 'inherit']}));
}

const show = (content, options) =>
  render([{slug: '/a/', title: 'A', date: '2024-03-19', series: '', content}], options).contents[0];

const squeezed = (html) => html.replace(/\s+/g, ' ').trim();

for (const unfiltered of [true, false]) {
  const author = unfiltered ? 'an author who may write any HTML' : 'an author whose HTML is filtered';
  test(`A blog of WordPress by ${author} shows what the demo blog shows.`, {skip}, async () => {
    const folder = temporary(after);
    const site = join(root, 'demo/sites/wordpress');
    const posts = JSON.parse(readFileSync(join(site, 'posts.json'), 'utf8')).map(({file, ...post}) => ({
      ...post,
      content: readFileSync(join(site, file), 'utf8'),
    }));
    const above = '[list-save-button lists="/en/my-lists/"]Save for later[/list-save-button]';
    const {head, contents} = render(posts, {unfiltered, above});
    for (const [index, {slug, title}] of posts.entries()) {
      mkdirSync(join(folder, slug), {recursive: true});
      const start = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>`;
      const links = `<link rel="canonical" href="${slug}"><link rel="icon" href="/img/wheel.svg">${head}`;
      writeFileSync(
        join(folder, slug, 'index.html'),
        `${start}${links}<main><article>${contents[index]}</article></main>`,
      );
    }
    cpSync(join(root, 'dist/cdn'), join(folder, 'wp-content/plugins/article-series-elements/cdn'), {recursive: true});
    addPictures(folder);
    await assertSameAsDemo(folder);
  });
}

test('What the docs say of WordPress works as written.', {skip}, () => {
  const samples = samplesOf('wordpress');
  assert.equal(
    squeezed(show(samples.get('talk.html'))),
    '<div data-as="talk-summary" data-kind="panel"> <h3>Three’s a Crowd</h3> <ul> <li>Tyler Gillson, Spectro Cloud</li> </ul> <p>What was said.</p> <p><strong>Verdict:</strong> to try.</p> </div>',
  );
  assert.match(
    show(samples.get('save.html')),
    /<span data-as="list-save-button"><a href="\/my-lists\/\?add=%2Fa%2F">Save for later<\/a><\/span>/,
  );
  assert.equal(
    squeezed(show(samples.get('wrapper.html'))),
    '<div data-as="keynote-card" data-kind="panel"> <h2>Wasm everywhere</h2> </div>',
  );
});

test('A block prints what a shortcode prints.', {skip}, () => {
  const block =
    '<!-- wp:article-series/sponsor-list {"relation":"gift","eventName":"Kube \\u0022Con\\u0022"} --><ul><li>Quai Sept</li></ul><!-- /wp:article-series/sponsor-list -->';
  assert.equal(
    squeezed(show(block, {unfiltered: true})),
    '<div data-as="sponsor-list" data-event-name="Kube &quot;Con&quot;" data-relation="gift"> <ul><li>Quai Sept</li></ul> </div>',
  );
});

test('A shortcode of an author whose HTML is filtered adds no attribute and no script.', {skip}, () => {
  const content = show(
    '[talk-summary onclick="x()" kind=\'"><b onclick=x()>\']Words.<script>x()</script>[/talk-summary]',
  );
  assert.doesNotMatch(content, /<script|<b|onclick="/);
  assert.match(content, /Words\./);
});

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const samples = [...readme.matchAll(/^```html\n([^]*?)^```/gm)]
  .map(([, html]) => html)
  .filter((html) => /<(series|keynote|talk|sponsor|list|saved)-/.test(html));

/** The words and the addresses of links in HTML; quotation marks may have been curled. */
function contentOf(html) {
  const {body} = new JSDOM(html).window.document;
  const words = body.textContent.replace(/[\u2018\u2019']/g, '’').replace(/\s+/g, ' ');
  return {words: words.trim(), links: [...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))};
}

/** The same element as a wrapper. */
const wrapped = (html) =>
  html.replace(/<(\/?)([a-z]+-[a-z-]+)([^>]*)>/g, (_, slash, tag, attributes) =>
    slash ? '</div>' : `<div data-as="${tag}"${attributes.replace(/ (\S+=)/g, ' data-$1')}>`,
  );

test('Every word and link of what the README says to write outlives WordPress, whoever wrote it.', {skip}, () => {
  assert.ok(samples.length >= 7);
  for (const html of samples.flatMap((sample) => [sample, wrapped(sample)])) {
    for (const unfiltered of [true, false]) {
      assert.deepEqual(contentOf(show(html, {unfiltered})), contentOf(html));
    }
  }
});

test('A wrapper stays around its words, with all it says, whoever wrote it.', {skip}, () => {
  for (const html of samples.map(wrapped)) {
    for (const unfiltered of [true, false]) {
      const [before, after] = [html, show(html, {unfiltered})].map((each) =>
        [...new JSDOM(each).window.document.querySelectorAll('[data-as]')].map((element) => ({
          facts: {...element.dataset},
          words: element.textContent.replace(/\s+/g, ' ').trim(),
        })),
      );
      assert.deepEqual(after, before);
    }
  }
});
