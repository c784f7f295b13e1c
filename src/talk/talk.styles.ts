import {css} from '../internal/css.js';
import {sharedStyles} from '../internal/styles.js';

/** What keynote-card and talk-summary share. Every box is as high as the lines of words in it. */
export const talkStyles = [
  sharedStyles,
  css`
    ul {
      margin-block: 1em;
      padding: 0;
      list-style: none;
    }

    [part='kind'] {
      font-size: 0.85em;
    }

    [part='speaker'],
    [part='verdict'] {
      display: flex;
      gap: 0.6em;
      align-items: baseline;
    }

    /* Less than a line high, so that the list is as high as the author's. */
    [part='portrait'] {
      flex: none;
      width: 2.2em;
      height: 2.2em;
      margin-block: -1em;
      align-self: center;
      border-radius: 50%;
      outline: 1px solid var(--as-accent, currentcolor);
      object-fit: cover;
      font-size: 0.7em;
      line-height: 2.2;
      text-align: center;
    }

    /* No text, which WebKit would tell screen readers, although it is hidden from them. */
    [data-initials]::before {
      content: attr(data-initials) / '';
    }

    [part='name'] {
      font-weight: 600;
    }

    [part='resources'] {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.5em;
    }

    [part='resources'] a {
      display: inline-block;
      min-height: 24px;
    }

    [part='badge'] {
      flex: none;
      padding-inline: 0.6em;
      outline: 1px solid var(--as-accent, currentcolor);
      border-radius: var(--as-radius, 0.25em);
      font-size: 0.85em;
    }
  `,
];
