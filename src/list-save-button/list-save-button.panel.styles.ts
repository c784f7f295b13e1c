import {css} from '../internal/css.js';

export const panelStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(24em, 100%);
    max-height: 90vh;
    padding: 0;
    overflow: auto;
    border: 1px solid var(--as-border, currentcolor);
    border-radius: var(--as-radius, 0.25em);
    background: var(--as-surface, Canvas);
    color: CanvasText;
    font-size: 1rem;
    text-align: start;
    overflow-wrap: anywhere;
  }

  dialog > div {
    display: grid;
    gap: 0.75em;
    padding: 1em;
  }

  /* A sheet at the lower edge, in reach of a thumb. */
  @media (max-width: 30em) {
    dialog {
      width: 100%;
      max-width: 100%;
      margin-block-end: 0;
      border-radius: 0.75em 0.75em 0 0;
    }
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.2em;
  }

  h2:focus-visible {
    outline: none;
  }

  /* Empty, it takes no room, but is there: screen readers hear what comes into a region that they know. */
  p:not([role], .note):has(> :only-child:empty),
  p:empty {
    position: absolute;
  }

  fieldset {
    display: grid;
    max-height: 40vh;
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 0;
  }

  fieldset label {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    padding-block: 0.4em;
  }

  small {
    margin-inline-start: auto;
    white-space: nowrap;
  }

  input {
    font: inherit;
  }

  input:not([type='checkbox']) {
    box-sizing: border-box;
    width: 100%;
    min-height: 2em;
  }

  form {
    display: grid;
    gap: 0.5em;
  }

  [role='alert'] {
    font-weight: bold;
  }

  .note {
    font-size: 0.85em;
  }

  dialog button {
    min-height: 2.2em;
  }
`;
