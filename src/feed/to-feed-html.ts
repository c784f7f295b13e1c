import {wordsIn} from '../locale/locale.js';
import {toRelation} from '../sponsor-list/sponsor-list.reader.js';
import {dateOf, escape, factsOf, includes, ours, type Facts} from './attribute-facts.js';
import {tokensOf, type Token} from './html-tokens.js';

export interface FeedHtmlOptions {
  /** Address of the post. With it, relative addresses inside our elements become absolute; without it they stay. */
  readonly base?: string;
  /** Language of the post, where no `lang` in the HTML says it. Default: English. */
  readonly lang?: string;
  /** Names that elements are defined under besides their own: `{'event-partners': 'sponsor-list'}`. */
  readonly names?: Readonly<Record<string, string>>;
}

export const ownTags: readonly string[] = [
  'series-navigator',
  'keynote-card',
  'talk-summary',
  'sponsor-list',
  'list-save-button',
  'saved-lists',
];

/** An element of ours that is being rewritten. */
interface Opened {
  /** Index of its start tag in the tokens and in the result. */
  readonly start: number;
  readonly at: number;
  /** Its new name; '' for none. */
  readonly name: string;
  readonly facts: Facts;
  /** How much was shown before it. */
  readonly shown: number;
}

const block =
  /^(address|article|aside|blockquote|d[dlt]|details|div|fig(caption|ure)|footer|h[1-6r]|header|li|main|nav|ol|p|pre|section|summary|table|tbody|t[dhr]|thead|ul)$/;
const media = /^(audio|embed|iframe|img|math|object|picture|svg|video)$/;
const addresses = /^(cite|href|poster|src)$/;

/**
 * Rewrites our elements in the HTML of a post, so that every feed reader keeps every word and link.
 *
 * An element becomes a `<section>` with what the author wrote in it; a wrapper with `data-as` keeps its own tag, and
 * `<list-save-button>` becomes the author's link. What only an attribute says (`speakers`, `verdict`, `kind`, `relation`,
 * `disclosure`, an empty `<time datetime>`) is said in words. An element with nothing in it, as one with `for`, is left
 * out. Inside, scripts, styles and templates are left out, `hidden` is taken off, and of buttons, dialogs and `<noscript>`
 * the content stays. All that is not in our elements stays as it is, byte for byte. A second pass changes nothing.
 */
export function toFeedHtml(html: string, {base = '', lang = '', names = {}}: FeedHtmlOptions = {}): string {
  const tags = new Map([...ownTags.map((tag): [string, string] => [tag, tag]), ...Object.entries(names)]);
  const tokens = tokensOf(html);
  const result: string[] = [];
  const open: Opened[] = [];
  const opened = new Set<number>();
  const languages = [{lang, end: Infinity}];
  let shown = 0;
  let isBehindBlock = false;

  /** Adds to the result, with a new line between blocks: some readers take the tags out of the words. */
  const put = (text: string, isBlock = false): void => {
    const isApart = /^$|\s/.test(result.at(-1)?.at(-1) ?? '') || /^\s/.test(text);
    result.push((isBlock || isBehindBlock) && !isApart ? `\n${text}` : text);
    isBehindBlock = false;
  };
  const say = (paragraphs: readonly string[]): void => {
    for (const paragraph of paragraphs) {
      put(paragraph, true);
      isBehindBlock = true;
      shown++;
    }
  };
  /** Where a tag is left out, the text around it must not become a tag or a character reference. */
  const leaveOut = (): void => {
    if (/(<|&[^\s<>;]{0,40})$/.test(result.at(-1)?.slice(-42) ?? '')) result.push('\n');
  };
  const close = (): void => {
    const last = open.pop()!;
    opened.delete(last.start);
    say([...last.facts.behindHeading, ...last.facts.last]);
    if (last.name && last.shown < shown) {
      put(`</${last.name}>`, true);
      isBehindBlock = true;
      return;
    }
    if (last.at < result.length - 1) result[last.at] = '';
    else result.pop();
    leaveOut();
  };

  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const {type, name, attributes, pair} = token;
    const text = html.slice(token.start, token.end);
    const own = ownTagOf(token, tags);
    const said = attributes.get('lang');
    while (languages.at(-1)!.end < index) languages.pop();
    if (said && pair) languages.push({lang: said, end: pair});
    else if (said && /^(html|body)$/.test(name)) languages.push({lang: said, end: Infinity});
    const language = languages.at(-1)!.lang;
    const words = (): string => textIn(html, tokens, index);

    if (type === 'start' && own) {
      const facts = factsOf(own, writtenOf(token, own === tags.get(name)), language, words, () =>
        headingIn(html, tokens, index),
      );
      const isWhole = pair !== undefined;
      const newName = !isWhole || own === 'list-save-button' ? '' : own === tags.get(name) ? 'section' : name;
      if (newName)
        put(
          tagWith(newName, attributes, (key, value) => (/^(dir|lang)$/.test(key) ? value : undefined)),
          true,
        );
      else leaveOut();
      if (isWhole) {
        // Without a name, an empty place keeps the index.
        if (!newName) result.push('');
        open.push({start: index, at: result.length - 1, name: newName, facts, shown});
        opened.add(index);
      }
      say(isWhole ? facts.first : [...facts.first, ...facts.behindHeading, ...facts.last]);
    } else if (type === 'end' && pair !== undefined && opened.has(pair)) {
      // Of elements of ours that cross, the inner one ends with the outer.
      while (opened.has(pair)) close();
    } else if (type === 'end' && (own || (pair !== undefined && ownTagOf(tokens[pair]!, tags)))) {
      leaveOut();
    } else if (!open.length) {
      put(text);
    } else if (type === 'start' && /^(script|style)$/.test(name)) {
      index = pair ?? tokens.length;
      leaveOut();
    } else if (type === 'start' && name === 'template' && pair && pair < tokens[open.at(-1)!.start]!.pair!) {
      index = pair;
      leaveOut();
    } else if (/^(button|dialog|noscript|template)$/.test(name)) {
      leaveOut();
    } else if (type === 'start') {
      const relation = toRelation(attributes.get('data-relation'));
      const isList = /^[ou]l$/.test(name);
      const terms = wordsIn(language)[1];
      const isNew = relation && !includes(words(), terms[relation]);
      if (isNew && isList) say([ours(terms[relation], language)]);
      const change = (key: string, value: string): string | undefined =>
        key === 'hidden' || (key === 'data-relation' && relation) ? undefined : absolute(key, value, base);
      const isSame = [...attributes].every(([key, value]) => change(key, value) === value);
      put(isSame ? text : tagWith(name, attributes, change, token.isSelfClosing), block.test(name));
      if (isNew && !isList) put(escape(terms.labelled(terms[relation], '')));
      const date = name === 'time' && pair === index + 1 ? dateOf(attributes.get('datetime'), language) : '';
      if (date) put(date);
      if (date || media.test(name)) shown++;
    } else if (type === 'end') {
      put(text);
      isBehindBlock = block.test(name);
      if (/^h\d$/.test(name)) say(open.at(-1)!.facts.behindHeading.splice(0));
    } else {
      if (type !== 'other' && text.trim()) shown++;
      put(text);
    }
  }
  return result.join('');
}

/** Our name of an element, by its tag or its `data-as`. */
export function ownTagOf({name, attributes}: Token, tags: ReadonlyMap<string, string>): string | undefined {
  return tags.get(name) ?? tags.get(attributes.get('data-as')?.trim().toLowerCase() ?? '');
}

/** The attributes of an element of ours, which are `data-*` on a wrapper. */
function writtenOf({attributes}: Token, isTag: boolean): ReadonlyMap<string, string> {
  if (isTag) return attributes;
  return new Map([...attributes].map(([key, value]) => [key.replace(/^data-/, ''), value]));
}

/** The words in an element, as far as they stand in its first 2,000 tokens. */
function textIn(html: string, tokens: readonly Token[], start: number): string {
  return tokens
    .slice(start + 1, Math.min(tokens[start]!.pair ?? start, start + 2000))
    .map(({type, start: from, end}) => (type === 'text' ? html.slice(from, end) : ' '))
    .join('');
}

/** The words of the first heading in an element; '' without one. */
function headingIn(html: string, tokens: readonly Token[], start: number): string {
  const inside = tokens.slice(start, Math.min(tokens[start]!.pair ?? start, start + 2000));
  const heading = inside.findIndex(({type, name}) => type === 'start' && /^h[1-6]$/.test(name));
  return heading === -1 ? '' : textIn(html, tokens, start + heading);
}

function tagWith(
  name: string,
  attributes: ReadonlyMap<string, string>,
  change: (key: string, value: string) => string | undefined,
  isSelfClosing = false,
): string {
  const kept = [...attributes].map(([key, value]) => [key, change(key, value)] as const);
  const written = kept.map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${value.replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${written.join('')}${isSelfClosing ? ' /' : ''}>`;
}

/** Addresses as written, character references included, which the URL parser passes on. */
function absolute(key: string, value: string, base: string): string {
  if (!base) return value;
  if (addresses.test(key)) return resolve(value, base);
  if (key !== 'srcset') return value;
  return value
    .split(/,\s+/)
    .map((candidate) => candidate.trim().replace(/^\S+/, (address) => resolve(address, base)))
    .join(', ');
}

function resolve(address: string, base: string): string {
  const isAbsolute = /^\s*[a-z][a-z0-9+.-]*:/i.test(address);
  try {
    return isAbsolute || !address.trim() ? address : new URL(address, base).href;
  } catch {
    return address;
  }
}
