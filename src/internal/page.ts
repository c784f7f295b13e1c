import {safeUrl} from './safe-url.js';

// By way of the prototype, because a form or image named after a method stands in its place on `document`.
const query = (document: Document, selector: string): NodeListOf<Element> =>
  Document.prototype.querySelectorAll.call(document, selector);

/** What matches in a node, itself included. */
export const matchesIn = (root: Node, selector: string): Element[] =>
  root.nodeType === Node.DOCUMENT_NODE
    ? [...query(root as Document, selector)]
    : [
        ...((root as Partial<Element>).matches?.(selector) ? [root as Element] : []),
        ...((root as Partial<Element>).querySelectorAll?.(selector) ?? []),
      ];

/** The elements of the page, or of the shadow tree an element stands in, that match. */
export function findAll(element: Element, selector: string): NodeListOf<Element> {
  const root = element.getRootNode() as ShadowRoot;
  return root.host ? root.querySelectorAll(selector) : query(element.ownerDocument, selector);
}

/** Elements by what they stand for (see `enhance`). */
export const standIns = new WeakMap<Element, Element>();

/** Our elements of a tag, those that stand for others included, in the order of the page. */
export const elementsOf = (element: Element, tag: string): Element[] =>
  [...findAll(element, `${tag}, [data-as="${tag}"]`)].map((each) => standIns.get(each) ?? each);

/** The addresses of the page, the most trusted first: its canonical link, then its location. */
export function addressesOf(element: Element): string[] {
  const [link] = query(element.ownerDocument, 'link[rel~="canonical" i]');
  return [link?.getAttribute('href'), location.href]
    .map((address) => safeUrl(address, element.baseURI))
    .filter(Boolean);
}
