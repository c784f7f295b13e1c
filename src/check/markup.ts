import type {Token} from '../feed/html-tokens.js';
import {ownTagOf} from '../feed/to-feed-html.js';
import type {Finding} from './check-file.js';
import type {Content} from './feed-items.js';
import {quote, visibleWords} from './lost-words.js';

/** Names for which Mozilla Readability takes a part of the page for no part of the article, and names that save it. */
const unlikely =
  /banner|breadcrumbs|comment|community|disqus|extra|footer|gdpr|header|menu|pager|pagination|popup|related|remark|replies|rss|sidebar|social|sponsor/i;
const likely = /and|article|body|column|content|main/i;
const dropping = /^(menu|menubar|complementary|navigation|alert|alertdialog|dialog)$/;

/** What ends an open paragraph where it begins: https://html.spec.whatwg.org/#parsing-main-inbody. */
const block =
  /^(address|article|aside|blockquote|center|d[dlt]|details|dialog|dir|div|fieldset|fig(caption|ure)|footer|form|h[1-6r]|header|hgroup|li|listing|main|menu|nav|ol|p|plaintext|pre|search|section|summary|table|ul|xmp)$/;

/** Markup around and in our elements that browsers, Markdown or reader views take apart, and how to mend it. */
export function faultsOf(
  {html, lineOf}: Content,
  tokens: readonly Token[],
  tags: ReadonlyMap<string, string>,
): Finding[] {
  const findings: Finding[] = [];
  /** Index of the start tag of the paragraph that is open. */
  let paragraph: number | undefined;
  const endsParagraph = ({type, name, pair}: Token, opened: number): boolean =>
    type === 'start' ? block.test(name) : type === 'end' && (name === 'p' || (pair !== undefined && pair < opened));

  tokens.forEach((token, index) => {
    const {type, name, attributes, pair, isSelfClosing} = token;
    if (paragraph !== undefined && endsParagraph(token, paragraph)) paragraph = undefined;
    if (type === 'start' && name === 'p') paragraph = index;
    const own = type === 'start' && ownTagOf(token, tags);
    if (!own) return;
    const add = (message: string, at = token): void =>
      void findings.push({line: lineOf(at.start), message: `<${name}> ${message}`});
    const label = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.trim();
    if (label && unlikely.test(label) && !likely.test(label)) {
      add(
        `has the class or id “${label}”, for which reader views leave it out. Take it off, or put it on a <div> around it with another name.`,
      );
    }
    if (dropping.test(attributes.get('role') ?? '')) {
      add(
        `has role="${attributes.get('role')}", for which reader views leave it out. Take it off: the element says what it is.`,
      );
    }
    if (isSelfClosing) {
      add(
        `is written <${name}/>. Browsers take that for a start tag, and all that follows goes into it. Write <${name}></${name}>.`,
      );
      return;
    }
    if (pair === undefined) {
      add(`has no end tag, so all that follows goes into it. Write </${name}> behind its content.`);
      return;
    }
    const opened = paragraph;
    if (opened !== undefined && tokens.slice(index + 1, pair).some((each) => endsParagraph(each, opened))) {
      const before = visibleWords(html, tokens, opened, index);
      add(
        before
          ? `stands in the paragraph ${quote(before)}, so browsers put what is in it behind it. In Markdown, leave an empty line above the tag.`
          : `was put into a paragraph of its own, so browsers put what is in it behind it. In WordPress, put a <div> around it, or write a list with an id and <${name} for="…"></${name}>.`,
      );
    } else if (
      !attributes.has('for') &&
      !attributes.has('src') &&
      own !== 'list-save-button' &&
      isEmpty(html, tokens, index, pair)
    ) {
      const next = tokens
        .slice(pair + 1)
        .find((each) => !(each.type === 'text' && !html.slice(each.start, each.end).trim()) && each.name !== 'p');
      if (next?.type === 'start' && /^[ou]l$/.test(next.name)) {
        add(`is empty, and a list stands behind it. Put the list into it, or name it with for="…" and an id.`);
      }
    }
    tokens.slice(index + 1, pair).forEach((each, offset) => {
      if (each.type !== 'start' || each.name !== 'code') return;
      const at = index + 1 + offset;
      const [behind] = tokens.slice(at + 1, at + 2);
      if (
        tokens[at - 1]?.name === 'pre' &&
        behind &&
        /^\s*&lt;\/?(?:[ou]l|li|p|h\d|blockquote|\w+-)/.test(html.slice(behind.start, behind.end))
      ) {
        add(
          'has tags that became a code block: Markdown takes lines with four spaces for one after an empty line. Write them at the start of the line.',
          each,
        );
      }
    });
  });
  return findings;
}

function isEmpty(html: string, tokens: readonly Token[], from: number, to: number): boolean {
  return !tokens.slice(from + 1, to).some(({type, start, end}) => type === 'start' || html.slice(start, end).trim());
}
