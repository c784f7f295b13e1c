/** The WordPress plugin, by WordPress's own functions under PHP. Needs a build of the library. */
import assert from 'node:assert/strict';
import {cpSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import fc from 'fast-check';
import {JSDOM} from 'jsdom';
import puppeteer from 'puppeteer-core';
import {serve} from '../../demo/serve.js';
import {chromiumArgs, ensure, find} from '../support/browsers.js';
import {assertSameAsDemo} from './same-as-demo.js';
import {addPictures, missing, root, run, samplesOf, temporary} from './site.js';

const wordpress = process.env.WORDPRESS_PATH ?? '/usr/share/wordpress';
const skip = missing('php', '--version') || (!existsSync(wordpress) && 'WordPress is not installed');
const plugin = join(root, 'integrations/wordpress/article-series-elements');

/** What WordPress makes of posts; `unfiltered`: of authors who may write any HTML. */
function render(posts, {unfiltered = false, above = '', feed = false} = {}) {
  const input = JSON.stringify({posts, unfiltered, above, feed});
  const options = ['test/sites/wordpress.php', wordpress, join(plugin, 'article-series-elements.php')];
  return JSON.parse(run('php', options, {input, stdio: ['pipe', 'pipe', 'inherit']}));
}

const post = (content, facts) => ({slug: '/a/', title: 'A', date: '2024-03-19', series: '', content, ...facts});
const show = (content, options) => render([post(content)], options).contents[0];

const site = join(root, 'demo/sites/wordpress');
const demoPosts = JSON.parse(readFileSync(join(site, 'posts.json'), 'utf8')).map(({file, ...facts}) => ({
  ...facts,
  content: readFileSync(join(site, file), 'utf8'),
}));

const squeezed = (html) => html.replace(/\s+/g, ' ').trim();

for (const unfiltered of [true, false]) {
  const author = unfiltered ? 'an author who may write any HTML' : 'an author whose HTML is filtered';
  test(`A blog of WordPress by ${author} shows what the demo blog shows.`, {skip}, async () => {
    const folder = temporary(after);
    const above = '[list-save-button lists="/en/my-lists/"]Save for later[/list-save-button]';
    const {head, contents} = render(demoPosts, {unfiltered, above});
    for (const [index, {slug, title}] of demoPosts.entries()) {
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

test('The script is a module at one address, as its parts import it without a version.', {skip}, () => {
  const {head} = render([]);
  const [script, ...others] = new JSDOM(head).window.document.querySelectorAll('script');
  assert.deepEqual(others, []);
  assert.equal(script.type, 'module');
  assert.equal(script.src, '/wp-content/plugins/article-series-elements/cdn/article-series.js');
  assert.match(head, /href='[^']*\/cdn\/article-series\.css'/);
});

test('Shortcodes and blocks know every attribute that the manifest of the elements has.', {skip}, () => {
  const {modules} = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);
  for (const tag of ['keynote-card', 'talk-summary', 'sponsor-list', 'list-save-button']) {
    const names = elements.find(({tagName}) => tagName === tag).attributes.map(({name}) => name);
    const given = names.map((name) => `${name}="x"`).join(' ');
    const {body} = new JSDOM(show(`[${tag} ${given} onclick="x"]Words[/${tag}]`)).window.document;
    const said = [...body.querySelector('[data-as]').attributes].map(({name}) => name);
    assert.deepEqual(said.sort(), ['data-as', ...names.map((name) => `data-${name}`)].sort());
  }
});

test('An attribute of a shortcode needs no value.', {skip}, () => {
  assert.match(
    show('[talk-summary collapsible]Words[/talk-summary]'),
    /<div data-as="talk-summary" data-collapsible="">/,
  );
});

test('A shortcode in doubled brackets is text.', {skip}, () => {
  assert.equal(squeezed(show('Write [[talk-summary]] before it.')), '<p>Write [talk-summary] before it.</p>');
  assert.equal(
    squeezed(show('Write [[talk-summary]words[/talk-summary]] like this.')),
    '<p>Write [talk-summary]words[/talk-summary] like this.</p>',
  );
});

test('A shortcode in a line of text divides it into paragraphs.', {skip}, () => {
  assert.equal(
    squeezed(show('Before [talk-summary]Words[/talk-summary] after.')),
    '<p>Before</p> <div data-as="talk-summary"> <p>Words</p> </div> <p>after.</p>',
  );
});

test('A post of shortcodes is whole behind a post of blocks on the same page.', {skip}, () => {
  const blocks = post('<!-- wp:paragraph --><p>Blocks.</p><!-- /wp:paragraph -->');
  const {contents} = render([blocks, post('[talk-summary]Words[/talk-summary]')]);
  assert.equal(squeezed(contents[1]), '<div data-as="talk-summary"> <p>Words</p> </div>');
});

test('A shortcode in the block “Shortcode” is whole.', {skip}, () => {
  const block = '<!-- wp:shortcode -->[talk-summary]\n<h3>A</h3>\n\nOne\n\ntwo\n[/talk-summary]<!-- /wp:shortcode -->';
  assert.equal(squeezed(show(block)), '<div data-as="talk-summary"> <h3>A</h3> <p>One</p> <p>two</p> </div>');
});

test('The navigator shows the words of titles, not their markup.', {skip}, () => {
  const title = 'I <em>like</em> AT&amp;T <img src=x onerror=x()>';
  const {contents} = render([post('Words.', {title, series: 'A "B"'})]);
  const {body} = new JSDOM(contents[0]).window.document;
  assert.equal(body.querySelector('li').textContent.trim(), 'I like AT&T');
  assert.equal(body.querySelector('img'), null);
  assert.equal(body.querySelector('[data-series-name]').dataset.seriesName, 'A "B"');
});

test('A navigator that an author wrote is the only one.', {skip}, () => {
  const written = '<div data-as="series-navigator"><ol><li>A</li></ol></div>';
  const {contents} = render([post('Words. [series-navigator] More.', {series: 'A'}), post(written, {series: 'A'})]);
  const count = (html) => html.split('data-as="series-navigator"').length - 1;
  assert.deepEqual(contents.map(count), [2, 1], 'the list and the way on; the one written');
});

test('A feed has plain HTML with every word and link, and those that stand in attributes.', {skip}, () => {
  const button = '[list-save-button lists="/my-lists/"]Save for later[/list-save-button]';
  const posts = demoPosts.map((facts) => ({...facts, content: `${button}\n\n${facts.content}`}));
  const pages = render(posts).contents.map((html) => {
    const {body} = new JSDOM(html).window.document;
    body.querySelectorAll('[data-as="series-navigator"]').forEach((element) => element.remove());
    return contentOf(body.innerHTML);
  });
  const {contents} = render(posts, {feed: true});
  assert.deepEqual(contents.map(contentOf), pages);
  assert.doesNotMatch(contents.join(''), /data-as/);
  const said = show('[talk-summary speakers="Ada & Bob" verdict="trial"]Words[/talk-summary]', {feed: true});
  assert.equal(squeezed(said), '<section> <p>Words</p> <p>Ada &amp; Bob</p> <p>trial</p> </section>');
  const kind = show('[keynote-card kind="lightning"]Words[/keynote-card]', {feed: true});
  assert.equal(squeezed(kind), '<section> <p>Lightning talk</p> <p>Words</p> </section>');
  const named = show('[keynote-card kind="panel"]<h3>Panel: A</h3>[/keynote-card]', {feed: true});
  assert.equal(squeezed(named), '<section> <h3>Panel: A</h3> </section>');
  const paid = show('[sponsor-list relation="paid"]Words[/sponsor-list]', {feed: true});
  assert.equal(squeezed(paid), '<section> <p>Words</p> <p>Paid partnership</p> </section>');
  const own = show('[sponsor-list relation="paid" disclosure="Acme paid"]Words[/sponsor-list]', {feed: true});
  assert.equal(squeezed(own), '<section> <p>Words</p> <p>Acme paid</p> </section>');
  const {contents: lists} = render([post('[series-navigator]', {series: 'A'})], {feed: true});
  assert.match(squeezed(lists[0]), /^<section> <p>This article is part of a series of 1 post:<\/p> <ol> <li>/);
});

test('Whatever stands around and inside shortcodes keeps its words, in their order, in balanced HTML.', {skip}, () => {
  const word = fc.integer({min: 1, max: 999}).map((number) => `word${number}`);
  const line = fc.oneof(
    word,
    word.map((text) => `<h3>${text}</h3>`),
    word.map((text) => `<ul><li>${text}</li></ul>`),
  );
  const lines = fc.array(fc.tuple(line, fc.constantFrom(' ', '\n', '\n\n')), {minLength: 1, maxLength: 5});
  const text = lines.map((parts) => parts.flat().join(''));
  const gap = fc.constantFrom('', ' ', '\n', '\n\n');
  const tag = fc.constantFrom('keynote-card', 'talk-summary', 'sponsor-list');
  const shortcode = fc.tuple(tag, gap, text, gap).map(([name, a, words, b]) => `[${name}]${a}${words}${b}[/${name}]`);
  const contents = fc.sample(
    fc.array(fc.oneof(text, shortcode), {minLength: 1, maxLength: 6}).map((parts) => parts.join('')),
    300,
  );
  for (const [index, html] of render(contents.map((content) => post(content))).contents.entries()) {
    const given = contents[index];
    const words = (source) => source.match(/word\d+/g);
    assert.deepEqual(words(html), words(given), given);
    const {body} = new JSDOM(html).window.document;
    const elements = [...body.querySelectorAll('[data-as]')];
    const wrote = [...given.matchAll(/\[([a-z-]+)\]([^[]*)/g)].map(([, name, inside]) => [name, words(inside)]);
    assert.deepEqual(
      elements.map((element) => [element.dataset.as, words(element.textContent)]),
      wrote,
      given,
    );
    assert.equal(body.querySelector('p:empty'), null, `an empty paragraph in ${html}`);
  }
});

test('What the block editor saves it opens again, and readers get its words and attributes.', {skip}, async () => {
  const {editor} = render([]);
  const folder = temporary(after);
  cpSync(plugin, join(folder, 'wp-content/plugins/article-series-elements'), {recursive: true});
  cpSync(join(wordpress, 'wp-includes/js'), join(folder, 'wp-includes/js'), {recursive: true, dereference: true});
  writeFileSync(join(folder, 'index.html'), `<!doctype html><link rel="icon" href="data:,">${editor}`);
  ensure(['chromium']);
  const browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
  const server = await serve({folder});
  try {
    const tab = await browser.newPage();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => /error|warn/.test(message.type()) && errors.push(message.text()));
    await tab.goto(server.address);
    const {titles, saved, isValid} = await tab.evaluate(saveBlocks);
    assert.deepEqual(titles, ['Keynote card', 'Talk summary', 'Sponsor list', 'Series navigator', 'List save button']);
    assert.ok(isValid, saved);
    assert.equal(
      squeezed(show(saved)),
      '<div data-as="talk-summary" data-collapsible="" data-kind="panel"> <h2>Three’s a Crowd</h2> </div>' +
        ' <span data-as="list-save-button" data-whole-series=""><a href="/my-lists/?add=%2Fa%2F">Later</a></span>',
    );
    assert.deepEqual(errors, []);
  } finally {
    server.close();
    await browser.close();
  }
});

/** Runs in the page, which has the scripts of WordPress's editor. */
function saveBlocks() {
  const {blockLibrary, blocks} = globalThis.wp;
  blockLibrary.registerCoreBlocks();
  const heading = blocks.createBlock('core/heading', {content: 'Three’s a Crowd'});
  const saved = blocks.serialize([
    blocks.createBlock('article-series/talk-summary', {kind: 'panel', collapsible: true}, [heading]),
    blocks.createBlock('article-series/list-save-button', {label: 'Later', lists: '/my-lists/', wholeSeries: true}),
  ]);
  const titles = blocks.getBlockTypes().filter(({category}) => category === 'article-series');
  return {
    saved,
    titles: titles.map(({title}) => title),
    isValid: blocks.parse(saved).every(({isValid}) => isValid),
  };
}

test('Of <picture> and <time> the image and the words stay, whoever wrote them.', {skip}, () => {
  const html =
    '<picture><source srcset="/dark.svg"><img src="/light.svg" alt=""></picture> <time datetime="2024-03-22">Friday</time>';
  for (const unfiltered of [true, false]) {
    const {body} = new JSDOM(show(html, {unfiltered})).window.document;
    assert.equal(body.querySelector('img').getAttribute('src'), '/light.svg');
    assert.equal(body.textContent.trim(), 'Friday');
  }
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
