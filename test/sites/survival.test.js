/**
 * Every word and link outlives the Markdown of Hugo (Goldmark) and of Jekyll (kramdown), in the form the docs recommend
 * there; which tags lose some as they stand is known. Needs a build of the library.
 */
import assert from 'node:assert/strict';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, describe, test} from 'node:test';
import {JSDOM} from 'jsdom';
import MarkdownIt from 'markdown-it';
import {toFeedHtml} from '../../dist/feed/to-feed-html.js';
import {missing, root, run, samplesOf, temporary} from './site.js';

const goldens = JSON.parse(readFileSync(join(root, 'test/goldens/survival.json'), 'utf8'));
const markdown = new MarkdownIt({html: true});

/** What the README says to write. */
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const written = [...readme.matchAll(/^```(html|markdown)\n([^]*?)^```/gm)]
  .map(([, language, text]) => ({tag: /<([a-z]+-[a-z-]+)/.exec(text)?.[1], language, text}))
  .filter(({tag}) => tag);

/** What the docs of a platform have people write: Markdown in an element of the integration. */
const people = '- Kai Walter, [ZEISS](https://zeiss.example/)\n- Jane Doe, Acme (moderator)';
const inside = {
  'keynote-card': `## WebAssembly everywhere\n\n${people}\n\n> Boring.\n\n— Kai Walter`,
  'sponsor-list': `Thanks.\n\n### Gold\n\n- [Quai Sept](https://quai-sept.example/) — the rooms\n- Café du Port`,
  'talk-summary': /^<talk-summary>\n([^]*?)^<\/talk-summary>/m.exec(readme)[1].trim(),
};

/** The words and links of HTML. Markdown curls quotation marks and joins dots and dashes. */
function contentOf(html) {
  const {body} = new JSDOM(html).window.document;
  const text = body.textContent.replace(/["'“”‘’]|&quot;/g, '’').replace(/\.\.\.|…/g, '…');
  return {words: text.match(/\S+/g) ?? [], links: [...body.querySelectorAll('a[href]')].map(({href}) => href)};
}

const isWhole = (html, given) => {
  const [{words, links}, rest] = [contentOf(given), contentOf(html)];
  return words.join(' ') === rest.words.join(' ') && links.join() === rest.links.join();
};

const name = (index) => `sample-${index}`;
const marked = (html) => /<main>([^]*)<\/main>/.exec(html)[1];

const generators = {
  Hugo: {
    skip: missing('hugo', 'version'),
    engines: {'Goldmark, raw HTML off': false, 'Goldmark, raw HTML on': true},
    recommended: (tag) => `{{< ${tag} >}}\n\n${inside[tag]}\n\n{{< /${tag} >}}`,
    build(posts, isUnsafe) {
      const folder = temporary(after);
      cpSync(join(root, 'integrations/hugo'), join(folder, 'themes/article-series'), {recursive: true});
      mkdirSync(join(folder, 'content/posts'), {recursive: true});
      mkdirSync(join(folder, 'layouts/_default'), {recursive: true});
      const config = samplesOf('hugo').get('hugo.toml');
      writeFileSync(join(folder, 'hugo.toml'), `${config}\n[markup.goldmark.renderer]\nunsafe = ${isUnsafe}\n`);
      writeFileSync(join(folder, 'layouts/_default/single.html'), '<main>{{ .Content }}</main>');
      for (const [post, text] of posts) {
        writeFileSync(join(folder, `content/posts/${post}.md`), `---\ntitle: ${post}\n---\n\n${text}`);
      }
      run('hugo', ['--source', folder, '--destination', join(folder, 'public')]);
      return (post) => marked(readFileSync(join(folder, `public/posts/${post}/index.html`), 'utf8'));
    },
  },
  Jekyll: {
    skip: missing('jekyll', '--version'),
    engines: {kramdown: undefined},
    recommended: (tag) =>
      `{% capture words %}\n${inside[tag]}\n{% endcapture %}\n{% include article-series/${tag}.html content=words %}`,
    build(posts) {
      const folder = temporary(after);
      cpSync(join(root, 'integrations/jekyll'), folder, {recursive: true});
      mkdirSync(join(folder, '_layouts'), {recursive: true});
      writeFileSync(join(folder, '_layouts/post.html'), '<main>{{ content }}</main>');
      for (const [post, text] of posts) writeFileSync(join(folder, `${post}.md`), `---\nlayout: post\n---\n\n${text}`);
      const built = join(folder, '_site');
      run('jekyll', ['build', '--source', folder, '--destination', built, '--disable-disk-cache']);
      return (post) => marked(readFileSync(join(built, `${post}.html`), 'utf8'));
    },
  },
};

for (const [program, {skip, engines, recommended, build}] of Object.entries(generators)) {
  for (const [engine, option] of Object.entries(engines)) {
    describe(`In ${program} (${engine})`, {skip}, () => {
      const posts = [
        ...written.map(({text}, index) => [name(index), text]),
        ...Object.keys(inside).map((tag) => [tag, recommended(tag)]),
      ];
      const htmlOf = build(posts, option);

      test('which elements lose words or links, as they are written, is known.', () => {
        const losing = new Set();
        for (const [index, {tag, language, text}] of written.entries()) {
          const given = language === 'html' ? text : markdown.render(text);
          if (!isWhole(htmlOf(name(index)), given)) losing.add(`${tag} in ${language}`);
        }
        assert.deepEqual([...losing].sort(), goldens[engine]);
      });

      for (const tag of Object.keys(inside)) {
        test(`${tag} keeps every word and link in the recommended form, also in a feed.`, () => {
          const given = markdown.render(inside[tag]);
          const html = htmlOf(tag);
          assert.match(html, new RegExp(`<${tag}>[^]*</${tag}>`));
          assert.deepEqual(contentOf(html), contentOf(given));
          assert.deepEqual(contentOf(toFeedHtml(html)), contentOf(given));
        });
      }
    });
  }
}
