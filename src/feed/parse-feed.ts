import {toDate, toRecord, toText} from '../internal/normalise.js';
import {safeUrl} from '../internal/safe-url.js';
import {policy} from '../internal/trusted-types.js';

/** More items than this are left out. */
export const maxItems = 1000;
/** Markup of a title is read up to here, in characters. */
const maxMarkup = 10_000;

export interface FeedItem {
  readonly title: string;
  readonly url: string;
  readonly date: string;
  readonly lang: string;
}

export interface Feed {
  readonly title: string;
  /** In the order of the file. */
  readonly items: readonly FeedItem[];
}

/**
 * Why a feed could not be used:
 * `address` (not http or https), `page-missing` (does not name the page, though the list on the page does), `network` (no connection, blocked, or CORS), `timeout`, `status` (4xx), `server` (5xx), `too-large`,
 * `not-a-feed` (neither JSON Feed nor RSS nor Atom), `empty` (no item with an address).
 */
export type FeedErrorReason =
  'address' | 'empty' | 'network' | 'not-a-feed' | 'page-missing' | 'server' | 'status' | 'timeout' | 'too-large';

export class FeedError extends Error {
  constructor(readonly reason: FeedErrorReason) {
    super(reason);
  }
}

/**
 * Reads JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), RSS 2.0 (https://www.rssboard.org/rss-specification) or
 * Atom (RFC 4287). The content decides which, since servers name these types in many ways. Markup in it is never used.
 *
 * @param base address of the file
 * @throws FeedError `not-a-feed` or `empty`
 */
export function parseFeed(text: string, base: string): Feed {
  const source = text.trimStart();
  const {title, items} = source.startsWith('{') ? parseJson(source) : parseXml(source);
  const feed = toRecord({
    title: toText(title),
    items: Object.freeze(items.flatMap((item) => toItem(item, base))),
  });
  if (feed.items.length === 0) throw new FeedError('empty');
  return feed;
}

/** What the formats have in common, before any of it is checked. */
interface Raw {
  title: unknown;
  items: {title: unknown; summary: unknown; url: unknown; date: unknown; lang: unknown}[];
}

function toItem({title, summary, url, date, lang}: Raw['items'][number], base: string): FeedItem[] {
  const address = safeUrl(url, base);
  if (!address) return [];
  const name = toText(title) || toText(summary, 80) || toText(new URL(address).pathname);
  return [toRecord({title: name, url: address, date: toDate(date), lang: toText(lang, 35)})];
}

function parseJson(text: string): Raw {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FeedError('not-a-feed');
  }
  const {title, items, language} = json as Record<string, unknown>;
  if (!Array.isArray(items)) throw new FeedError('not-a-feed');
  return {
    title,
    items: items.slice(0, maxItems).map((item: unknown) => {
      const fields = Object(item) as Record<string, unknown>;
      return {
        title: fields.title,
        summary: fields.summary ?? fields.content_text,
        url: fields.url ?? fields.id,
        date: fields.date_published,
        lang: fields.language ?? language,
      };
    }),
  };
}

function parseXml(text: string): Raw {
  // Firefox 153 takes the first letters of some texts for a mark of bytes, and its tab crashes.
  if (!text.startsWith('<')) throw new FeedError('not-a-feed');
  // Entities of entities fill any memory: https://en.wikipedia.org/wiki/Billion_laughs_attack. The mark, which `toText`
  // takes out of titles again, makes a fault of the XML of every declaration.
  const root = parse(text.replaceAll('<!ENTITY', '<\u202a!ENTITY'), 'text/xml');
  if (root.querySelector('parsererror')) throw new FeedError('not-a-feed');
  const channel = root.localName === 'rss' ? child(root, 'channel') : root.localName === 'feed' ? root : undefined;
  if (!channel) throw new FeedError('not-a-feed');
  const entries = [...channel.children].filter(({localName}) => localName === 'item' || localName === 'entry');
  return {
    title: textOf(channel, 'title'),
    items: entries.slice(0, maxItems).map((entry) => ({
      title: textOf(entry, 'title'),
      summary: undefined,
      url: entry.localName === 'item' ? rssLink(entry) : atomLink(entry),
      date:
        fromRfc822(textOf(entry, 'pubDate')) ||
        textOf(entry, 'published') ||
        textOf(entry, 'updated') ||
        textOf(entry, 'date'),
      lang: root.getAttribute('xml:lang') ?? textOf(channel, 'language'),
    })),
  };
}

function child(element: Element, name: string): Element | undefined {
  return [...element.children].find(({localName}) => localName === name);
}

function textOf(element: Element, name: string): string | undefined {
  const node = child(element, name);
  // Atom marks titles that hold escaped HTML; only its words are wanted. Very many tags in tags would hold up the page.
  return node?.getAttribute('type') === 'html'
    ? parse(node.textContent.slice(0, maxMarkup), 'text/html').textContent
    : node?.textContent;
}

/** An inert document: nothing in it runs or loads. */
function parse(text: string, type: DOMParserSupportedType): Element {
  const parsed = new DOMParser().parseFromString(policy.createHTML(text), type);
  // By way of the prototype, because an image named after a property stands in its place.
  return Document.prototype.querySelector.call(parsed, ':root')!;
}

function rssLink(item: Element): string | undefined {
  const guid = child(item, 'guid');
  const permalink = guid?.getAttribute('isPermaLink') === 'false' ? undefined : guid?.textContent;
  // Feeds that also carry `atom:link` have two elements of that local name; RSS's own has text.
  const links = [...item.children].filter(({localName}) => localName === 'link').map((link) => link.textContent.trim());
  return links.find((link) => link) ?? permalink;
}

function atomLink(entry: Element): string | undefined {
  const links = [...entry.children].filter(({localName}) => localName === 'link');
  const link = links.find((each) => (each.getAttribute('rel') ?? 'alternate') === 'alternate');
  const href = link?.getAttribute('href');
  const base = link?.closest('[*|base]')?.getAttribute('xml:base');
  return base ? safeUrl(href, base) : (href ?? undefined);
}

/** `Fri, 22 Mar 2024 08:00:00 +0100` as `2024-03-22T08:00:00+01:00`: the day the author wrote stays that day. */
function fromRfc822(date: string | undefined): string {
  const parts = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d)(:\d\d)?(?: ([+-]\d{4}))?/.exec(String(date));
  if (!parts) return '';
  const [, day, name, year, time, seconds = ':00', zone] = parts;
  const month = 1 + 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(name!) / 3;
  if (!Number.isInteger(month)) return '';
  return `${year!}-${pad(month)}-${day!.padStart(2, '0')}T${time!}${seconds}${zone ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z'}`;
}

const pad = (number: number): string => String(number).padStart(2, '0');
