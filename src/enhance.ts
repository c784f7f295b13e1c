import {ArticleElement} from './internal/article-element.js';
import {createElement, findAll, matchesIn, standIns} from './internal/page.js';

/** What can have a shadow root: https://dom.spec.whatwg.org/#valid-shadow-host-name. */
const hosts = /^(ARTICLE|DIV|NAV|P|SECTION|SPAN)$/;

/** Elements that stand for what is on a page now. */
const present = new Set<ArticleElement>();
/** Pointers to what is not there yet. */
const waiting = new Set<Element>();
const watched = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/**
 * Draws our elements where a pipeline lets their tags not through, and keeps doing so for what comes later:
 *
 * - `<div data-as="talk-summary" data-kind="panel">` is what `<talk-summary kind="panel">` is, with the same words in
 *   it. A `section`, `nav`, `article`, `p` or `span` does as well.
 * - `<talk-summary for="id">` draws that of the words in the element with that id. `<series-navigator for>` shows the
 *   current part and its neighbours instead, where it stands.
 *
 * Nothing is added to the page but a shadow root. The embed script does this for the document; a shadow root needs a
 * call of its own.
 *
 * @param root where to look, now and from now on
 * @returns the elements that stand for others there, for their properties
 */
export function enhance(root: Document | DocumentFragment | Element = globalThis.document): readonly ArticleElement[] {
  // Where a server draws pages there is none.
  if (!(root as Node | undefined)) return [];
  visit(root);
  if (!watched.has(root)) {
    watched.add(root);
    observer ??= new MutationObserver(follow);
    observer.observe(root, {attributeFilter: ['data-as'], childList: true, subtree: true});
  }
  return [...present].filter(({origin}) => Node.prototype.contains.call(root, origin));
}

function follow(records: readonly MutationRecord[]): void {
  for (const {target, addedNodes, type} of records) {
    if (type === 'attributes') clear(target as HTMLElement);
    addedNodes.forEach(visit);
    show(target as Element);
  }
  for (const element of present) {
    if (!element.origin.isConnected) {
      present.delete(element);
      element.disconnectedCallback();
      if (element.pointer) waiting.add(element.pointer);
    }
  }
  [...waiting].forEach(point);
}

function visit(root: Node): void {
  for (const host of matchesIn(root, '[data-as]')) draw(host as HTMLElement, host.getAttribute('data-as')!);
  matchesIn(root, '[for]').forEach(point);
}

function point(pointer: Element): void {
  if (!isElementClass(pointer.constructor) || pointer.constructor.observedAttributes.includes('for')) return;
  const [target] = findAll(pointer, `#${CSS.escape(pointer.getAttribute('for')!)}`);
  waiting.delete(pointer);
  if (target && !target.matches('[data-as]')) draw(target as HTMLElement, pointer.localName, pointer);
  else if (pointer.isConnected) waiting.add(pointer);
}

/** Draws an element of a tag in what it stands for; again where it may come from another root or document. */
function draw(origin: HTMLElement, tag: string, pointer?: Element): void {
  const Class = customElements.get(tag);
  if (!isElementClass(Class)) return;
  let element = standIns.get(origin);
  if (element?.localName !== tag) {
    if (!hosts.test(origin.nodeName) || (origin.shadowRoot && !element)) {
      console.warn(`<${tag}> is not drawn here; take a <div>, <section> or <nav> of its own.`, origin);
      return;
    }
    // Lit remembers by the node it draws before where an element before this one has drawn.
    origin.shadowRoot?.replaceChildren('');
    element = Object.assign(new Class(), {origin, pointer});
    standIns.set(origin, element);
  }
  present.add(element as ArticleElement);
  (element as ArticleElement).connectedCallback();
}

/** Draws what is no longer marked, or marked otherwise, as it now is. */
function clear(origin: HTMLElement): void {
  const element = standIns.get(origin);
  if (element && element.localName !== origin.dataset.as) {
    if (present.delete(element as ArticleElement)) (element as ArticleElement).disconnectedCallback();
    standIns.set(origin, origin);
    origin.shadowRoot!.replaceChildren(createElement(origin, 'slot'));
  }
  visit(origin);
}

/** What has lost its mark shows all that is in it, and all that comes. */
function show(origin: Element): void {
  if (standIns.get(origin) === origin) {
    origin.shadowRoot!.querySelector('slot')!.assign(...([...origin.childNodes] as Element[]));
  }
}

const isElementClass = (Class: unknown): Class is typeof ArticleElement & (new () => ArticleElement) =>
  (Object(Class) as typeof ArticleElement).prototype instanceof ArticleElement;
