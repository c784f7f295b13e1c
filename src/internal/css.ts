import {unsafeCSS, type CSSResult} from 'lit';

/**
 * Lit's `css` without values in it, and so without the code that checks them. Styles stand elsewhere, because the build
 * leaves them as they are where `unsafeCSS` is named.
 */
export const css = ({raw: [text]}: TemplateStringsArray): CSSResult => unsafeCSS(text);
