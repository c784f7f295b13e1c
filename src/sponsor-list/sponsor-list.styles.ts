import {css} from '../internal/css.js';
import {sharedStyles} from '../internal/styles.js';

export const styles = [
  sharedStyles,
  css`
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1.5em;
      margin-block: 1em;
      padding: 0;
      list-style: none;
    }

    /* With logos it is a wall, and the first of several tiers is a little larger. */
    .wall {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(9em, 100%), 1fr));
      gap: 1em;
      text-align: center;
    }

    .wall:first-of-type:not(:last-of-type) {
      grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr));
    }

    li {
      min-width: 0;
      min-height: 24px;
      overflow-wrap: anywhere;
    }

    .wall :is(a, [part]:not([part='logo'], .tile)) {
      display: block;
    }

    /* The author's own dash, which a wall has no need of. */
    :not(.wall) > li > span:not(:empty)::before {
      content: '— ';
    }

    [part='logo'],
    .tile {
      display: grid;
      place-content: center;
      height: 4.4em;
      border-radius: var(--as-radius, 0.25em);
    }

    .tile {
      height: auto;
      min-height: 4.4em;
      outline: 1px solid var(--as-border, currentcolor);
      outline-offset: -1px;
    }

    /* A logo stands on what it was drawn for: on a light plate where the page's text is light, and the other way round. */
    [part='logo'] {
      padding: 0.5em;
      box-sizing: border-box;
      background: light-dark(transparent, #fff);
      background: oklch(from currentcolor 0.96 0 0 / clamp(0, (l - 0.6) * 99, 1));
    }

    img,
    svg {
      width: auto;
      max-width: 100%;
      height: auto;
      max-height: 3.4em;
      object-fit: contain;
    }

    svg {
      color: #222;
      height: 3.4em;
    }

    [part='disclosure'] {
      display: block;
    }

    [part='note'],
    [part='relation'],
    [part='disclosure'] {
      font-size: 0.85em;
    }

    @media (prefers-color-scheme: dark) {
      [part='logo']:has(source[media*='dark']) {
        background: oklch(from currentcolor 0.2 0 0 / clamp(0, (0.6 - l) * 99, 1));
      }
    }

    @media (forced-colors: active) {
      [part='logo'] {
        background: #fff;
        forced-color-adjust: none;
      }
    }
  `,
];
