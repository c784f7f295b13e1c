import {expect, fixture} from '@open-wc/testing';
import fc from 'fast-check';
import {marked} from 'marked';
import {affiliationOf, type Talk} from '../src/index.js';
import '../src/define.js';
import {languageOf, wordsIn} from '../src/locale/locale.js';
import {en} from '../src/locale/en.js';
import {readTalk} from '../src/talk/talk.reader.js';
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

describe('the talk grammar', () => {
  for (const {name, write, read: expected, lang} of fixtures) {
    it(`reads ${name}`, async () => {
      const host = await element(write, 'plain-reader', lang);
      const before = host.outerHTML;
      const talk = read(host);
      expect(notation(talk)).to.deep.equal(expected);
      expect(notation(read(host))).to.deep.equal(expected);
      expect(host.outerHTML).to.equal(before);
    });
  }

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
