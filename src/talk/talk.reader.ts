import {childrenOf, isList, isWrapper, wordsOf} from '../internal/light-dom.js';
import {toRecord, toText} from '../internal/normalise.js';
import {safeUrl} from '../internal/safe-url.js';
import type {Vocabulary} from '../locale/locale.js';

/** Somebody who speaks (schema.org `Person`). What is not written is ''. */
export interface Person {
  readonly name: string;
  /** What the author wrote after the name: role and organisation. `affiliationOf` tells them apart. */
  readonly details: string;
  /** Address of the person's page. */
  readonly url: string;
  /** Address of a portrait. */
  readonly portrait: string;
  /** The author's word for who moderates ("moderator", "animatrice"), or ''. */
  readonly moderator: string;
}

export type ResourceKind = 'code' | 'paper' | 'site' | 'slides' | 'video';

export interface Resource {
  readonly kind: ResourceKind;
  readonly url: string;
  /** The words of the link. */
  readonly title: string;
  /** Address of the image in the link, or ''. */
  readonly poster: string;
}

/** After the technology radar. */
export type Verdict = 'adopt' | 'assess' | 'hold' | 'trial';

export type Label = 'format' | 'language' | 'level' | 'moderator' | 'topics' | 'verdict' | 'when';

/** A stretch of what the author wrote, in the author's order. */
export interface Segment {
  /** A `quote` is a `blockquote` and, if there is one, the paragraph after it that opens with a dash. */
  readonly type: 'body' | 'heading' | 'line' | 'media' | 'people' | 'quote' | 'resources';
  readonly nodes: readonly Node[];
  /** Of a `line`: what it is about, and the author's words behind the colon. */
  readonly label?: Label;
  readonly value?: string;
  readonly people?: readonly Person[];
  readonly resources?: readonly Resource[];
}

export interface Talk {
  readonly title: string;
  readonly people: readonly Person[];
  readonly resources: readonly Resource[];
  readonly verdict: Verdict | '';
  /** All that is in the element, in the order it was written. */
  readonly segments: readonly Segment[];
}

const labels: readonly Label[] = ['verdict', 'topics', 'level', 'format', 'language', 'moderator', 'when'];
const verdicts: readonly Verdict[] = ['adopt', 'trial', 'assess', 'hold'];

/**
 * Reads a keynote, a panel or a talk as people write it. Pure: it changes nothing, and the same words give the same
 * result. Where it is not sure, words are body.
 *
 * @param reads words to look for, the language of the element first
 */
export function readTalk(element: Element, reads: readonly Vocabulary[]): Talk {
  const nodes = childrenOf(element);
  const blocks = nodes.filter((node) => node.nodeType !== Node.TEXT_NODE || wordsOf(node).trim());
  const [only] = blocks as Element[];
  // A wrapper can only be slotted whole, but what is in it can be read.
  if (only && blocks.length === 1 && isWrapper(only) && only.querySelector('h1, h2, h3, h4, h5, h6')) {
    return toRecord({...readTalk(only, reads), segments: [{type: 'body', nodes}]});
  }

  const segments: Segment[] = [];
  let isTop = true;
  let title = '';
  const add = (segment: Segment): void => void segments.push(Object.freeze(segment));
  const addBody = (node: Node): void => {
    const last = segments.at(-1);
    if (last?.type === 'body') segments.pop();
    add({type: 'body', nodes: last?.type === 'body' ? [...last.nodes, node] : [node]});
  };

  for (const node of nodes as Element[]) {
    const words = toText(wordsOf(node), 1e4);
    const last = segments.at(-1);
    const line = labelled(node, words, reads);
    if (node.nodeType === Node.TEXT_NODE && !words) {
      if (last?.type === 'body') addBody(node);
    } else if (!title && /^H\d$/.test(node.nodeName)) {
      title = words;
      add({type: 'heading', nodes: [node]});
    } else if (line) {
      const {label, value, before} = line;
      const people = label === 'moderator' ? toPeople(value, before) : [];
      add(people.length ? {type: 'people', nodes: [node], people} : {type: 'line', nodes: [node], label, value});
    } else if (node.nodeName === 'BLOCKQUOTE') {
      add({type: 'quote', nodes: [node]});
    } else if (last?.type === 'quote' && last.nodes.length === 1 && node.nodeName === 'P' && /^[-–—]./.test(words)) {
      segments.pop();
      add({type: 'quote', nodes: [...last.nodes, node]});
    } else {
      const people = isTop ? peopleIn(node, reads) : [];
      const resources = people.length ? [] : resourcesIn(node, reads);
      if (people.length) add({type: 'people', nodes: [node], people});
      else if (resources.length) add({type: 'resources', nodes: [node], resources});
      else if (isMedia(node)) add({type: 'media', nodes: [node]});
      else {
        addBody(node);
        // "A panel with:" may stand before the people.
        if (!/[:：]$/.test(words)) isTop = false;
      }
      if (people.length) isTop = false;
    }
  }

  return toRecord({
    title,
    people: segments.flatMap(({people = []}) => people),
    resources: segments.flatMap(({resources = []}) => resources),
    verdict: toVerdict(segments.find(({label}) => label === 'verdict')?.value ?? '', reads),
    segments: Object.freeze(segments),
  });
}

/** The verdict that words open with: "to try — the demo failed" is `trial`. */
export function toVerdict(words: string, reads: readonly Vocabulary[]): Verdict | '' {
  return (
    verdicts.find((verdict) => reads.some((read) => matches(words, `^(to |à )?(${read[verdict]})(?!\\p{L})`))) ?? ''
  );
}

/**
 * "Name, role, organisation", "Name - organisation", "Name & Name", "Name (organisation)"; none if it does not look like
 * that.
 *
 * @param moderator the author's word, when it stands elsewhere
 */
export function toPeople(text: string, moderator = ''): Person[] {
  const words = toText(text);
  const separator = /\s?,\s?|\s[-–—|]\s|\s(?=\()/u.exec(words);
  const [before, details] = separator
    ? [words.slice(0, separator.index), words.slice(separator.index + separator[0].length)]
    : [words, ''];
  const names = before.split(/\s?&\s?|\s(?:and|en|et|und)\s/u);
  return names.every((name) => isName(name, details !== ''))
    ? names.map((name) => toRecord({name, details, url: '', portrait: '', moderator}))
    : [];
}

const addresses = {
  slides: /speakerdeck|slideshare|noti\.st|docs\.google\.com\/presentation|sched.*\.pdf$/i,
  video: /youtu\.?be|vimeo|\.(mp4|webm)$|\/(w|videos\/watch)\/[\w-]+\/?$/i,
  code: /github|gitlab|codeberg|bitbucket/i,
  paper: /arxiv\.org|doi\.org|\.pdf$/i,
};

/** What kind of thing a link leads to, by its words, or else by its address. */
function kindOf(link: HTMLAnchorElement, reads: readonly Vocabulary[]): ResourceKind {
  const kinds = Object.keys(addresses) as (keyof typeof addresses)[];
  const words = wordsOf(link);
  return (
    kinds.find((kind) => reads.some((read) => matches(words, `(?<!\\p{L})(${read[kind]})(?!\\p{L})`))) ??
    kinds.find((kind) => addresses[kind].test((link.origin + link.pathname).slice(-2048))) ??
    'site'
  );
}

/** Compiled once: a page may have a hundred talks. */
const patterns = new Map<string, RegExp>();

function matches(words: string, pattern: string): boolean {
  const compiled = patterns.get(pattern) ?? new RegExp(pattern, 'iu');
  patterns.set(pattern, compiled);
  return compiled.test(words);
}

/** What a paragraph begins with, if that is bold. */
const boldIn = (node: Element): Element | null =>
  node.nodeName === 'P' ? node.querySelector(':scope > :is(b, strong):first-child') : null;

/** A label in bold with a colon, as it is written and as what it means, and what stands behind it. */
function labelled(
  node: Element,
  words: string,
  reads: readonly Vocabulary[],
): {label: Label; before: string; value: string} | undefined {
  const bold = boldIn(node);
  const [, before, value] = (bold && /^([^:：]{2,30}?)\s?[:：]\s?(.+)/su.exec(words)) ?? [];
  if (!before || !value || !wordsOf(bold!).trim().startsWith(before)) return undefined;
  const label = labels.find((each) => reads.some((read) => matches(before, `^(${read[each]})$`)));
  return label && {label, before, value};
}

function peopleIn(node: Element, reads: readonly Vocabulary[]): Person[] {
  const items = isList(node) ? [...node.children] : boldIn(node) ? [node] : [];
  const people = items.map((item) => personIn(item, reads));
  return people.every((person) => person.length) ? people.flat() : [];
}

function personIn(item: Element, reads: readonly Vocabulary[]): Person[] {
  const links = item.querySelectorAll('a');
  const image = item.querySelector('img');
  if (
    links.length > 1 ||
    item.querySelector('ol, ul, blockquote, pre') ||
    (links.length && kindOf(links[0]!, reads) !== 'site')
  )
    return [];
  let moderator = '';
  const words = toText(item.textContent, 200).replace(/\s?[(（]([^()（）]*)[)）]/gu, (all, inner: string) => {
    if (!reads.some((read) => matches(inner, `^(${read.moderator})$`))) return all;
    moderator = inner;
    return '';
  });
  const url = safeUrl(links[0]?.getAttribute('href'), item.baseURI);
  const portrait = safeUrl(image?.getAttribute('src'), item.baseURI);
  return toPeople(words, moderator).map((person) => toRecord({...person, url, portrait}));
}

/** One to five words that each begin with a capital, or link two that do; one alone only if more is said. */
function isName(name: string, isDescribed: boolean): boolean {
  const words = name.split(' ');
  return (
    words.length <= 5 &&
    (words.length > 1 || isDescribed) &&
    words.every((word) =>
      /^(\p{Lu}|\p{Lo})[\p{L}\p{M}'’.-]*$|^(d\p{Ll}{1,2}|v[ao]n|l[ae]|[ae]l|b[ie]n|ter)$/u.test(word),
    ) &&
    /^(\p{Lu}|\p{Lo})/u.test(words.at(-1)!)
  );
}

function resourcesIn(node: Element, reads: readonly Vocabulary[]): Resource[] {
  if (!/^(P|[OU]L)$/.test(node.nodeName)) return [];
  const links = [...node.querySelectorAll('a')];
  let rest = wordsOf(node);
  for (const link of links) rest = rest.replace(wordsOf(link), '');
  if (!links.length || /[\p{L}\p{N}]/u.test(rest) || links.some((link) => !wordsOf(link).trim())) return [];
  const resources = links.map((link) => {
    const url = safeUrl(link.getAttribute('href'), link.baseURI);
    const poster = safeUrl(link.querySelector('img')?.getAttribute('src'), link.baseURI);
    return toRecord({kind: kindOf(link, reads), url, title: toText(wordsOf(link)), poster});
  });
  return resources.every(({url}) => url) ? resources : [];
}

function isMedia(node: Element): boolean {
  if (/^(FIGURE|IMG|PICTURE|VIDEO|AUDIO)$/.test(node.nodeName)) return true;
  const images = node.nodeName === 'P' ? [...node.querySelectorAll('img, picture, video')] : [];
  return images.length > 0 && !toText(node.textContent);
}
