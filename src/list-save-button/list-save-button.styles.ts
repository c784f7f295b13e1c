import {css} from '../internal/css.js';
import {sharedStyles} from '../internal/styles.js';

export const styles = [
  sharedStyles,
  css`
    :host {
      display: inline-block;
    }

    button {
      min-height: 24px;
      font: inherit;
    }
  `,
];
