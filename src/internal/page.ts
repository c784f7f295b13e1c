import {safeUrl} from './safe-url.js';

// By way of the prototype, because a form or image named after a method stands in its place on `document`.
const query = (document: Document, selector: string): NodeListOf<Element> =>
  Document.prototype.querySelectorAll.call(document, selector);

/** The elements of the page, or of the shadow tree an element stands in, that match. */
export function findAll(element: Element, selector: string): NodeListOf<Element> {
  const root = element.getRootNode() as ShadowRoot;
  return root.host ? root.querySelectorAll(selector) : query(element.ownerDocument, selector);
}

/** The addresses of the page, the most trusted first: its canonical link, then its location. */
export function addressesOf(element: Element): string[] {
  const [link] = query(element.ownerDocument, 'link[rel~="canonical" i]');
  return [link?.getAttribute('href'), location.href]
    .map((address) => safeUrl(address, element.baseURI))
    .filter(Boolean);
}
