import {css} from '../internal/css.js';
import {sharedStyles} from '../internal/styles.js';

/** The spacing of the drawn list is the authored one's, set on it (see `spacingOf`). */
export const styles = [
  sharedStyles,
  css`
    ol {
      padding-inline-start: 2em;
    }

    li + li {
      margin-block-start: var(--_gap);
    }

    a {
      text-decoration: none;
    }

    a:any-link span:not([part]) {
      text-decoration: underline;
    }

    /* Marks stand in the line of their title and never make it taller. */
    span[part] {
      display: inline-block;
      margin-inline-start: 0.5em;
      color: var(--as-muted, inherit);
      font-size: 0.85em;
      line-height: 1;
    }

    [part='position'] {
      padding-inline: 0.5em;
      outline: 1px solid var(--as-accent, currentcolor);
      border-radius: var(--as-radius, 0.25em);
    }

    /* These point the other way by themselves where text runs from right to left (Bidi_Mirrored). */
    [part='previous']::before {
      content: '‹ ' / '';
    }

    [part='next']::after {
      content: ' ›' / '';
    }

    @media print {
      a [part] {
        display: none;
      }
    }
  `,
];
