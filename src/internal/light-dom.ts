const wrapper = /^(DIV|NAV|P|SECTION)$/;
const block = /^(D[DT]|DIV|H\d|LI|P|PRE|T[DHR])$/;
const silent = /^(SCRIPT|STYLE|TEMPLATE)$/;

/** Whether a node only wraps others: readers see through it. */
export const isWrapper = (node: Node): boolean => wrapper.test(node.nodeName);

export const isList = (node: Node): boolean => /^[OU]L$/.test(node.nodeName);

/** The nodes in another, without those that say nothing: comments, line breaks and empty paragraphs. */
export function childrenOf(parent: Node): Node[] {
  return [...parent.childNodes].filter(
    (node) =>
      node.nodeType !== Node.COMMENT_NODE &&
      node.nodeName !== 'BR' &&
      (node.nodeName !== 'P' || wordsOf(node).trim() || (node as Element).querySelector(':not(br)')),
  );
}

/** The words of a node as a reader hears them: its text and the `alt` of its images, with space between blocks. */
export function wordsOf(node: Node): string {
  const {nodeName} = node;
  if (nodeName === 'IMG') return (node as HTMLImageElement).alt;
  if (nodeName === 'BR') return ' ';
  if (silent.test(nodeName) || node.nodeType === Node.COMMENT_NODE) return '';
  const words = node.nodeValue ?? [...node.childNodes].map(wordsOf).join('');
  return block.test(nodeName) ? ` ${words} ` : words;
}
