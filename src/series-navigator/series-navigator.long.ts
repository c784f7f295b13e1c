import {html, render, type TemplateResult} from 'lit';
import {isInOurDocument} from '../internal/article-element.js';
import {css} from '../internal/css.js';
import type {Dictionary} from '../locale/locale.js';
import type {SeriesNavigator} from './series-navigator.js';

/** What a series too long to show whole needs. Loaded when there is one. */

/** Parts that are folded away: indexes of the first and the last of them. */
interface Fold {
  readonly first: number;
  readonly last: number;
}

/** Draws the part of an index. */
type DrawPart = (index: number) => TemplateResult;

/** At most this many parts unfold at once; a longer fold unfolds into folds. */
const foldSize = 100;

const styles = css`
  /* The parts in it have the numbers. */
  li:has(> details) {
    list-style: none;
  }

  li ol {
    margin: 0;
    padding: 0;
  }

  summary {
    color: var(--as-muted, inherit);
  }

  @media print {
    summary {
      display: none;
    }
  }
`;

/** Room for numbers of four digits and more. */
const wideStyles = css`
  nav > ol {
    padding-inline-start: 3.5em !important;
  }
`;

/** Draws the first part, the current one with its neighbours, and the last, with folds between. */
export function drawLong(
  navigator: SeriesNavigator,
  length: number,
  drawPart: DrawPart,
  language: string,
  {partsRange}: Dictionary,
): TemplateResult[] {
  const {currentIndex, renderRoot: root} = navigator;
  for (const {styleSheet} of length > 999 ? [styles, wideStyles] : [styles]) {
    if (isInOurDocument(root) && !root.adoptedStyleSheets.includes(styleSheet!))
      root.adoptedStyleSheets.push(styleSheet!);
  }
  const number = (index: number): string => (index + 1).toLocaleString(language);

  const draw = (row: Fold | number): TemplateResult => (typeof row === 'number' ? drawPart(row) : drawFold(row));
  const drawFold = (fold: Fold): TemplateResult => {
    // What fits is there at once, within reach of find-in-page and print; the rest when it is asked for.
    const atOnce = fold.last - fold.first < foldSize;
    const fill = ({target}: Event): void => {
      const list = (target as Element).querySelector('ol')!;
      if (!atOnce && (target as HTMLDetailsElement).open) render(unfold(fold).map(draw), list);
    };
    return html`<li>
      <details part="fold" @toggle=${fill}>
        <summary .textContent=${partsRange(number(fold.first), number(fold.last))}></summary>
        ${
          atOnce
            ? html`<ol role="list">
                ${unfold(fold).map(draw)}
              </ol>`
            : html`<ol role="list"></ol>`
        }
      </details>
    </li>`;
  };
  return windowOf(length, currentIndex).map(draw);
}

/** What is shown of a long series. */
function windowOf(total: number, current: number): (Fold | number)[] {
  const shown = new Set([0, ...(current < 0 ? [1, 2] : [current - 1, current, current + 1]), total - 1]);
  const indexes = [...shown].filter((index) => index >= 0 && index < total).sort((a, b) => a - b);
  return indexes.flatMap((index, at) => {
    const first = at === 0 ? 0 : indexes[at - 1]! + 1;
    // A fold of one would take the place of what it hides.
    return index - first > 1 ? [{first, last: index - 1}, index] : range(first, index);
  });
}

/** What a fold shows when it is opened. */
function unfold({first, last}: Fold): (Fold | number)[] {
  const total = last - first + 1;
  if (total <= foldSize) return range(first, last);
  const step = foldSize ** Math.ceil(Math.log(total) / Math.log(foldSize) - 1);
  return range(0, Math.ceil(total / step) - 1).map((at) => ({
    first: first + at * step,
    last: Math.min(first + (at + 1) * step - 1, last),
  }));
}

function range(first: number, last: number): number[] {
  return Array.from({length: last - first + 1}, (_, at) => first + at);
}
