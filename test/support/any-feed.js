/** Files of data of any shape, for fast-check: valid ones, the same with damage, and what no program has written. */
import fc from 'fast-check';

const string = fc.oneof(
  fc.constantFrom(
    ...['Wednesday: the first day', 'ZEISS & friends', '日本語', '', ' ', '\u202e\u0000', '\ud800', '&amp;lt;b&gt;'],
    ...['<img src=x onerror=canary()>', '<script>canary()</script>', ']]><script>canary()</script>', '${canary()}'],
    ...['javascript:canary()', '__proto__', '?lit$0$', 'a'.repeat(5000), 'e\u0301'.repeat(200)],
  ),
  fc.string({unit: 'binary', maxLength: 12}),
  fc.string({unit: 'grapheme', maxLength: 12}),
);
const address = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom('/wednesday/', '/thursday/', '#', '?q', '//a.example/', '../')},
  {weight: 3, arbitrary: fc.webUrl({withQueryParameters: true, withFragments: true})},
  fc.constantFrom('javascript:canary()', 'java\tscript:canary()', 'data:text/html,<script>canary()</script>', '[', ':'),
  fc.constantFrom(`/${'a'.repeat(1900)}/`, `/${'é'.repeat(1000)}/`),
  string,
);
const date = fc.oneof(
  fc.date({noInvalidDate: true}).map((each) => each.toISOString()),
  fc.constantFrom('2024-03-20', 'Fri, 22 Mar 2024 08:00:00 +0100', '22 Foo 2024 08:00', '99999-99-99T', '0000-00-00'),
  string,
);
/** What stands in the place of a string, and is none. */
const other = fc.oneof(
  fc.constantFrom(
    {_$litType$: 1, strings: ['<img src=x onerror=canary()>'], values: []},
    {nodeType: 1, nodeName: 'SCRIPT'},
    {toString: 'x', valueOf: null},
    {length: 1e9},
    {then: 1},
    [[]],
  ),
  fc.jsonValue({maxDepth: 3}),
);
const mostly = (arbitrary) => fc.oneof({weight: 9, arbitrary}, other);
const most = (fields) =>
  fc.oneof(
    {weight: 5, arbitrary: fc.record(fields, {requiredKeys: []})},
    fc.dictionary(fc.constantFrom(...Object.keys(fields), '__proto__', 'constructor', 'toString'), other),
  );

const fields = {title: string, link: address, date, lang: fc.constantFrom('en', 'ar', 'x-', '', '\u0000')};
const items = (item, maxLength = 12) => fc.array(item, {maxLength});

const jsonFeed = most({
  version: fc.constant('https://jsonfeed.org/version/1.1'),
  title: mostly(string),
  language: mostly(fields.lang),
  items: mostly(
    items(
      mostly(
        most({
          title: mostly(string),
          url: mostly(address),
          id: mostly(address),
          summary: mostly(string),
          content_text: mostly(string),
          date_published: mostly(date),
          language: mostly(fields.lang),
        }),
      ),
    ),
  ),
}).map((data) => ['series', JSON.stringify(data)]);

const organizations = most({
  tiers: mostly(
    items(
      mostly(
        most({
          name: mostly(string),
          organizations: mostly(
            items(
              mostly(
                most({
                  name: mostly(string),
                  url: mostly(address),
                  logo: mostly(address),
                  logoDark: mostly(address),
                  note: mostly(string),
                  relation: mostly(fc.constantFrom('event', 'gift', 'paid', 'friend')),
                }),
              ),
              4,
            ),
          ),
        }),
      ),
      4,
    ),
  ),
}).map((data) => ['organizations', JSON.stringify(data)]);

const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
/** What XML cannot hold is left out, most of the time. */
const legal = (text) => text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
const written = (arbitrary) =>
  fc
    .tuple(arbitrary, fc.constantFrom(...Array(8).fill('escaped'), 'escaped twice', 'in CDATA', 'raw', 'illegal'))
    .map(([text, how]) => {
      if (how === 'escaped twice') return escape(escape(legal(text)));
      if (how === 'in CDATA') return `<![CDATA[${legal(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
      return how === 'raw' ? text : escape(how === 'illegal' ? text : legal(text));
    });
const tag = (name, arbitrary, attributes = ['']) =>
  fc
    .tuple(written(arbitrary), fc.constantFrom(...attributes))
    .map(([text, attribute]) => `<${name}${attribute}>${text}</${name}>`);
/** Some of these children, in any order, some of them twice. */
const children = (...each) => fc.array(fc.oneof(...each), {maxLength: 6}).map((all) => all.join(''));
const head = fc.constantFrom(
  '',
  '<?xml version="1.0" encoding="utf-8"?>',
  '\ufeff',
  '\n',
  '<!DOCTYPE rss [<!ENTITY a "b">]>',
);

const rss = fc
  .tuple(
    head,
    children(tag('title', string), tag('language', fields.lang), tag('description', string)),
    items(
      children(
        tag('title', string),
        tag('link', address),
        tag('link', address),
        tag('atom:link', address, [' href="/a/"']),
        tag('guid', address, ['', ' isPermaLink="false"']),
        tag('pubDate', date),
        tag('dc:date', date),
        tag('content:encoded', string),
      ),
    ),
    fc.constantFrom('', ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="d" xmlns:content="c"'),
  )
  .map(([start, channel, list, names]) => [
    'series',
    `${start}<rss version="2.0"${names}><channel>${channel}${list.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`,
  ]);

const atomLink = fc
  .tuple(written(address), fc.constantFrom('', ' rel="alternate"', ' rel="self"', ' rel=""'))
  .map(([href, rel]) => `<link${rel} href="${href}"/>`);
const atom = fc
  .tuple(
    head,
    fc.constantFrom('', ' xml:base="/series/"', ' xml:base="javascript:canary()"', ' xml:lang="fr"', ' xml:base="["'),
    children(tag('title', string), atomLink),
    items(
      children(
        tag('title', string, ['', ' type="html"', ' type="xhtml"']),
        atomLink,
        atomLink,
        tag('published', date),
        tag('updated', date),
      ),
    ),
  )
  .map(([start, attributes, feed, list]) => [
    'series',
    `${start}<feed xmlns="http://www.w3.org/2005/Atom"${attributes}>${feed}${list.map((entry) => `<entry>${entry}</entry>`).join('')}</feed>`,
  ]);

const pieces = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\\ud800',
  '\\u0000',
  'null',
  '1e999',
  '-',
  '"__proto__":{"polluted":1},',
  '<',
  '>',
  '/>',
  '&',
  '&#0;',
  '&a;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?',
  '</item>',
  '<item>',
  '<script>canary()</script>',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\u2028',
  ' ',
  '\n',
  '<html xmlns="http://www.w3.org/1999/xhtml"><script>canary()</script></html>',
];
/** What happens to a file on its way: a piece is lost, comes twice, or is another. */
const damage = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  lost: fc.oneof({weight: 4, arbitrary: fc.nat(3)}, fc.nat(200)),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.constant('')),
  times: fc.oneof({weight: 9, arbitrary: fc.constant(1)}, fc.constantFrom(2, 3000)),
});
const damaged = (text, all) =>
  all.reduce((before, {at, lost, piece, times}) => {
    const from = Math.floor(at * before.length);
    return before.slice(0, from) + piece.repeat(times) + before.slice(from + lost);
  }, text);

/** `[kind, text]`: a series or organisations. */
export const anyFeed = fc.oneof(
  {
    weight: 15,
    arbitrary: fc
      .tuple(fc.oneof(jsonFeed, organizations, rss, atom), fc.oneof(fc.constant([]), fc.array(damage, {maxLength: 4})))
      .map(([[kind, text], all]) => [kind, damaged(text, all)]),
  },
  fc.tuple(
    fc.constantFrom('series', 'organizations'),
    fc.oneof(
      fc.json(),
      fc.string({unit: 'binary'}),
      fc
        .array(fc.constantFrom(...pieces, 'rss', 'channel', 'feed', 'entry', 'link', 'title', 'items', '/a/'))
        .map((all) => all.join('')),
    ),
  ),
);
