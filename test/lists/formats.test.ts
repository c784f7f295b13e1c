import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {marked} from 'marked';
import {toText} from '../../src/internal/normalise.js';
import {
  ListsError,
  readLists,
  toInstapaper,
  toMarkdown,
  toNetscape,
  toRaindrop,
  type ExportedItem,
  type ExportedList,
  type ListsErrorReason,
} from '../../src/lists/formats/formats.js';

const article: ExportedItem = {
  url: 'https://blog.example/one/?a=1&b=2',
  title: 'One & <b>only</b>',
  excerpt: 'First "words".',
  author: 'Ada',
  site: 'Blog',
  language: 'en',
  image: 'https://blog.example/one.png',
  published: '2024-03-19',
  saved: '2024-03-20T19:00:00.000Z',
  isRead: false,
};
const second: ExportedItem = {...article, url: 'https://blog.example/two/', title: 'Two', excerpt: '', isRead: true};

const lists: readonly ExportedList[] = [
  {name: 'Later', items: [article, second]},
  {name: 'Paris, 2024', items: [article]},
];

/** What is compared, as plain objects. */
const told = (read: readonly ExportedList[], ...fields: (keyof ExportedItem)[]): unknown =>
  read.map(({name, items}) => [name, items.map((item) => fields.map((field) => item[field]))]);

const titles = (text: string): unknown => told(readLists(text, 'Unnamed').lists, 'title');

describe('list formats: what is written', () => {
  it('puts each list into a folder of a Netscape bookmark file, and its name into the tags', () => {
    expect(toNetscape(lists)).to.equal(`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
<DT><H3>Later</H3>
<DL><p>
<DT><A HREF="https://blog.example/one/?a=1&amp;b=2" ADD_DATE="1710961200" TOREAD="1" TAGS="Later,Paris  2024">One &amp; &lt;b&gt;only&lt;/b&gt;</A>
<DD>First &quot;words&quot;.
<DT><A HREF="https://blog.example/two/" ADD_DATE="1710961200" TOREAD="0" TAGS="Later">Two</A>
</DL><p>
<DT><H3>Paris, 2024</H3>
<DL><p>
<DT><A HREF="https://blog.example/one/?a=1&amp;b=2" ADD_DATE="1710961200" TOREAD="1" TAGS="Paris  2024,Later">One &amp; &lt;b&gt;only&lt;/b&gt;</A>
<DD>First &quot;words&quot;.
</DL><p>
</DL><p>
`);
  });

  it('lets no name of a list out of its tag', () => {
    const text = toNetscape([{name: '"><img src=x onerror=boom()>', items: [article]}]);
    const page = new DOMParser().parseFromString(text, 'text/html');
    expect(page.querySelectorAll('img')).to.have.length(0);
    expect(page.querySelector('a')).to.have.attribute('tags', '"><img src=x onerror=boom()>');
  });

  it('writes the six columns of Instapaper, with what is read in its archive', () => {
    expect(toInstapaper(lists).split('\r\n')).to.deep.equal([
      'URL,Title,Selection,Folder,Timestamp,Tags',
      'https://blog.example/one/?a=1&b=2,One & <b>only</b>,"First ""words"".",Later,1710961200,"[""Later"",""Paris, 2024""]"',
      'https://blog.example/two/,Two,,Archive,1710961200,"[""Later""]"',
      'https://blog.example/one/?a=1&b=2,One & <b>only</b>,"First ""words"".","Paris, 2024",1710961200,"[""Paris, 2024"",""Later""]"',
      '',
    ]);
  });

  it('does not let Instapaper take a list that is named Archive for its own', () => {
    const [, row] = toInstapaper([{name: 'Archive', items: [{...article, excerpt: ''}]}]).split('\r\n');
    expect(row).to.match(/,Unread,1710961200,"\[""Archive""\]"$/);
  });

  it('writes tags that PHP, for which a backslash hides a quote, reads too', () => {
    const [, row] = toInstapaper([{name: 'a"b\\', items: [{...article, excerpt: ''}]}]).split('\r\n');
    expect(row).to.match(/,"\[""a\\u0022b\\u005c""\]"$/);
  });

  it('writes the columns of Raindrop.io', () => {
    expect(toRaindrop(lists.slice(0, 1)).split('\r\n')).to.deep.equal([
      'url,folder,title,note,tags,created',
      'https://blog.example/one/?a=1&b=2,Later,One & <b>only</b>,"First ""words"".",Later,2024-03-20T19:00:00.000Z',
      'https://blog.example/two/,Later,Two,,Later,2024-03-20T19:00:00.000Z',
      '',
    ]);
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', "'="]) {
    it(`lets no spreadsheet run a title that begins with ${JSON.stringify(start)}`, () => {
      const list = {name: 'Later', items: [{...article, title: `${start}1`}]};
      for (const text of [toRaindrop([list]), toInstapaper([list])]) {
        expect(text.replaceAll(',"', ',')).to.contain(`,'${start}1`);
      }
    });
  }

  it('copies a list as Markdown that says the same words and leads to the same places', () => {
    expect(toMarkdown(lists[0]!)).to.equal(
      '# Later\n\n- [One & \\<b\\>only\\</b\\>](https://blog.example/one/?a=1&b=2)\n- [Two](https://blog.example/two/)\n',
    );
  });

  it('writes a list with nothing in it', () => {
    const empty = [{name: 'Empty', items: []}];
    expect(toMarkdown(empty[0]!)).to.equal('# Empty\n\n');
    expect(toRaindrop(empty)).to.equal('url,folder,title,note,tags,created\r\n');
    expect(toNetscape(empty)).to.contain('<DT><H3>Empty</H3>\n<DL><p>\n</DL><p>');
  });
});

describe('list formats: what comes back of what was written', () => {
  const naughty = fc.constantFrom(
    '"',
    "'",
    "''=1",
    '=cmd|1',
    '+1',
    '-1',
    '@a',
    '\\',
    '\\"',
    ',',
    '|',
    ';',
    '<script>boom()</script>',
    '</A>',
    '&amp;lt;',
    '&copy',
    '<!--',
    '[x](y)',
    '*_`~#',
    '👩‍💻',
    'שלום',
    'مرحبا',
    '\u00a0',
    '__proto__',
    'constructor',
    'Archive',
    'Unread',
    'a / b',
  );
  const raw = fc.array(fc.oneof(naughty, fc.string({unit: 'grapheme'}), fc.string({unit: 'binary'})), {maxLength: 4});
  // Twice: taking out a control character may leave two spaces.
  const words = raw.map((parts) => toText(toText(parts.join(' '), 200), 200)).filter(Boolean);
  const address = fc.oneof(
    fc.webUrl({withQueryParameters: true, withFragments: true}),
    fc.constantFrom(
      'https://a.example/x_(y)',
      'https://a.example/(',
      'https://a.example/?a=1&copy;=2&lt=3',
      'https://a.example/?q=\\(x\\)"\'*_',
      'https://xn--fa-hia.example/',
    ),
  );
  const item: fc.Arbitrary<ExportedItem> = fc.record({
    url: address.map((url) => new URL(url).href),
    title: words,
    excerpt: fc.oneof(fc.constant(''), words),
    author: words,
    site: words,
    language: fc.constant('en'),
    image: fc.constant(''),
    published: fc.constant(''),
    saved: fc
      .date({min: new Date(1000), max: new Date('2099-12-31'), noInvalidDate: true})
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString()),
    isRead: fc.boolean(),
  });
  const list = fc.record({
    name: words,
    items: fc.uniqueArray(item, {minLength: 1, maxLength: 5, selector: ({url}) => url}),
  });
  const shelf = fc.uniqueArray(list, {minLength: 1, maxLength: 4, selector: ({name}) => name});

  /** In an order of its own: an archive of Instapaper names a list before its first row. */
  const sorted = (all: readonly ExportedList[]): ExportedList[] =>
    [...all].sort((one, other) => (one.name < other.name ? -1 : 1));

  const formats: [string, (all: readonly ExportedList[]) => string, (keyof ExportedItem)[]][] = [
    ['a Netscape bookmark file', toNetscape, ['url', 'title', 'excerpt', 'saved', 'isRead']],
    ['the CSV of Instapaper', toInstapaper, ['url', 'title', 'excerpt', 'saved', 'isRead']],
    ['the CSV of Raindrop.io', toRaindrop, ['url', 'title', 'excerpt', 'saved']],
  ];
  for (const [name, write, fields] of formats) {
    it(`loses nothing that ${name} can carry`, () => {
      fc.assert(
        fc.property(shelf, (all) => {
          const read = readLists(write(all), 'Unnamed');
          expect(told(sorted(read.lists), ...fields)).to.deep.equal(told(sorted(all), ...fields));
          expect(read.items).to.equal(all.flatMap(({items}) => items).length);
          expect(read.skipped).to.equal(0);
        }),
        {numRuns: 200},
      );
    });

    it(`keeps an article that is in two lists in ${name}, with what each says of it`, () => {
      const twice = [
        {name: 'A', items: [second, {...article, isRead: true}]},
        {name: 'B', items: [{...article, title: 'Named otherwise'}]},
        {name: 'C', items: [{...article, isRead: true}]},
      ];
      expect(told(sorted(readLists(write(twice), '').lists), ...fields)).to.deep.equal(told(twice, ...fields));
    });

    it(`writes ${name} that is the same when read and written again`, () => {
      fc.assert(
        fc.property(shelf, (all) => {
          const once = readLists(write(sorted(all)), 'Unnamed').lists;
          const again = readLists(write(sorted(once)), 'Unnamed').lists;
          expect(told(sorted(again), ...fields)).to.deep.equal(told(sorted(once), ...fields));
        }),
        {numRuns: 50},
      );
    });
  }

  it('says in Markdown the words and addresses of the list', () => {
    const plain = words.filter((text) => !/https?:|www\.|@/.test(text));
    fc.assert(
      fc.property(plain, fc.array(fc.record({url: item.map(({url}) => url), title: plain})), (name, items) => {
        const markdown = toMarkdown({name, items: items.map((each) => ({...article, ...each}))});
        const page = new DOMParser().parseFromString(marked.parse(markdown, {async: false}), 'text/html');
        expect(toText(page.querySelector('h1')!.textContent)).to.equal(name);
        expect(
          [...page.querySelectorAll('a')].map((link) => [decodeURI(link.href), toText(link.textContent)]),
        ).to.deep.equal(items.map(({url, title}) => [decodeURI(url), title]));
      }),
      {numRuns: 200},
    );
  });
});

describe('list formats: what other tools write', () => {
  it('reads the bookmarks of a browser, with its folders in folders', () => {
    const {
      lists: read,
      items,
      skipped,
    } = readLists(
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><H3 ADD_DATE="1700000000" PERSONAL_TOOLBAR_FOLDER="true">Toolbar</H3>
    <DL><p>
        <DT><A HREF="https://a.example/1" ADD_DATE="1710961200" ICON="data:image/png;base64,AAAA">First</A>
        <DT><H3>Trips</H3>
        <DD>Where to go
        <DL><p>
            <DT><A HREF="https://a.example/2" ADD_DATE="1710961200000">Second</A>
            <DD>What it says
            <DT><A HREF="javascript:alert(1)">Bookmarklet</A>
        </DL><p>
        <DT><A HREF="https://a.example/3" ADD_DATE="1710961200000000">Third</A>
    </DL><p>
    <HR>
    <DT><A HREF="https://a.example/4">Fourth</A>
    <DT><A HREF="place:sort=8">Recent</A>
</DL>`,
      'Later',
    );
    expect(told(read, 'title', 'excerpt', 'saved', 'isRead')).to.deep.equal([
      [
        'Toolbar',
        [
          ['First', '', '2024-03-20T19:00:00.000Z', false],
          ['Third', '', '2024-03-20T19:00:00.000Z', false],
        ],
      ],
      ['Toolbar / Trips', [['Second', 'What it says', '2024-03-20T19:00:00.000Z', false]]],
      ['Later', [['Fourth', '', '', false]]],
    ]);
    expect([items, skipped]).to.deep.equal([4, 2]);
  });

  it('reads bookmarks that have tags and no folders, as Pinboard and Linkding write them', () => {
    const {lists: read} = readLists(
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p><DT><A HREF="https://a.example/1" ADD_DATE="1710961200" PRIVATE="1" TOREAD="0" TAGS="lit, css">One</A>
<DT><A HREF="https://a.example/2" ADD_DATE="1710961200" PRIVATE="0" TOREAD="1" TAGS="css">Two</A>
<DT><A HREF="https://a.example/3" TAGS="">Three</A>
</DL><p>`,
      'Later',
    );
    expect(told(read, 'title', 'isRead')).to.deep.equal([
      ['lit', [['One', true]]],
      [
        'css',
        [
          ['One', true],
          ['Two', false],
        ],
      ],
      ['Later', [['Three', false]]],
    ]);
  });

  it('reads the HTML of Pocket', () => {
    const {lists: read, skipped} = readLists(
      `<!DOCTYPE html>
<html>
  <head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><title>Pocket Export</title></head>
  <body>
    <h1>Unread</h1>
    <ul>
      <li><a href="https://a.example/1?x=1&amp;y=2" time_added="1710961200" tags="lit,css">One</a></li>
      <li><a href="https://a.example/2" time_added="1710961200" tags="">https://a.example/2</a></li>
    </ul>
    <h1>Read Archive</h1>
    <ul>
      <li><a href="https://a.example/3" time_added="1710961200" tags="css">Three</a></li>
    </ul>
  </body>
</html>`,
      'Later',
    );
    expect(told(read, 'url', 'title', 'isRead')).to.deep.equal([
      ['lit', [['https://a.example/1?x=1&y=2', 'One', false]]],
      [
        'css',
        [
          ['https://a.example/1?x=1&y=2', 'One', false],
          ['https://a.example/3', 'Three', true],
        ],
      ],
      ['Later', [['https://a.example/2', 'https://a.example/2', false]]],
    ]);
    expect(skipped).to.equal(0);
  });

  it('reads the CSV of Pocket', () => {
    const {
      lists: read,
      items,
      skipped,
    } = readLists(
      'title,url,time_added,tags,status\n' +
        '"One, two",https://a.example/1,1710961200,lit|css,unread\n' +
        'https://a.example/2,https://a.example/2,1710961200,,archive\n' +
        'No address,,1710961200,,unread\n',
      'Later',
    );
    expect(told(read, 'title', 'saved', 'isRead')).to.deep.equal([
      ['lit', [['One, two', '2024-03-20T19:00:00.000Z', false]]],
      ['css', [['One, two', '2024-03-20T19:00:00.000Z', false]]],
      ['Later', [['https://a.example/2', '2024-03-20T19:00:00.000Z', true]]],
    ]);
    expect([items, skipped]).to.deep.equal([3, 1]);
  });

  it('reads the CSV of Instapaper as it was, and as it is with tags', () => {
    const rows = [
      'https://a.example/1,One,,Unread,1710961200',
      'https://a.example/2,Two,"A\nselection",Archive,1710961200',
    ];
    const old = readLists(
      ['URL,Title,Selection,Folder,Timestamp', ...rows, 'https://a.example/3,Three,,Trips,1'].join('\n'),
      'Later',
    );
    expect(told(old.lists, 'title', 'excerpt', 'isRead')).to.deep.equal([
      [
        'Later',
        [
          ['One', '', false],
          ['Two', 'A selection', true],
        ],
      ],
      ['Trips', [['Three', '', false]]],
    ]);
    const today = readLists(
      ['URL,Title,Selection,Folder,Timestamp,Tags', `${rows[0]},"[""lit"", ""css, too""]"`, `${rows[1]},[]`].join('\n'),
      'Later',
    );
    expect(told(today.lists, 'title')).to.deep.equal([
      ['lit', [['One']]],
      ['css, too', [['One']]],
      ['Later', [['Two']]],
    ]);
  });

  it('reads the CSV of Raindrop.io, which keeps its folders named Archive', () => {
    const {lists: read} = readLists(
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\r\n' +
        '1,One,My note,What it says,https://a.example/1,Trips/Paris,"lit, css",2024-03-20T19:00:00.000Z,https://a.example/1.png,,false\r\n' +
        '2,Two,My note,,https://a.example/2,Archive,,2024-03-20T20:00:00+01:00,data:,,true\r\n',
      'Later',
    );
    expect(told(read, 'title', 'excerpt', 'saved', 'image', 'isRead')).to.deep.equal([
      ['Trips/Paris', [['One', 'What it says', '2024-03-20T19:00:00.000Z', 'https://a.example/1.png', false]]],
      ['Archive', [['Two', 'My note', '2024-03-20T19:00:00.000Z', '', false]]],
    ]);
  });

  it('reads a CSV with a byte order mark, blank lines, lone quotes and columns in another order', () => {
    expect(
      titles('\ufeffURL,Title\r\n\r\nhttps://a.example/1,5" screens\r\rhttps://a.example/2,"""quoted"" "'),
    ).to.deep.equal([['Unnamed', [['5" screens'], ['"quoted"']]]]);
  });

  it('keeps an address once in a list', () => {
    expect(titles('url,title\nhttps://a.example/1,Old\nhttps://a.example/1,New')).to.deep.equal([
      ['Unnamed', [['New']]],
    ]);
  });
});

describe('list formats: what is refused', () => {
  const header = 'title,url,time_added,tags,status\n';
  const refused: [string, string, ListsErrorReason][] = [
    ['JSON, which is a backup', '{"lists": []}', 'json'],
    ['a JSON list', ' [1]', 'json'],
    ['a web page with links', '<!doctype html><a href="https://a.example/">Log in</a>', 'unknown'],
    ['a feed', '<?xml version="1.0"?><rss><channel><link>https://a.example/</link></channel></rss>', 'unknown'],
    ['plain words', 'Service unavailable', 'unknown'],
    ['a CSV of another kind', 'name,price\nTea,3\n', 'unknown'],
    ['a CSV without its first line', 'https://a.example/1,One\n', 'unknown'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'unknown'],
    ['nothing', ' \n', 'empty'],
    ['a CSV without articles', header, 'empty'],
    ['bookmarks without articles', toNetscape([{name: 'Empty', items: []}]), 'empty'],
    ['addresses that are not http', `${header}A,javascript:alert(1),1,,\nB,/relative,1,,\n`, 'empty'],
    ['a CSV cut off within quotes', `${header}One,https://a.example/1,1,,unread\n"Tw`, 'cut-off'],
    ['more than 10 MB', header.padEnd(10_000_001), 'too-large'],
  ];
  for (const [name, text, reason] of refused) {
    it(`refuses ${name}: ${reason}`, () => {
      expect(() => readLists(text, 'Later'))
        .to.throw(ListsError)
        .with.property('reason', reason);
    });
  }

  it('skips what comes after 20,000 items, and says how much', () => {
    const rows = Array.from({length: 20_003}, (_, index) => `${index},https://a.example/${index},1,,\n`);
    const {items, skipped, lists: read} = readLists(header + rows.join(''), 'Later');
    expect([items, skipped, read[0]!.items.length]).to.deep.equal([20_000, 3, 20_000]);
  });

  it('makes no more than 20,000 items of an article with a million tags', () => {
    const tags = Array.from({length: 1_000_000}, (_, index) => index.toString(36)).join('|');
    const {items} = readLists(`${header}A,https://a.example/,1,${tags},\n`, 'Later');
    expect(items).to.equal(20_000);
  });

  it('cuts titles at 300 characters', () => {
    const {lists: read} = readLists(`${header}${'👩'.repeat(9000)},https://a.example/,1,,\n`, 'Later');
    expect([...read[0]!.items[0]!.title]).to.have.length(300);
  });

  it('makes nothing of names that mean something to JavaScript', () => {
    const {lists: read} = readLists(`${header}A,https://a.example/,1,__proto__|constructor|toString,\n`, 'Later');
    expect(read.map(({name}) => name)).to.deep.equal(['__proto__', 'constructor', 'toString']);
    expect(({} as {title?: unknown}).title).to.equal(undefined);
  });

  it('runs nothing and asks for nothing that a bookmark file names', async () => {
    const boom = 'globalThis.boom = true';
    const key = `trap-${Date.now()}`;
    const trap = new URL(`/feed?key=${key}`, location.href).href;
    const {lists: read} = readLists(
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=${trap}">
       <script>${boom}</script><script src="${trap}"></script><link rel="stylesheet" href="${trap}"><iframe src="${trap}"></iframe>
       <img name="querySelectorAll" src="${trap}" onerror="${boom}"><img name="documentElement"><svg onload="${boom}"></svg>
       <DL><DT><A HREF="https://a.example/1" onclick="${boom}">One<img src="${trap}" onerror="${boom}"><script>${boom}</script></A>
       <DT><form><A HREF="https://a.example/2">Two</A><input name="nextElementSibling"><input name="closest"></form>
       <DT><A HREF="relative">Three</A><DT><A HREF="java&#10;script:${boom}">Four</A>
       <DT><svg><a href="https://a.example/5"><a href="https://a.example/6">Six</a></a></svg></DL>`,
      'Later',
    );
    expect(read[0]!.items.map(({url}) => url)).to.include.members(['https://a.example/1', 'https://a.example/2']);
    expect(read[0]!.items.every(({url}) => url.startsWith('https://a.example/'))).to.equal(true);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(await (await fetch(`/feed-count?key=${key}`)).text()).to.equal('0');
    expect((globalThis as {boom?: boolean}).boom).to.equal(undefined);
  });

  it('reads deep and broken markup', () => {
    const doctype = '<!DOCTYPE NETSCAPE-Bookmark-file-1>';
    const words = 'x'.repeat(100_000);
    const link = '<DT><A HREF="https://a.example/">A';
    for (const part of [
      '<DL><DT><H3>a</H3>',
      '<h3><div>',
      '<svg><a href="https://a.example/">',
      '<DL><DD>',
      '<b><p>',
    ]) {
      const {items} = readLists(doctype + part.repeat(1000) + link + words, 'Later');
      expect(items).to.equal(1);
    }
  });

  it('reads a file cut anywhere, or says what is wrong with it', () => {
    const files = [toNetscape(lists), toInstapaper(lists), toRaindrop(lists)];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(1500), (file, length) => onlyKnownErrors(file.slice(0, length))),
      {numRuns: 300},
    );
  });

  it('reads whatever is in a file, or says what is wrong with it', () => {
    const piece = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.constantFrom(
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
        header,
        'URL,Title,Selection,Folder,Timestamp,Tags\n',
        '<DL><DT><A HREF="https://a.example/" TAGS="[1,null,{}]">',
        '<li><a href=https://a.example/ time_added=9999999999999999999999999>',
        'A,https://a.example/,-1,"[null, {""toString"": 1}]",\n',
        '"',
        ',',
        '\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => onlyKnownErrors(pieces.join(''))),
      {numRuns: 500},
    );
  });

  /** Whether a text is read as texts and web addresses, or refused with a reason. */
  function onlyKnownErrors(text: string): boolean {
    try {
      return readLists(text, 'Later').lists.every(
        ({name, items}) =>
          name &&
          items.every(
            ({url, title, excerpt, saved}) =>
              /^https?:\/\//.test(url) && title && typeof excerpt === 'string' && !(saved && !Date.parse(saved)),
          ),
      );
    } catch (error) {
      return error instanceof ListsError;
    }
  }
});
