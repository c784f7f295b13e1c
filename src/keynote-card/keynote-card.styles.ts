import {css} from '../internal/css.js';
import {talkStyles} from '../talk/talk.styles.js';

export const styles = [
  talkStyles,
  css`
    article {
      container-type: inline-size;
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

      .beside > :nth-child(1 of [part='media']) {
        grid-area: 1 / 2 / span 99;
      }
    }
  `,
];
