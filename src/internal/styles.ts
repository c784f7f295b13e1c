import {css} from './css.js';

/**
 * Every element is a block of the page, and its links are the page's, unless the page says otherwise.
 *
 * The tokens all elements share: `--as-accent`, `--as-surface`, `--as-border`, `--as-muted`, `--as-radius`, `--as-space`.
 * Each has its default at the place of use, so that a page can set it on any ancestor.
 */
export const sharedStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  a:any-link {
    color: var(--as-accent, inherit);
  }

  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }

  summary {
    min-height: 24px;
    cursor: pointer;
  }

  @media print {
    /* Closed folds print open, and links with their address. */
    ::details-content {
      content-visibility: visible;
    }

    a:any-link::after {
      content: ' (' attr(href) ')';
      overflow-wrap: anywhere;
    }
  }
`;
