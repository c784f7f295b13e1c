/** Every word and link of a post outlives what feed readers, sanitizers and reader views do to it. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {Readability} from '@mozilla/readability';
import {autop} from '@wordpress/autop';
import {HtmlRenderer, Parser} from 'commonmark';
import createDOMPurify from 'dompurify';
import {JSDOM} from 'jsdom';
import MarkdownIt from 'markdown-it';
import puppeteer from 'puppeteer-core';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import {unified} from 'unified';
import xss from 'xss';
import {toFeedHtml} from '../dist/feed/to-feed-html.js';
import {chromiumArgs, ensure, find} from './support/browsers.js';

const base = 'https://blog.example/kubecon/wednesday/';
const {window} = new JSDOM('', {url: base});
const goldens = JSON.parse(readFileSync(new URL('goldens/survival.json', import.meta.url), 'utf8'));

/** What the README says to write. */
const markdown = new MarkdownIt({html: true});
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const written = [...readme.matchAll(/^```(html|markdown)\n([^]*?)^```/gm)]
  .map(([, language, text]) => ({language, text}))
  .filter(({text}) => /<(series|keynote|talk|sponsor|list|saved)-/.test(text));
const samples = written.map(({language, text}) => ({
  tag: /<([a-z]+-[a-z-]+)/.exec(text)[1],
  html: language === 'html' ? text : markdown.render(text),
}));

const prose = `<p>${'A long paragraph of the article, with commas, and words, that go on, and on, for a while. '.repeat(8)}</p>`;
const purify = createDOMPurify(window);
const rehype = unified().use(rehypeParse, {fragment: true}).use(rehypeSanitize).use(rehypeStringify);
/** As Tiny Tiny RSS, Nextcloud News and, by reports, Feedly: what is unknown goes with all that is in it. */
const dropping = {
  allowedTags: false,
  allowVulnerableTags: true,
  exclusiveFilter: ({tag}) => tag.includes('-') || /^(button|dialog|template)$/.test(tag),
};
const mastodon = 'p br span a del s pre blockquote code b strong u i em ul ol li ruby'.split(' ');

let browser;
let tab;
before(async () => {
  ensure(['chromium']);
  browser = await puppeteer.launch({executablePath: find('chromium'), args: chromiumArgs});
  tab = await browser.newPage();
});
after(() => browser?.close());

/** What each does to the HTML of a post. */
const pipelines = {
  DOMPurify: (html) => purify.sanitize(html),
  'sanitize-html': (html) => sanitizeHtml(html),
  'rehype-sanitize': async (html) => String(await rehype.process(html)),
  xss: (html) => xss(html),
  'tags of text only': (html) => sanitizeHtml(html, {allowedTags: mastodon}),
  'unknown tags dropped': (html) => sanitizeHtml(html, dropping),
  'setHTML() of Chromium': (html) =>
    tab.evaluate((text) => {
      const element = document.createElement('div');
      element.setHTML(text);
      return element.innerHTML;
    }, html),
  'reader view': (html) => {
    const {document} = new JSDOM(`<article><h1>Title</h1>${prose}${html}${prose}${prose}</article>`, {url: base})
      .window;
    return new Readability(document).parse().content;
  },
  'WordPress autop': (html) => autop(html),
};

/** The words and links of HTML, with how often each is there. */
function contentOf(html) {
  const {body} = new JSDOM(html, {url: base}).window.document;
  const words = body.textContent.match(/\S+/g) ?? [];
  return {words, links: [...body.querySelectorAll('a[href]')].map(({href}) => href)};
}

/** How many of the first are missing in the second. */
function missing(all, rest) {
  const counts = new Map();
  for (const each of rest) counts.set(each, (counts.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const count = counts.get(each) ?? 0;
    counts.set(each, count - 1);
    return count < 1;
  });
}

async function lossesOf(pipeline, html, given = html) {
  const [whole, rest] = [contentOf(html), contentOf(await pipeline(given))];
  return {words: missing(whole.words, rest.words), links: missing(whole.links, rest.links)};
}

test('Every element of the README is among the samples.', () => {
  const tags = ['series-navigator', 'keynote-card', 'talk-summary', 'sponsor-list', 'list-save-button', 'saved-lists'];
  assert.deepEqual(
    tags.filter((tag) => !samples.some((sample) => sample.tag === tag)),
    [],
  );
});

for (const [name, pipeline] of Object.entries(pipelines)) {
  test(`Which elements lose words or links in ${name}, as they are written, is known.`, async () => {
    const losing = new Set();
    for (const {tag, html} of samples) {
      const {words, links} = await lossesOf(pipeline, html);
      if (words.length || links.length) losing.add(tag);
    }
    assert.deepEqual([...losing].sort(), goldens[name] ?? []);
  });

  samples.forEach(({tag, html}, index) => {
    test(`After toFeedHtml(), ${name} keeps every word and link of sample ${index + 1}, <${tag}>.`, async () => {
      assert.deepEqual(await lossesOf(pipeline, html, toFeedHtml(html, {base})), {words: [], links: []});
    });
  });
}

test('js-xss shows our tags as words, and none after toFeedHtml().', () => {
  for (const {html} of samples) {
    assert.match(xss(html), /&lt;\/(series|keynote|talk|sponsor|list|saved)-/);
    assert.doesNotMatch(xss(toFeedHtml(html, {base})), /&lt;\/(series|keynote|talk|sponsor|list|saved)-/);
  }
});

samples.forEach(({tag, html}, index) => {
  test(`What WordPress puts behind sample ${index + 1}, <${tag}>, is kept by readers that drop unknown tags.`, async () => {
    const post = autop(html);
    const losses = await lossesOf(pipelines['unknown tags dropped'], post, toFeedHtml(post, {base}));
    assert.deepEqual(losses, {words: [], links: []});
  });
});

for (const {text} of written.filter(({language}) => language === 'markdown')) {
  const engines = {
    'markdown-it': (source) => markdown.render(source),
    'markdown-it, HTML off': (source) => new MarkdownIt().render(source),
    commonmark: (source) => new HtmlRenderer().render(new Parser().parse(source)),
    'commonmark, HTML off': (source) => new HtmlRenderer({safe: true}).render(new Parser().parse(source)),
  };
  for (const [name, render] of Object.entries(engines)) {
    test(`${name} renders the words and links of the Markdown in ${/<[\w-]+/.exec(text)[0]}>.`, () => {
      const whole = contentOf(markdown.render(text));
      const rest = contentOf(render(text));
      assert.deepEqual([missing(whole.words, rest.words), missing(whole.links, rest.links)], [[], []]);
    });
  }
}
