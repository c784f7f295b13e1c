import {policy} from './trusted-types.js';

/** A document of foreign markup in which nothing runs or loads. */
export function parseInert(text: string, type: DOMParserSupportedType): Document {
  return new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, type);
}
