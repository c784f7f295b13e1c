import {childrenOf, isList, isWrapper, wordsOf} from '../internal/light-dom.js';
import {toRecord, toText} from '../internal/normalise.js';
import {safeUrl} from '../internal/safe-url.js';

/** What an organisation did: sponsor the event, pay the author, or give the author something. */
export type Relation = 'event' | 'gift' | 'paid';

/** Who is thanked (schema.org `Organization`). What is not written is ''. */
export interface Organization {
  readonly name: string;
  readonly url: string;
  readonly logo: string;
  /** A logo for dark pages. */
  readonly logoDark: string;
  /** What is written about it. */
  readonly note: string;
  /** Its own relation, where it is not that of the whole list. */
  readonly relation: Relation | '';
}

/** Organisations under one heading; '' where there is none. */
export interface Tier {
  readonly name: string;
  readonly organizations: readonly Organization[];
}

/** An organisation as it is drawn. */
export interface Entry {
  readonly organization: Organization;
  /** An `img`, `picture` or `svg` that is ours to place. */
  readonly picture?: Element | undefined;
  /** What the author wrote around the name, or a copy of it. */
  readonly before: Node | string;
  readonly after: Node | string;
  readonly rel: string;
  readonly target?: string | undefined;
  readonly lang?: string;
}

/** A stretch of what the author wrote, in the author's order. */
export interface Segment {
  /** Of everything but lists: nodes to be slotted, or a copy where they share a wrapper with a list. */
  readonly nodes?: readonly Node[];
  readonly copy?: Node;
  /** Of a list: the words of the heading above it, and who is in it. */
  readonly tier?: string;
  readonly entries?: readonly Entry[];
}

/**
 * Reads headings as tiers and the items of lists as organisations, also inside `div`, `nav`, `p` and `section`. Pure: it
 * changes nothing, and the same words give the same result. Prose, and lists of lists, stay as they are.
 */
export function readOrganizations(element: Element): readonly Segment[] {
  const segments: Segment[] = [];
  let tier = '';
  const collect = (parent: Element, isCopied: boolean): void => {
    for (const child of childrenOf(parent) as Element[]) {
      const entries = isList(child) && !child.querySelector('ol, ul') && [...child.children].flatMap(readItem);
      if (entries && entries.length) {
        segments.push({tier, entries});
      } else if (isWrapper(child) && child.querySelector('ol, ul')) {
        collect(child, true);
      } else {
        if (/^H\d$/.test(child.nodeName)) tier = toText(wordsOf(child));
        segments.push(isCopied ? {copy: child.cloneNode(true)} : {nodes: [child]});
      }
    }
  };
  collect(element, false);
  return segments;
}

export const toRelation = (value: unknown): Relation | '' =>
  value === 'event' || value === 'gift' || value === 'paid' ? value : '';

function readItem(item: Element): Entry[] {
  const copy = item.cloneNode(true) as HTMLElement;
  const picture = copy.querySelector('picture, svg, img');
  picture?.remove();
  const link = copy.querySelector('a');
  const bearer = link ?? copy.querySelector('b, strong') ?? copy;
  const url = safeUrl(link?.getAttribute('href'), item.baseURI);
  const name = toText(wordsOf(bearer)) || (picture ? nameOf(picture) : '') || (url && new URL(url).hostname);
  if (!name) return [];

  const [before, after] = around(copy, bearer);
  const logo = picture?.matches('img') ? picture : picture?.querySelector('img');
  // Which a policy of the page may forbid, and which would win over ours.
  logo?.removeAttribute('style');
  logo?.setAttribute('loading', 'lazy');
  return [
    {
      organization: toRecord({
        name,
        url,
        logo: safeUrl(logo?.getAttribute('src'), item.baseURI),
        logoDark: '',
        note: toText(wordsOf(after)),
        relation: toRelation(item.closest('[data-relation]')?.getAttribute('data-relation')),
      }),
      picture: picture ?? undefined,
      before,
      after,
      rel: link?.rel ?? '',
      target: link?.target,
      lang: link?.lang || copy.lang,
    },
  ];
}

/** The name a picture gives itself. */
const nameOf = (picture: Element): string =>
  toText(picture.ariaLabel ?? picture.querySelector('title')?.textContent ?? wordsOf(picture));

/** What is written in an item before and after the name. */
function around(item: Element, bearer: Element): [before: Node, after: Node] {
  const range = new Range();
  range.selectNodeContents(item);
  if (bearer === item) range.collapse();
  else range.setEndBefore(bearer);
  const before = range.extractContents();
  range.selectNodeContents(item);
  if (bearer === item) range.collapse();
  else range.setStartAfter(bearer);
  const after = range.extractContents();
  const first = childrenOf(after).find((node) => wordsOf(node).trim());
  if (first?.nodeValue) first.nodeValue = first.nodeValue.replace(/^[\s\p{Pd},;:·|،]+/u, '');
  return [before, after];
}
