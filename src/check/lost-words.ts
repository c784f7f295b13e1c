import {tokensOf, type Token} from '../feed/html-tokens.js';
import {ownTagOf, toFeedHtml} from '../feed/to-feed-html.js';
import {decodeReferences, type Content} from './feed-items.js';
import type {Finding} from './check-file.js';

/** Feed readers that treat HTML alike, as measured and read in their sources. */
const dropping = 'Tiny Tiny RSS, Nextcloud News and Feedly';
const escaping = 'Readers that escape tags (bleach, js-xss)';
const hiding = 'Miniflux';
const basic = 'Readers that keep tags of text only (Mastodon, Miniflux)';

/** Words that some readers of a feed lose, or see as tags, and how to mend it. */
export function lostWords(
  {html, lineOf}: Content,
  tokens: readonly Token[],
  tags: ReadonlyMap<string, string>,
): Finding[] {
  const findings: Finding[] = [];
  let lostUntil = -1;
  tokens.forEach((token, index) => {
    const {type, name, attributes, pair, start} = token;
    if (type !== 'start' || index < lostUntil) return;
    const own = ownTagOf(token, tags);
    const isUnknown = name.includes('-');
    const words = visibleWords(html, tokens, index, pair ?? index);
    const add = (message: string): void => void findings.push({line: lineOf(start), message});
    if (isUnknown && words) {
      lostUntil = pair ?? index;
      add(
        `${dropping} leave out <${name}> with the words in it: ${quote(words)}. ${escaping} show the tag itself. ` +
          (own ? 'Pass the content through toFeedHtml().' : 'Write it with HTML’s own tags in the feed.'),
      );
    } else if (/^(button|dialog)$/.test(name) && words) {
      lostUntil = pair ?? index;
      add(`${dropping} leave out <${name}> with the words in it: ${quote(words)}. Write them in a <p> in the feed.`);
    } else if (attributes.has('hidden') && words) {
      lostUntil = pair ?? index;
      add(`${hiding} leaves out what is hidden, and others show it: ${quote(words)}. Take it out, or take off hidden.`);
    }
    if (own) {
      const said = attributeWords(html.slice(start, pair === undefined ? token.end : tokens[pair]!.end), words, tags);
      if (said) {
        add(
          `Every reader loses what only an attribute of <${name}> says: ${quote(said)}. Pass the content through toFeedHtml().`,
        );
      }
    }
    if (name === 'img' && !attributes.get('alt') && isAlone(html, tokens, index)) {
      add(
        `${basic} leave out images, and nothing says what this one shows. Give it an alt, or write the name beside it.`,
      );
    }
  });
  return findings;
}

/** What toFeedHtml adds in words. */
function attributeWords(html: string, words: string, tags: ReadonlyMap<string, string>): string {
  const feedHtml = toFeedHtml(html, {names: Object.fromEntries(tags)});
  const all = tokensOf(feedHtml).map(({type, start, end}) => (type === 'text' ? feedHtml.slice(start, end) : '\n'));
  const before = new Set(words.match(/\S+/g));
  return all
    .join('')
    .split('\n')
    .map((line) => decodeReferences(line).trim())
    .filter((line) => line.split(/\s+/).some((word) => word && !before.has(word)))
    .join(' ');
}

/** An image that is all there is in its link. */
function isAlone(html: string, tokens: readonly Token[], index: number): boolean {
  // A link begins shortly before.
  const link = [1, 2, 3, 4, 5].map((back) => index - back).find((at) => tokens[at]?.name === 'a');
  const end = link === undefined ? undefined : tokens[link]!.pair;
  return link !== undefined && end !== undefined && end > index && !visibleWords(html, tokens, link, end);
}

/** The words between two tokens. */
export function visibleWords(html: string, tokens: readonly Token[], from: number, to: number): string {
  const texts = tokens
    .slice(from + 1, to)
    .map(({type, start, end}) => (type === 'text' ? html.slice(start, end) : ' '));
  return decodeReferences(texts.join('')).replace(/\s+/g, ' ').trim();
}

export function quote(words: string): string {
  const all = words.split(' ');
  return all.length > 12 ? `“${all.slice(0, 12).join(' ')} …” (${all.length} words)` : `“${words}”`;
}
