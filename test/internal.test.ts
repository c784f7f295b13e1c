import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {hasText, toDate, toRecord, toText} from '../src/internal/normalise.js';
import {safeUrl} from '../src/internal/safe-url.js';
import {findPage} from '../src/internal/same-page.js';

describe('safeUrl, the one door for addresses', () => {
  const base = 'https://blog.example/posts/one/';

  it('resolves what is relative', () => {
    expect(safeUrl('../two/', base)).to.equal('https://blog.example/posts/two/');
    expect(safeUrl('//cdn.example/x', base)).to.equal('https://cdn.example/x');
  });

  it('drops user names and passwords', () => {
    expect(safeUrl('https://me:secret@blog.example/', base)).to.equal('https://blog.example/');
    expect(safeUrl('https://me@blog.example/', base)).to.equal('https://blog.example/');
  });

  it('lets old pages without https through', () => {
    expect(safeUrl('http://blog.example/', base)).to.equal('http://blog.example/');
  });

  it('takes 2,048 characters and no more, as they are written and as they are sent', () => {
    const longest = base.padEnd(2048, 'a');
    expect(safeUrl(longest, base)).to.equal(longest);
    expect(safeUrl(`${longest}a`, base)).to.equal('');
    expect(safeUrl(`${' '.repeat(2048)}/`, base)).to.equal('');
    expect(safeUrl(`/${'é'.repeat(400)}`, base)).to.equal('');
  });

  const refused = [
    'javascript:alert(1)',
    ' \u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'blob:https://blog.example/1',
    'file:///etc/passwd',
    'xhttps://blog.example/',
    'mailto:me@blog.example',
    'http://',
    'https://[',
    '',
    '   ',
    `/${'a'.repeat(2100)}`,
    null,
    undefined,
    7,
    {href: '/x'},
    ['/x'],
  ];
  for (const value of refused) {
    it(`refuses ${JSON.stringify(value)?.slice(0, 60)}`, () => expect(safeUrl(value, base)).to.equal(''));
  }

  it('lets nothing but http and https through, whatever comes in', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.anything()), (value) =>
        /^(https?:\/\/[^@]*)?$/.test(safeUrl(value, base).split(/[/?#](?<=\w[/?#])/)[0]!),
      ),
    );
  });
});

describe('findPage', () => {
  it('finds an address by its page', () => {
    const addresses = ['https://a.example/', '', 'http://a.example/one/index.html', 'https://a.example/?p=2'];
    expect(findPage(addresses, 'https://a.example/one#x')).to.equal(2);
    expect(findPage(addresses, 'https://a.example/?p=2&fbclid=1')).to.equal(0);
    expect(findPage(addresses, 'https://b.example/one')).to.equal(-1);
    expect(findPage(addresses, 'https://a.example/one///')).to.equal(2);
    expect(findPage(addresses, 'https://a.example/one/index.php/')).to.equal(2);
    expect(findPage(addresses, 'https://a.example/one/index.htm')).to.equal(2);
  });

  it('takes none of several links to one path where each has other parameters', () => {
    const addresses = ['https://a.example/?p=1', 'https://a.example/?p=2'];
    expect(findPage(addresses, 'https://a.example/?p=3')).to.equal(-1);
    expect(findPage(addresses.slice(1), 'https://a.example/?p=3')).to.equal(0);
  });
});

describe('normalise, the one door for foreign data', () => {
  it('makes text of text and nothing of the rest', () => {
    expect(toText(' a\n\tb\u0000\u202ec ')).to.equal('a bc');
    expect(toText('a \u0000 b')).to.equal('a b');
    expect(toText('a bc', 2)).to.equal('a');
    expect(toText('6\u00a0h\u202f!')).to.equal('6\u00a0h\u202f!');
    for (const value of [null, undefined, 1, true, {}, [], {toString: () => 'x'}]) expect(toText(value)).to.equal('');
  });

  it('knows text from what shows no word', () => {
    expect(['a', ' a ', '\u202ea', '…'].map(hasText)).to.deep.equal([true, true, true, true]);
    expect(['', ' \n\u00a0', '\u0000', '\u202e \u2066', null, 7, ['a']].filter(hasText)).to.deep.equal([]);
  });

  it('cuts by characters and never through one', () => {
    expect(toText('👩‍💻'.repeat(10), 3)).to.equal('👩\u200d💻');
  });

  it('takes dates as HTML writes them', () => {
    expect(toDate('2024-03-19')).to.equal('2024-03-19');
    expect(toDate(' 2024-03-19 20:00 ')).to.equal('2024-03-19T20:00');
    for (const value of ['19 March', '2024', '2024-13-01', '+012024-03-19', '', null, 20240319])
      expect(toDate(value)).to.equal('');
  });

  it('makes records that are frozen and inherit nothing', () => {
    const record = toRecord(JSON.parse('{"__proto__": {"polluted": 1}, "title": "A"}') as {title: string});
    expect(Object.getPrototypeOf(record)).to.equal(null);
    expect(Object.isFrozen(record)).to.equal(true);
    expect('polluted' in record).to.equal(false);
  });
});
