import {safeUrl} from './safe-url.js';

// By way of the prototypes, because what is named after a property stands in its place on the document and in forms.
const typeOf = (node: Node): number =>
  Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType')!.get!.call(node) as number;

/** What matches below a node. */
export const query = (root: Node, selector: string): Iterable<Element> =>
  ({1: Element, 9: Document, 11: DocumentFragment})[typeOf(root)]?.prototype.querySelectorAll.call(root, selector) ??
  [];

/** A new element for the document of another. */
export const createElement = <Tag extends keyof HTMLElementTagNameMap>(
  {ownerDocument}: Node,
  tag: Tag,
): HTMLElementTagNameMap[Tag] =>
  Document.prototype.createElement.call(ownerDocument, tag) as HTMLElementTagNameMap[Tag];

/** What matches in a node, itself included. */
export const matchesIn = (root: Node, selector: string): Element[] => [
  ...(typeOf(root) === 1 && Element.prototype.matches.call(root, selector) ? [root as Element] : []),
  ...query(root, selector),
];

/** The elements of the page, or of the shadow tree an element stands in, that match. */
export const findAll = (element: Element, selector: string): Element[] => [...query(element.getRootNode(), selector)];

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
