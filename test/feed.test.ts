import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {FeedError, inOrder, loadFeed, parseFeed} from '../src/feed/feed.js';
import type {FeedErrorReason, SeriesErrorEvent, SeriesLoadEvent} from '../src/index.js';
import {draw, next, rows, slotted} from './support/draw.js';

const base = 'https://blog.example/series/feed';

const json = (items: object[], more: object = {}): string =>
  JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Paris', items, ...more});

const days = [
  {title: 'Tuesday', url: '/tue/', date_published: '2024-03-19T20:00:00+01:00'},
  {title: 'Wednesday', url: '/wed/', date_published: '2024-03-20T20:00:00+01:00'},
  {title: 'Thursday', url: '/thu/', date_published: '2024-03-21T20:00:00+01:00'},
];

/** The address of a feed the test server answers as told. */
const feed = (answer: Record<string, string | number>): string =>
  `/feed?${new URLSearchParams(Object.entries(answer).map(([key, value]) => [key, String(value)]))}`;

let unique = 0;
const key = (): string => `${Date.now()}-${(unique += 1)}`;

describe('feed: what is read', () => {
  it('reads JSON Feed 1.1', () => {
    const {title, items} = parseFeed(json(days, {language: 'en'}), base);
    expect(title).to.equal('Paris');
    expect({...items[0]}).to.deep.equal({
      title: 'Tuesday',
      url: 'https://blog.example/tue/',
      date: '2024-03-19T20:00:00+01:00',
      lang: 'en',
    });
  });

  it('reads RSS 2.0, beside an atom:link of the same local name', () => {
    const {title, items} = parseFeed(
      `\ufeff<?xml version="1.0"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
        <title>Paris &amp; more</title><atom:link href="https://blog.example/feed" rel="self"/><language>fr</language>
        <item><title><![CDATA[Jeudi & <b>vendredi</b>]]></title><atom:link href="/no/"/><link>https://blog.example/thu/</link>
          <pubDate>Fri, 22 Mar 2024 00:00:00 +0200</pubDate></item>
        <item><title>By guid</title><guid>https://blog.example/guid/</guid></item>
        <item><title>No address</title><guid isPermaLink="false">1234</guid></item>
      </channel></rss>`,
      base,
    );
    expect(title).to.equal('Paris & more');
    expect(items.map(({title: name, url, date}) => [name, url, date])).to.deep.equal([
      ['Jeudi & <b>vendredi</b>', 'https://blog.example/thu/', '2024-03-22T00:00:00+02:00'],
      ['By guid', 'https://blog.example/guid/', ''],
    ]);
    expect(items[0]!.lang).to.equal('fr');
  });

  /** An RSS feed with this in its channel. */
  const rss = (channel: string): string =>
    `<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>${channel}</channel></rss>`;

  it('reads a feed after empty lines, which many blogs send before it', () => {
    const {items} = parseFeed(`\n\r\n<?xml version="1.0"?>${rss('<item><link>/a/</link></item>')}`, base);
    expect(items.map(({url}) => url)).to.deep.equal(['https://blog.example/a/']);
  });

  it('takes nothing else in a feed for an item of it', () => {
    const {items} = parseFeed(
      rss(`<image><title>Logo</title><link>/logo/</link></image><item><title>A</title><link>/a/</link></item>
        <podcast:liveItem><title>Live</title><atom:link href="/live/"/></podcast:liveItem>`),
      base,
    );
    expect(items.map(({title}) => title)).to.deep.equal(['A']);
  });

  it('takes the permalink of an item whose link is empty', () => {
    const {items} = parseFeed(rss('<item><link>\n</link><guid>\n/a/\n</guid></item>'), base);
    expect(items.map(({url}) => url)).to.deep.equal(['https://blog.example/a/']);
  });

  const moments: [what: string, written: string, read: string][] = [
    ['west of Greenwich', '<pubDate>Tue, 31 Dec 2024 23:59:59 -0530</pubDate>', '2024-12-31T23:59:59-05:30'],
    [
      'with one digit, no weekday and no seconds',
      '<pubDate>1 Jan 2024 08:00 +0100</pubDate>',
      '2024-01-01T08:00:00+01:00',
    ],
    ['in Greenwich', '<pubDate>Fri, 22 Mar 2024 08:00:00 GMT</pubDate>', '2024-03-22T08:00:00Z'],
    ['of Dublin Core', '<dc:date>2024-05-22</dc:date>', '2024-05-22'],
    [
      'that is well written, beside one in German',
      '<pubDate>Mi, 22 Mai 2024 08:00:00 +0200</pubDate><dc:date>2024-05-22</dc:date>',
      '2024-05-22',
    ],
  ];
  for (const [what, written, read] of moments) {
    it(`keeps the day of a date ${what}`, () => {
      const {items} = parseFeed(rss(`<item><link>/a/</link>${written}</item>`), base);
      expect(items[0]!.date).to.equal(read);
    });
  }

  it('reads a title that is about the entities of XML', () => {
    const title = '<!ENTITY a "One"> in <rss>';
    const {items} = parseFeed(rss(`<item><title><![CDATA[${title}]]></title><link>/a/</link></item>`), base);
    expect(items[0]!.title).to.equal(title);
  });

  it('reads the words of an escaped title, whatever is named in it', () => {
    const title = '&lt;img name="documentElement"&gt;&lt;img name="querySelector"&gt;Paris';
    const {items} = parseFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">${title}</title><link href="/a/"/></entry></feed>`,
      base,
    );
    expect(items[0]!.title).to.equal('Paris');
  });

  it('reads of an escaped title no more than a title can be, as tags in tags hold up a page', () => {
    const title = `Paris${'&lt;b>'.repeat(100_000)}, the end`;
    const {items} = parseFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">${title}</title><link href="/a/"/></entry></feed>`,
      base,
    );
    expect(items[0]!.title).to.equal('Paris');
  });

  it('reads Atom, with its base and its escaped titles', () => {
    const {title, items} = parseFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://other.example/blog/">
        <title>Paris</title>
        <entry><title type="html">R&amp;amp;D &lt;b&gt;day&lt;/b&gt;</title>
          <link rel="replies" href="replies"/><link href="tue/"/><published>2024-03-19T20:00:00Z</published></entry>
        <entry><title>Later</title><link rel="alternate" href="https://blog.example/wed/"/><updated>2024-03-20</updated></entry>
        <entry><title>No address</title><link rel="replies" href="/no/"/></entry>
      </feed>`,
      base,
    );
    expect(title).to.equal('Paris');
    expect(items.map(({title: name, url, date, lang}) => [name, url, date, lang])).to.deep.equal([
      ['R&D day', 'https://other.example/blog/tue/', '2024-03-19T20:00:00Z', 'en'],
      ['Later', 'https://blog.example/wed/', '2024-03-20', 'en'],
    ]);
  });

  it('names an item without a title by its first words, or its path, as long as a title may be', () => {
    const long = `/${'a'.repeat(1900)}/`;
    const {items} = parseFeed(json([{url: '/a/', content_text: 'A short note.'}, {id: '/b/'}, {url: long}]), base);
    expect(items.map(({title}) => title)).to.deep.equal(['A short note.', '/b/', long.slice(0, 300)]);
  });

  it('takes the first thousand items', () => {
    const many = Array.from({length: 1500}, (_, index) => ({title: `${index}`, url: `/${index}/`}));
    expect(parseFeed(json(many), base).items).to.have.length(1000);
    const xml = rss(many.map(({title, url}) => `<item><title>${title}</title><link>${url}</link></item>`).join(''));
    expect(parseFeed(xml, base).items).to.have.length(1000);
  });

  const refused: [string, string, FeedErrorReason][] = [
    ['a web page', '<!doctype html><html><body>Not here</body></html>', 'not-a-feed'],
    ['well-formed XML of another kind', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-a-feed'],
    ['broken XML', '<rss><channel><item></rss>', 'not-a-feed'],
    [
      'XML that declares entities, of which a few bytes make billions',
      '<!DOCTYPE rss [<!ENTITY a "One">]><rss><channel><item><title>&a;</title><link>/a/</link></item></channel></rss>',
      'not-a-feed',
    ],
    [
      'XML that hides behind a comment that it declares entities',
      '<!DOCTYPE rss [<!-- <rss> --><!ENTITY a "One">]><rss><channel><item><title>&a;</title><link>/a/</link></item></channel></rss>',
      'not-a-feed',
    ],
    ['broken JSON', '{"items": [', 'not-a-feed'],
    ['JSON of another kind', '{"posts": []}', 'not-a-feed'],
    ['JSON whose items are no list', '{"items": {"0": 1}}', 'not-a-feed'],
    ['plain words', 'Service unavailable', 'not-a-feed'],
    ['letters that Firefox 153 takes for bytes, whose tab they crash as XML', '\ubbef\u7bbf', 'not-a-feed'],
    ['nothing', '', 'not-a-feed'],
    ['a feed with no items', json([]), 'empty'],
    ['a feed whose items have no address', json([{title: 'A'}, null as never, 7 as never]), 'empty'],
    [
      'addresses that are not http',
      json([
        {title: 'A', url: 'javascript:alert(1)'},
        {title: 'B', url: 'data:,x'},
      ]),
      'empty',
    ],
  ];
  for (const [name, text, reason] of refused) {
    it(`refuses ${name}: ${reason}`, () => {
      expect(() => parseFeed(text, base))
        .to.throw(FeedError)
        .with.property('reason', reason);
    });
  }

  it('makes plain text and http addresses of whatever is in a JSON feed', () => {
    const forged = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        {_$litType$: 1, strings: ['<b>']},
        {nodeType: 1},
        {toString: 'x'},
        '__proto__',
        'javascript:alert(1)',
      ),
    );
    const item = fc.dictionary(fc.constantFrom('title', 'url', 'id', 'date_published', 'language', 'summary'), forged);
    fc.assert(
      fc.property(fc.array(item), forged, (items, title) => {
        const text = JSON.stringify({title, items: [...items, {title: 'last', url: '/last/'}]});
        const read = parseFeed(text, base);
        for (const {title: name, url, date, lang} of read.items) {
          if ([name, url, date, lang].some((field) => typeof field !== 'string')) return false;
          if (!/^https?:\/\//.test(url) || name.length > 600) return false;
        }
        return read.items.at(-1)!.title === 'last' && ({} as {polluted?: unknown}).polluted === undefined;
      }),
      {numRuns: 300},
    );
  });
});

describe('feed: the order of a series', () => {
  const titles = (items: readonly {title: string}[]): string => items.map(({title}) => title).join('');
  const dated = [
    {title: 'c', date: '2024-03-22T09:00:00Z'},
    {title: 'b', date: '2024-03-22T09:00:00Z'},
    {title: 'a', date: '2024-03-19'},
  ];

  it('is oldest first when every item has a date, and turns a tie the way of the file', () => {
    expect(titles(inOrder(dated))).to.equal('abc');
    expect(titles(inOrder([...dated].reverse()))).to.equal('abc');
  });

  it('is that of the file when a date is missing, or when the author says so', () => {
    expect(titles(inOrder([...dated, {title: 'd', date: ''}]))).to.equal('cbad');
    expect(titles(inOrder(dated, 'listed'))).to.equal('cba');
  });

  it('is newest first when the author says so', () => {
    expect(titles(inOrder([...dated].reverse(), 'newest-first'))).to.equal('cba');
  });
});

describe('feed: what a series-navigator makes of it', () => {
  const list = '<ol><li><a href="/tue/">Old title</a></li><li><a href="/wed/">Wednesday</a></li></ol>';

  it('shows a new part in an old post, and says so', async () => {
    const loaded = next<SeriesLoadEvent>('series-load');
    const navigator = await draw(
      `<series-navigator src="${feed({body: json([...days].reverse())})}" current="/tue/">${list}</series-navigator>`,
    );
    const {parts} = await loaded;
    expect(parts.map(({title}) => title)).to.deep.equal(['Tuesday', 'Wednesday', 'Thursday']);
    expect(rows(navigator)).to.deep.equal(['Tuesday Part 1 of 3', 'Wednesday Next', 'Thursday']);
  });

  it('shows the author’s list until the feed is there', async () => {
    const navigator = await draw(
      `<series-navigator src="${feed({stall: 1, key: key()})}" current="/tue/">${list}</series-navigator>`,
    );
    expect(rows(navigator)).to.deep.equal(['Old title Part 1 of 2', 'Wednesday Next']);
  });

  it('needs no list on the page', async () => {
    const loaded = next('series-load');
    const navigator = await draw(
      `<series-navigator src="${feed({body: json(days)})}" order="newest-first"></series-navigator>`,
    );
    await loaded;
    expect(rows(navigator)).to.deep.equal(['Thursday', 'Wednesday', 'Tuesday']);
    expect(navigator.shadowRoot!.querySelector('nav')).to.have.attribute('aria-label', 'Series: Paris');
  });

  it('asks once a page for the same feed', async () => {
    const name = key();
    const src = feed({body: json(days), key: name});
    for (let element = 0; element < 2; element += 1) {
      const loaded = next('series-load');
      await draw(`<series-navigator src="${src}"></series-navigator>`);
      await loaded;
    }
    expect(await (await fetch(`/feed-count?key=${name}`)).text()).to.equal('1');
  });

  it('asks a second time after a server error, and no third', async () => {
    const name = key();
    const loaded = next('series-load');
    const navigator = await draw(
      `<series-navigator src="${feed({body: json(days), fails: 1, key: name})}"></series-navigator>`,
    );
    await loaded;
    expect(rows(navigator)).to.have.length(3);

    const broken = key();
    silence();
    const failed = next('series-error');
    await draw(`<series-navigator src="${feed({fails: 9, key: broken})}"></series-navigator>`);
    await failed;
    expect(await (await fetch(`/feed-count?key=${broken}`)).text()).to.equal('2');
  });

  it('gives up the request when the last element that wants it is gone', async () => {
    const gone = new AbortController();
    const stays = new AbortController();
    const src = new URL(feed({stall: 1, key: key()}), location.href).href;
    const first = loadFeed(src, gone.signal).catch((error: Error) => error.name);
    const second = loadFeed(src, stays.signal).catch((error: Error) => error.name);
    gone.abort();
    expect(await first).to.equal('AbortError');
    stays.abort();
    expect(await second).to.equal('AbortError');
  });

  it('ignores a feed that comes after its element has gone or has another', async () => {
    const navigator = await draw(
      `<series-navigator src="${feed({body: json(days), stall: 1})}" current="/tue/">${list}</series-navigator>`,
    );
    const loaded = next('series-load');
    navigator.src = feed({body: json([{title: 'Other', url: '/tue/'}])});
    await loaded;
    expect(rows(navigator)).to.deep.equal(['Other Part 1 of 1']);
  });

  const abroad = (answer: Record<string, string | number>): string =>
    new URL(feed(answer), location.href.replace('localhost', '127.0.0.1')).href;

  it('reads a feed from another origin that allows it, without cookies', async () => {
    const loaded = next('series-load');
    const navigator = await draw(`<series-navigator src="${abroad({body: json(days), allow: 1})}"></series-navigator>`);
    await loaded;
    expect(rows(navigator)).to.have.length(3);
  });

  const faults: [string, () => string, FeedErrorReason, RegExp][] = [
    ['an address that is no web address', () => 'javascript:alert(1)', 'address', /not an http/],
    ['no such file', () => feed({status: 404}), 'status', /not there/],
    ['a file for members', () => feed({status: 403}), 'status', /not for every reader/],
    ['a broken server', () => feed({fails: 9, key: key()}), 'server', /server error/],
    [
      'another origin that does not allow it',
      () => abroad({body: json(days)}),
      'network',
      /Access-Control-Allow-Origin/,
    ],
    ['a server that is not there', () => 'http://127.0.0.1:9/feed', 'network', /cannot be reached/],
    ['a connection that breaks', () => feed({cut: 1, body: json(days)}), 'network', /cannot be reached/],
    ['a redirect to itself', () => feed({loop: 1}), 'network', /cannot be reached/],
    ['a server that stalls', () => feed({stall: 1, key: key()}), 'timeout', /10 seconds/],
    ['more than 2 MB', () => feed({size: 2_000_001}), 'too-large', /2 MB/],
    [
      'a web page with status 200',
      () => feed({body: '<!doctype html><p>Hello', type: 'text/html'}),
      'not-a-feed',
      /neither/,
    ],
    ['cut JSON', () => feed({body: json(days).slice(0, 90)}), 'not-a-feed', /neither/],
    ['UTF-16 that says it is UTF-8', () => feed({body: '\ufffe\u0000{\u0000'}), 'not-a-feed', /neither/],
    ['a feed without items', () => feed({body: json([])}), 'empty', /no item/],
    ['the ten last posts, without this page', () => feed({body: json(days.slice(1))}), 'page-missing', /whole series/],
  ];

  for (const [name, src, reason, mend] of faults) {
    it(`keeps the list, byte for byte, for ${name}: ${reason}`, async () => {
      const said = silence();
      if (reason === 'timeout') hurry();
      const markup = `<p>Intro</p>${list}`;
      const navigator = await draw(`<series-navigator current="/tue/">${markup}</series-navigator>`);
      const failed = next<SeriesErrorEvent>('series-error');
      navigator.src = src();
      const error = await failed;
      expect(error.reason).to.equal(reason);
      expect(navigator.innerHTML).to.equal(markup);
      expect(rows(navigator)).to.deep.equal(['Old title Part 1 of 2', 'Wednesday Next']);
      expect(slotted(navigator)).to.equal('Intro');
      expect(said).to.have.length(1);
      expect(said[0]).to.match(mend);
    });
  }

  const cleanups: (() => void)[] = [];
  afterEach(() => cleanups.splice(0).forEach((cleanup) => cleanup()));

  function silence(): string[] {
    const said: string[] = [];
    const {warn} = console;
    console.warn = (message: string): void => void said.push(message);
    cleanups.push(() => (console.warn = warn));
    return said;
  }

  /** Lets ten seconds pass in a tenth of one. */
  function hurry(): void {
    const original = globalThis.setTimeout;
    globalThis.setTimeout = ((run: () => void, wait = 0) => original(run, wait / 100)) as typeof setTimeout;
    cleanups.push(() => (globalThis.setTimeout = original));
  }
});
