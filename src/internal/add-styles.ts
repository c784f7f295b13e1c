import type {CSSResult} from 'lit';
import {isInOurDocument} from './article-element.js';

/** Adds a sheet to those that a root has, where it may have it. */
export function addStyles(root: ShadowRoot, {styleSheet}: CSSResult): void {
  const sheets = root.adoptedStyleSheets;
  if (styleSheet && isInOurDocument(root) && !sheets.includes(styleSheet)) sheets.push(styleSheet);
}
