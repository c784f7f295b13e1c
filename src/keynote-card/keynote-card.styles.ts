import {css} from '../internal/css.js';
import {talkStyles} from '../talk/talk.styles.js';

export const styles = [
  talkStyles,
  css`
    /* A container has no width of its own, which a float or an item of a row needs. */
    article:has(.beside) {
      container-type: inline-size;
      contain-intrinsic-inline-size: 15rem;
    }

    [part='quote'] {
      font-size: 1.15em;
    }

    /* A picture stands beside the words where there is room. */
    @container (inline-size > 40rem) {
      .beside {
        display: grid;
        grid-template-columns: 3fr 2fr;
        column-gap: var(--as-space, 1.5em);
      }

      .beside > * {
        grid-column: 1;
      }

      .beside > [part='media']:not([part='media'] ~ *) {
        grid-area: 1 / 2 / span 99;
      }
    }
  `,
];
