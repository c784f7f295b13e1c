import {expect, fixture} from '@open-wc/testing';
import fc from 'fast-check';
import {marked} from 'marked';
import {affiliationOf, type Talk} from '../src/index.js';
import '../src/define.js';
import {languageOf, wordsIn} from '../src/locale/locale.js';
import {en} from '../src/locale/en.js';
import {readTalk, toPeople} from '../src/talk/talk.reader.js';
import {words} from './support/draw.js';
import {fixtures, page} from './support/talk-fixtures.js';
import {visible} from './support/visible.js';

async function element(
  markdown: string,
  tag: string,
  lang = 'en',
): Promise<HTMLElement & {updateComplete: Promise<boolean>}> {
  const html = await marked.parse(markdown);
  const wrapper = await fixture<HTMLElement>(`<div lang="${lang}"><${tag}>${html}</${tag}></div>`);
  return wrapper.firstElementChild as HTMLElement & {updateComplete: Promise<boolean>};
}

const read = (host: Element): Talk => readTalk(host, [wordsIn(languageOf(host))[1].reads, en.reads]);

/** A talk in the notation of the fixtures. */
function notation(talk: Talk): string[] {
  return talk.segments.flatMap(({type, nodes, label, value, people = [], resources = []}) => {
    const text = nodes.map(words).filter(Boolean).join(' ');
    if (type === 'people') {
      return people.map((person) => {
        const {name, url, moderator} = person;
        const {role, organization} = affiliationOf(person);
        return [`person ${name}`, role, organization + (moderator && ` (${moderator})`), url]
          .filter((part, at) => part || at < 3)
          .join(' | ');
      });
    }
    if (type === 'resources') return resources.map(({kind, title, url}) => `${kind} ${title} ${url}`);
    if (label === 'verdict') return `verdict ${talk.verdict}: ${value}`;
    return label ? `${label} ${value}` : `${type} ${type === 'media' ? '' : text}`;
  });
}

const types = ['heading', 'people', 'quote', 'media', 'line', 'resources', 'body'];

describe('the talk grammar', () => {
  for (const {name, write, read: expected, lang} of fixtures) {
    it(`reads ${name}`, async () => {
      const host = await element(write, 'plain-reader', lang);
      const before = host.outerHTML;
      const talk = read(host);
      expect(notation(talk)).to.deep.equal(expected);
      expect(notation(read(host))).to.deep.equal(expected);
      expect(host.outerHTML).to.equal(before);
      // Every node is in one segment, and every person and resource is told of the whole talk too.
      const isSaid = (node: Node): boolean => words(node) !== '' || !!(node as Element).querySelector?.('img');
      expect(talk.segments.flatMap(({nodes}) => nodes).filter(isSaid)).to.deep.equal(
        [...host.childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE && isSaid(node)),
      );
      expect(talk.segments.filter(({type}) => !types.includes(type))).to.deep.equal([]);
      const starts = (...kinds: string[]): number =>
        expected.filter((line) => kinds.some((kind) => line.startsWith(`${kind} `))).length;
      if (talk.segments.length !== 1 || talk.segments[0]!.type !== 'body') {
        expect(talk.people.length).to.equal(starts('person'));
        expect(talk.resources.length).to.equal(starts('slides', 'video', 'code', 'paper', 'site'));
      }
      if (!starts('verdict')) expect(talk.verdict).to.equal('');
    });
  }

  const html = async (markup: string): Promise<HTMLElement> => {
    const host = await fixture<HTMLElement>('<plain-reader></plain-reader>');
    host.insertAdjacentHTML('beforeend', markup);
    return host;
  };

  it('finds the title and the people of a wrapper, which stays whole', async () => {
    const host = await html('\n<div><h3>A</h3><ul><li>Kai Walter, ZEISS</li></ul></div>\n');
    const {title, people, segments} = read(host);
    expect([title, people.map(({name}) => name)]).to.deep.equal(['A', ['Kai Walter']]);
    expect(segments.map(({type, nodes}) => [type, nodes])).to.deep.equal([['body', [...host.childNodes]]]);
  });

  it('looks into no wrapper that has no heading, or has something beside it', async () => {
    for (const markup of [
      '<div><ul><li>Kai Walter, ZEISS</li></ul></div>',
      '<div><h3>A</h3><ul><li>Kai Walter, ZEISS</li></ul></div><p>And more.</p>',
    ]) {
      const {title, people} = read(await html(markup));
      expect([title, people]).to.deep.equal(['', []]);
    }
  });

  it('keeps the spaces between words that stand alone, and none before the heading', async () => {
    const host = await html('\n<h3>A</h3>\nOne <em>two</em> <em>three</em> ');
    expect(read(host).segments.map(({nodes}) => nodes.map(({textContent}) => textContent).join(''))).to.deep.equal([
      'A',
      '\nOne two three ',
    ]);
  });

  it('takes no element for another whose name begins or ends like it', async () => {
    const names = ['h3', 'ul', 'ol', 'p', 'figure'].flatMap((name) => [`x-${name}`, `${name}x`]);
    for (const name of [...names, 'div']) {
      for (const inside of [
        '<li>Kai Walter, ZEISS</li>',
        '<b>Kai Walter</b>, ZEISS',
        '<b>Verdict:</b> hold',
        '<a href="/s">Slides</a>',
        '<img src="/stage.jpg" alt="">',
        '',
      ]) {
        const {segments} = read(await html(`<h2>A</h2><${name}>${inside}</${name}>`));
        expect(segments.map(({type}) => type)).to.deep.equal(['heading', 'body'], `${name}: ${inside}`);
      }
    }
    for (const bold of ['x-b', 'bx', 'x-strong', 'strongx', 'i']) {
      const {segments} = read(await html(`<h2>A</h2><p><${bold}>Verdict:</${bold}> hold</p>`));
      expect(segments.map(({type}) => type)).to.deep.equal(['heading', 'body'], bold);
    }
  });

  it('takes a picture, a video and a sound for media, and an empty paragraph or a map for none', async () => {
    for (const markup of [
      '<figure><img src="/a.jpg" alt="The stage"></figure>',
      '<img src="/a.jpg" alt="The stage">',
      '<picture><img src="/a.jpg" alt="The stage"></picture>',
      '<video></video>',
      '<audio></audio>',
      '<p>\n<img src="/a.jpg" alt="The stage">\n</p>',
      '<p><video></video></p>',
    ]) {
      expect(read(await html(`<h2>A</h2>${markup}`)).segments.map(({type}) => type)).to.deep.equal(
        ['heading', 'media'],
        markup,
      );
    }
    const {segments} = read(await html('<h2>A</h2><p><iframe title="A map"></iframe></p>'));
    expect(segments.map(({type}) => type)).to.deep.equal(['heading', 'body']);
  });

  it('takes the picture in a link for the poster of a video', async () => {
    const {resources} = read(
      await html(
        '<h2>A</h2><p><a href="/talk.mp4"><img src="/stage.jpg" alt="">The talk</a></p><p><a href="/s"> </a></p>',
      ),
    );
    expect(resources.map(({kind, poster}) => [kind, new URL(poster).pathname])).to.deep.equal([
      ['video', '/stage.jpg'],
    ]);
  });

  it('knows nothing of people but what is said', () => {
    expect(toPeople('Jane Doe').map((person) => ({...person}))).to.deep.equal([
      {name: 'Jane Doe', details: '', url: '', portrait: '', moderator: ''},
    ]);
  });

  it('is what its page in the docs says', async () => {
    expect(await (await fetch('/docs/talk-grammar.md')).text()).to.equal(page);
  });

  it('keeps every word visible and in order, whatever is written', async () => {
    const word = fc.constantFrom(
      'Kai Walter',
      'ZEISS',
      'verdict',
      'to try',
      'Rust',
      'a',
      'CTO',
      '(moderator)',
      '—',
      '&',
      '**bold**',
      '`code`',
      'fin.',
    );
    const line = fc.array(word, {minLength: 1, maxLength: 5}).map((each) => each.join(' '));
    const link = line.map((text) => `[${text.replace(/[`*]/g, '')}](https://a.example/x)`);
    const block = fc.oneof(
      line,
      line.map((text) => `### ${text}`),
      fc.array(line, {minLength: 1, maxLength: 3}).map((items) => items.map((item) => `- ${item}`).join('\n')),
      fc.array(link, {minLength: 1, maxLength: 3}).map((links) => links.join(' · ')),
      line.map((text) => `> ${text}`),
      line.map((text) => `— ${text}`),
      line.map((text) => `**Verdict:** ${text}`),
      line.map((text) => `**Moderator:** ${text}`),
      fc.constant('- Kai Walter, CTO, ZEISS\n- Jane Doe - Acme (moderator)'),
      fc.constant('![a picture](/x.png)'),
    );
    const tags = fc.constantFrom('talk-summary', 'keynote-card');
    await fc.assert(
      fc.asyncProperty(fc.array(block, {maxLength: 8}), tags, async (blocks, tag) => {
        const host = await element(blocks.join('\n\n'), tag);
        await host.updateComplete;
        const plain = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
        const seen = plain(visible(host));
        const people = read(host).people.some(({moderator}) => moderator);
        let at = 0;
        // The moderator comes first, so in a list with one the order is not the author's.
        const missing = plain(host.textContent).find((each) => {
          const found = seen.indexOf(each, people ? 0 : at);
          if (found >= 0) at = found + 1;
          return found < 0;
        });
        host.parentElement!.remove();
        return missing === undefined;
      }),
      {numRuns: 150},
    );
  });
});
