/** All that is visible in a flattened tree, in the order it is seen. */
export function visible(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue!;
  if (!(node instanceof Element) || node.nodeName === 'SCRIPT') return '';
  if (node instanceof HTMLSlotElement) return node.assignedNodes().map(visible).join(' ');
  return ` ${[...(node.shadowRoot ?? node).childNodes].map(visible).join('')} `;
}

/** The same with single spaces. */
export const seen = (node: Node): string => visible(node).replace(/\s+/g, ' ').trim();
