import {css} from '../internal/css.js';

export const viewStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  input,
  select,
  button {
    min-height: 24px;
    max-width: 100%;
    box-sizing: border-box;
    font: inherit;
  }

  /* Empty, it takes no room, but is there: screen readers hear what comes into a region that they know. */
  p:empty,
  [part='message']:has(> :only-child:empty) {
    position: absolute;
  }

  [role='alert'] {
    font-weight: bold;
  }

  h2:focus-visible {
    outline: none;
  }

  [part='lists'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    max-height: 12em;
    margin-block: 1em;
    padding: 3px;
    overflow: auto;
  }

  [part='lists'] button {
    padding: 0.25em 0.75em;
    border: 1px solid var(--as-border, currentcolor);
    border-radius: var(--as-radius, 0.25em);
    background: none;
    color: inherit;
    overflow-wrap: anywhere;
  }

  [part='lists'] [aria-current] {
    font-weight: bold;
    outline: 2px solid;
  }

  [part='item'] {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--as-border, currentcolor);
    overflow-wrap: anywhere;
  }

  .read {
    font-style: italic;
  }

  .facts {
    font-size: 0.85em;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }

  .row label,
  summary {
    min-width: 24px;
    min-height: 24px;
  }

  .question {
    padding: 1em;
    border: 2px solid;
    border-radius: var(--as-radius, 0.25em);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    border: 1px solid var(--as-border, currentcolor);
  }

  [part='keep'] {
    margin-block-start: 2em;
  }

  @media print {
    button,
    label,
    details,
    search {
      display: none;
    }
  }
`;
