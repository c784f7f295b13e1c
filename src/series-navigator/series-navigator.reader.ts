import {childrenOf, isList, isWrapper, wordsOf} from '../internal/light-dom.js';
import {hasText, toDate, toRecord, toText} from '../internal/normalise.js';
import {safeUrl} from '../internal/safe-url.js';
import {findPage} from '../internal/same-page.js';

/** One part of a series (schema.org `hasPart`). What is not known is ''. */
export interface SeriesPart {
  /** The words of the link, or of the whole item when it has none. */
  readonly title: string;
  /** Absolute http(s) address; a part without one is the current one, or announced. */
  readonly url: string;
  /** `2024-03-19`, or with a time: when it was, or will be, published. */
  readonly date: string;
  /** What the author wrote in the item before the title. */
  readonly before: string;
  /** What the author wrote in the item after the title. */
  readonly after: string;
  /** Language of the item, when it has one of its own. */
  readonly lang: string;
}

/** What is written inside a `<series-navigator>`. */
export interface SeriesWords {
  readonly parts: readonly SeriesPart[];
  /** Index of the part the author marked with `aria-current`, or -1. */
  readonly marked: number;
  /** The heading above the list, or the label of the `<nav>` around it. */
  readonly name: string;
  /** The author's nodes by slot: all of them, those before the list, and those after it. */
  readonly slots: Readonly<Record<'' | 'after' | 'before', readonly Node[]>>;
  /** Copies of nodes that share a wrapper with the list, and so cannot be slotted without it. */
  readonly copies: Readonly<Record<'after' | 'before', readonly Node[]>>;
}

/**
 * Reads the first `<ol>` or `<ul>` of an element, also inside `div`, `nav`, `p` and `section`, as a series in reading
 * order. Pure: it changes nothing, and the same words give the same result.
 *
 * @param source where the list is, when it is not in the element: the words around it are shown there
 */
export function readSeries(element: Element, source = element): SeriesWords {
  const list = isList(source) ? source : findList(source);
  const items = [...(list?.children ?? [])]
    .map((item) => ({item, part: readItem(item)}))
    .filter(({part}) => part.title);
  const heading = source.querySelector('h1, h2, h3, h4, h5, h6');
  const nav = source.querySelector('nav[aria-label]');
  return {
    parts: items.map(({part}) => part),
    marked: items.findIndex(({item}) => item.matches(marked) || item.querySelector(marked)),
    name: toText(heading ? wordsOf(heading) : nav?.ariaLabel, 150),
    ...wordsAround(element, list),
  };
}

/** An absolute address, or an absolute path, that the URL parser would leave as it is. */
const plain = /^(https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,})?(?:\/[\w~-]+(?:\.[\w~-]+)*)+\/?$/;

/**
 * Data from outside (a feed, the `parts` property): a copy, without what is not a part. There may be ten thousand, of
 * which a few are drawn, so each is checked when it is asked for.
 */
export class GivenParts {
  readonly #data: readonly Partial<Record<keyof SeriesPart, unknown>>[];
  readonly #base: string;
  readonly #checked: SeriesPart[] = [];
  #addresses: readonly string[] | undefined;
  #all: readonly SeriesPart[] | undefined;

  /** @param base what relative addresses are relative to */
  constructor(data: readonly object[], base: string) {
    this.#data = data
      .map((fields): {title?: unknown} => {
        // A value of another script may throw as soon as it is looked at.
        try {
          return {...fields};
        } catch {
          return {};
        }
      })
      .filter(({title}) => hasText(title));
    this.#base = base;
  }

  get length(): number {
    return this.#data.length;
  }

  at(index: number): SeriesPart {
    return (this.#checked[index] ??= toPart(this.#data[index]!, this.#base));
  }

  get all(): readonly SeriesPart[] {
    return (this.#all ??= this.#data.map((_, index) => this.at(index)));
  }

  /** The address of each, to compare with the page; most need no parser. */
  get addresses(): readonly string[] {
    const origin = safeUrl('/', this.#base).slice(0, -1);
    return (this.#addresses ??= this.#data.map(({url}) => {
      if (!origin || typeof url !== 'string' || !plain.test(url)) return safeUrl(url, this.#base);
      return url.startsWith('/') ? origin + url : url;
    }));
  }
}

/**
 * Which part is the page: the one with the address of the page; else the only one without an address, unless it is dated
 * in the future.
 *
 * @param addresses addresses of the page, the most trusted first
 * @returns its index, or -1
 */
export function findCurrent(parts: GivenParts | readonly SeriesPart[], addresses: readonly string[]): number {
  const urls = parts instanceof GivenParts ? parts.addresses : parts.map(({url}) => url);
  for (const address of addresses) {
    const index = findPage(urls, address);
    if (index >= 0) return index;
  }
  const index = urls.indexOf('');
  return index < 0 || index !== urls.lastIndexOf('') || isAhead(parts.at(index)!) ? -1 : index;
}

/** Whether a part is dated after now. */
export function isAhead({date}: SeriesPart): boolean {
  return Date.parse(date) > Date.now();
}

const marked = '[aria-current]:not([aria-current=false])';

function findList(element: Element): Element | undefined {
  for (const child of element.children) {
    const list = isList(child) ? child : isWrapper(child) ? findList(child) : undefined;
    if (list) return list;
  }
  return undefined;
}

function readItem(item: Element): SeriesPart {
  const link = item.querySelector('a');
  const time = item.querySelector('time');
  const url = safeUrl(link?.getAttribute('href'), item.baseURI);
  const fields = {date: time?.dateTime || time?.textContent, lang: link?.lang || (item as HTMLElement).lang};
  const [before, after] = split(item, url ? link : time);
  if (url) return toPart({...fields, title: wordsOf(link!), url, before, after}, url);
  // The date of an announced part is drawn ("coming on …") where it stands apart, and stays in its sentence otherwise.
  const title = /^.*[^\s\p{Pd},;:·|،]/su.exec(toText(before))?.[0] ?? '';
  const inSentence = !title || after || /[([]|(^|\s)\p{Ll}{1,2}$/u.test(title);
  return toPart({...fields, title: inSentence ? wordsOf(item) : title}, url);
}

/** The words of an item before and after one of its elements. */
function split(item: Element, element: Element | null): [before?: string, after?: string] {
  if (!element) return [];
  const range = new Range();
  range.selectNodeContents(item);
  range.setEndBefore(element);
  const before = String(range);
  range.selectNodeContents(item);
  range.setStartAfter(element);
  return [before, String(range).trim()];
}

function toPart(fields: Partial<Record<keyof SeriesPart, unknown>>, base: string): SeriesPart {
  return toRecord({
    title: toText(fields.title),
    url: safeUrl(fields.url, base),
    date: toDate(fields.date),
    before: toText(fields.before),
    after: toText(fields.after),
    lang: toText(fields.lang),
  });
}

function wordsAround(element: Element, list?: Element): Pick<SeriesWords, 'copies' | 'slots'> {
  const slots: Record<string, Node[]> & Record<'' | 'after' | 'before', Node[]> = {
    '': childrenOf(element),
    before: [],
    after: [],
  };
  const copies = {before: [] as Node[], after: [] as Node[]};
  let side: 'after' | 'before' = 'before';
  const collect = (parent: Element, isCopied: boolean): void => {
    for (const child of childrenOf(parent) as Element[]) {
      if (child === list) side = 'after';
      else if (list && Node.prototype.contains.call(child, list)) collect(child, true);
      else if (isCopied) copies[side].push(child.cloneNode(true));
      else (slots[child.slot || side] ?? slots[side]).push(child);
    }
  };
  collect(element, false);
  return {slots, copies};
}
