/**
 * The spacing the page gives to the authored list, in em, as declarations for the drawn one, so that it takes the same
 * room and nothing below it moves. Measured while the authored list is still laid out; '' when there is none yet.
 */
export function spacingOf(element: Element): string {
  const list = element.querySelector('ol, ul');
  // Markdown writes a paragraph into each item of a list with blank lines.
  const items = list?.querySelectorAll(list.querySelector('p') ? 'p' : 'li');
  if (!list || !items?.length) return '';
  const [outer, first, last] = [list, items[0]!, items[items.length - 1]!].map((each) =>
    getComputedStyle(each),
  ) as Styles;
  const em = (length: string): string => `${parseFloat(length) / parseFloat(outer.fontSize)}em`;
  return `margin-block:${em(outer.marginBlockStart)} ${em(outer.marginBlockEnd)};padding-inline-start:max(1.5em,${em(outer.paddingInlineStart)});--_gap:max(${em(first.marginBlockEnd)},${em(last.marginBlockStart)})`;
}

type Styles = [CSSStyleDeclaration, CSSStyleDeclaration, CSSStyleDeclaration];
