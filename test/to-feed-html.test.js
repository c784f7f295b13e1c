/** What `toFeedHtml` makes of our elements, and that it loses nothing of any HTML. Needs `npm run build`. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {JSDOM} from 'jsdom';
import {toFeedHtml} from '../dist/feed/to-feed-html.js';

const base = 'https://blog.example/kubecon/tuesday/';

const cases = {
  'An element becomes a section, of which reader views keep a list of links.': [
    '<series-navigator src="/feed.json" class="menu">\n<ol>\n<li>A</li>\n</ol>\n</series-navigator>',
    '<section>\n<ol>\n<li>A</li>\n</ol>\n</section>',
  ],
  'Language and direction stay.': [
    '<sponsor-list lang="ar" dir="rtl">\nشكرا\n</sponsor-list>',
    '<section lang="ar" dir="rtl">\nشكرا\n</section>',
  ],
  'What the attributes of a wrapper say is said in words.': [
    '<div data-as="keynote-card" data-kind="panel"><h2>Wasm</h2></div>',
    '<div>\n<p>Panel</p>\n<h2>Wasm</h2>\n</div>',
  ],
  'A wrapper with data-as keeps its tag, and ends where it ended.': [
    '<div data-as="keynote-card" class="related">\n<div>A</div>\n</div>\n<div>B</div>',
    '<div>\n<div>A</div>\n</div>\n<div>B</div>',
  ],
  'The save button becomes the link of the author.': [
    '<p>Read on. <list-save-button url="/a"><a href="/l/?add=a">Save</a></list-save-button></p>',
    `<p>Read on. <a href="https://blog.example/l/?add=a">Save</a></p>`,
  ],
  'A pointer without content is left out.': ['A <series-navigator for="toc"> </series-navigator>B', 'A  B'],
  'A self-closing element is left out, and what follows it stays.': ['<list-save-button/><p>B</p>', '<p>B</p>'],
  'An element without an end takes in nothing.': ['<sponsor-list><p>B</p>', '<p>B</p>'],
  'Elements may be written in capitals.': ['<Saved-Lists>\nA\n</SAVED-LISTS>', '<section>\nA\n</section>'],
  'Blocks stand on lines of their own.': [
    'A<series-navigator><p>B</p><ol><li>C</li><li>D</li></ol></series-navigator><p>E</p>',
    'A\n<section>\n<p>B</p>\n<ol>\n<li>C</li>\n<li>D</li>\n</ol>\n</section>\n<p>E</p>',
  ],
  'Kind, people and verdict are said where words do not say them.': [
    '<talk-summary kind="workshop" speakers="Jane Doe, Acme; Al &amp; Bo Ray" verdict="trial">\n<h2>A</h2>\n<p>B</p>\n</talk-summary>',
    '<section>\n<p>Workshop</p>\n<h2>A</h2>\n<p>Speakers: Jane Doe, Acme; Al &amp; Bo Ray</p>\n<p>B</p>\n<p>Verdict: Try</p>\n</section>',
  ],
  'What words say already is not said again.': [
    '<talk-summary kind="panel" speakers="Jane Doe, Acme" verdict="hold">\n<h2>Panel: A</h2>\n<p>With Jane Doe.</p>\n<p><b>Verdict:</b> hold</p>\n</talk-summary>',
    '<section>\n<h2>Panel: A</h2>\n<p>With Jane Doe.</p>\n<p><b>Verdict:</b> hold</p>\n</section>',
  ],
  'French posts are given French words.': [
    '<div lang="fr">\n<keynote-card verdict="adopt">\nA\n</keynote-card>\n</div>',
    '<div lang="fr">\n<section>\nA\n<p>Verdict\u00a0: Adopter</p>\n</section>\n</div>',
  ],
  'A language without words of ours is given English ones, marked as such.': [
    '<keynote-card lang="de" verdict="adopt">\nA\n</keynote-card>',
    '<section lang="de">\nA\n<p lang="en">Verdict: Adopt</p>\n</section>',
  ],
  'What organisations did is said, for all and for one.': [
    '<sponsor-list relation="event">\n<ul data-relation="paid">\n<li data-relation="gift">A</li>\n</ul>\n</sponsor-list>',
    '<section>\n<p>Paid partnership</p>\n<ul>\n<li>Gift to the author: A</li>\n</ul>\n<p>Event sponsorship</p>\n</section>',
  ],
  'A disclosure is said in the words of the author.': [
    '<sponsor-list relation="paid" disclosure="They paid my <train>">\nA\n</sponsor-list>',
    '<section>\nA\n<p>They paid my &lt;train&gt;</p>\n</section>',
  ],
  'An empty date is said.': [
    '<series-navigator>\n<time datetime="2024-03-22"></time>\n</series-navigator>',
    '<section>\n<time datetime="2024-03-22">March 22, 2024</time>\n</section>',
  ],
  'Scripts, styles and templates are left out, and buttons leave their words.': [
    '<saved-lists>\n<script>"</saved-lists>"</script><style>a{}</style><template>B</template><button>C</button><noscript>D</noscript>\n</saved-lists>',
    '<section>\nCD\n</section>',
  ],
  'What was hidden is shown.': ['<saved-lists>\n<p hidden>B</p>\n</saved-lists>', '<section>\n<p>B</p>\n</section>'],
  'Addresses become absolute inside, and stay outside.': [
    '<a href="/a">A</a>\n<saved-lists>\n<a href="../b?c&amp;d">B</a><img src=i.png srcset="i.png 1x, j.png 2x" alt="" /><a href="mailto:a@b.example">C</a>\n</saved-lists>',
    '<a href="/a">A</a>\n<section>\n<a href="https://blog.example/kubecon/b?c&amp;d">B</a><img src="https://blog.example/kubecon/tuesday/i.png" srcset="https://blog.example/kubecon/tuesday/i.png 1x, https://blog.example/kubecon/tuesday/j.png 2x" alt="" /><a href="mailto:a@b.example">C</a>\n</section>',
  ],
  'Elements that cross end with the outer one.': [
    '<saved-lists>\nA\n<keynote-card>\nB\n</saved-lists>\nC</keynote-card>',
    '<section>\nA\n<section>\nB\n</section>\n</section>\nC',
  ],
  'Text around what is left out does not become a tag or a character.': [
    '<<saved-lists></saved-lists>b>&am<saved-lists>p; <<list-save-button>b></list-save-button>',
    '<\nb>&am\np; <\nb>',
  ],
  'Comments, scripts and code samples are not ours.': [
    '<!-- <saved-lists> --><script>"<saved-lists>"</script><textarea><saved-lists></textarea><code>&lt;saved-lists></code>',
    '<!-- <saved-lists> --><script>"<saved-lists>"</script><textarea><saved-lists></textarea><code>&lt;saved-lists></code>',
  ],
};
for (const [sentence, [html, expected]] of Object.entries(cases)) {
  test(sentence, () => assert.equal(toFeedHtml(html, {base}), expected));
}

test('Elements under names of their own are known by an option.', () => {
  const html = '<event-partners relation="gift">\nA\n</event-partners>';
  assert.equal(toFeedHtml(html), html);
  assert.equal(
    toFeedHtml(html, {names: {'event-partners': 'sponsor-list'}, lang: 'fr'}),
    '<section>\nA\n<p>Cadeau fait à l’auteur</p>\n</section>',
  );
});

test('The second post of a language is in the same words as the first.', async () => {
  const html = '<sponsor-list lang="de" relation="paid">A</sponsor-list>';
  const first = toFeedHtml(html);
  assert.match(first, /<p lang="en">Paid partnership/);
  await import('../dist/locale/de.js');
  await new Promise(setImmediate);
  assert.equal(toFeedHtml(html), first);
});

test('Without a base, addresses stay as they are.', () => {
  assert.match(toFeedHtml('<saved-lists><a href="/a">A</a></saved-lists>'), /<a href="\/a">/);
});

const own = ['series-navigator', 'keynote-card', 'talk-summary', 'sponsor-list', 'list-save-button', 'saved-lists'];
const tag = fc.constantFrom(
  ...own,
  'p',
  'div',
  'ol',
  'li',
  'a',
  'b',
  'button',
  'h2',
  'time',
  'table',
  'td',
  'noscript',
  'pre',
);
const attribute = fc.constantFrom(
  ' lang="fr"',
  ' data-as="sponsor-list"',
  ' hidden',
  ' relation=paid',
  " verdict='trial'",
  ' speakers="Jane Doe, Acme; x"',
  ' kind="panel"',
  ' data-relation="gift"',
  ' a="<b>"',
  ' /',
  ' =',
);
let count = 0;
const piece = fc.oneof(
  {weight: 4, arbitrary: fc.constant(null).map(() => `w${count++} `)},
  {
    weight: 4,
    arbitrary: fc.tuple(tag, fc.array(attribute, {maxLength: 2})).map(([name, all]) => `<${name}${all.join('')}>`),
  },
  {weight: 4, arbitrary: tag.map((name) => `</${name}>`)},
  fc.nat().map((number) => `<a href="/${number}">`),
  fc.constantFrom(
    '<',
    '>',
    '&',
    '&am',
    'p;',
    '"',
    "'",
    '<!--',
    '-->',
    '--!>',
    '<!',
    '</',
    '<x',
    ' ',
    '\n',
    '<br/>',
    '<script>',
    '</script>',
    '<style>',
    '</style >',
    '<!-->',
    '<?',
    '=',
    '/',
  ),
);
const anyHtml = fc.array(piece, {maxLength: 30}).map((pieces) => pieces.join(''));

/** The words and links that a browser shows of HTML. */
function shownIn(html) {
  const {body} = new JSDOM(`<body>${html}`, {url: base}).window.document;
  const links = [...body.querySelectorAll('a[href]')].map(({href}) => href);
  for (const silent of body.querySelectorAll('script, style')) silent.remove();
  return [...new Set([...(body.textContent.match(/w\d+/g) ?? []), ...links])];
}

test('Every word and link of any HTML stays.', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const kept = new Set(shownIn(toFeedHtml(html, {base})));
      assert.deepEqual(
        shownIn(html).filter((each) => !kept.has(each)),
        [],
      );
    }),
    {numRuns: 500},
  );
});

test('A second pass changes nothing of any HTML.', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const once = toFeedHtml(html, {base});
      assert.equal(toFeedHtml(once, {base}), once);
    }),
    {numRuns: 2000},
  );
});

test('HTML without our elements stays as it is, byte for byte.', () => {
  fc.assert(
    fc.property(anyHtml, (html) => {
      const other = html.replace(new RegExp(`${own.join('|')}|data-as`, 'g'), 'span');
      assert.equal(toFeedHtml(other, {base}), other);
    }),
    {numRuns: 2000},
  );
});

// Where time grew with the square of the length, each of these would take very long.
const hostile = [
  '<',
  '<a ',
  '<a b="',
  "<a b='>",
  '<!--',
  '<!-- --!>',
  '</',
  '<?',
  '<script>',
  '<style></style>',
  '<p>',
  '</p>',
  '<saved-lists>',
  '</saved-lists>',
  '<saved-lists></keynote-card>',
  '<keynote-card verdict=trial>',
  '<keynote-card speakers=";;">',
  '<div data-as=sponsor-list>',
  '<template>',
  '<saved-lists><template>',
  '&',
  '<a\n',
  '<a =',
  '<li lang=fr>',
];
for (const text of hostile) {
  test(
    `A long run of ${JSON.stringify(text)} comes to an end, inside and outside our elements.`,
    {timeout: 60_000},
    () => {
      const long = text.repeat(2e5 / text.length);
      assert.ok(toFeedHtml(long) !== undefined);
      assert.ok(toFeedHtml(`<saved-lists>${long}</saved-lists>`) !== undefined);
      assert.ok(
        toFeedHtml(`${long}${'</keynote-card>'.repeat(5e3)}${'</saved-lists>'.repeat(5e3)}${'</div>'.repeat(5e3)}`) !==
          undefined,
      );
    },
  );
}
