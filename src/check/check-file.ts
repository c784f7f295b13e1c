import {tokensOf} from '../feed/html-tokens.js';
import {ownTags} from '../feed/to-feed-html.js';
import {feedItems, lineIn} from './feed-items.js';
import {lostWords} from './lost-words.js';
import {faultsOf} from './markup.js';

export interface Finding {
  /** Of the file, the first being 1. */
  readonly line: number;
  /** What is wrong, and how to mend it. */
  readonly message: string;
}

/**
 * What readers of a feed (RSS, Atom, JSON Feed) or of a page (HTML) would lose, in the order of the file. Of a page only
 * the markup is judged, as no feed reader has it.
 */
export function checkFile(text: string): readonly Finding[] {
  const tags = new Map(ownTags.map((tag) => [tag, tag]));
  let items;
  try {
    items = feedItems(text);
  } catch (error) {
    return [{line: 1, message: `This is no JSON: ${(error as Error).message}. Check the template that writes it.`}];
  }
  const contents = items ?? [{html: text, lineOf: (offset: number) => lineIn(text, offset)}];
  return contents
    .flatMap((content) => {
      const tokens = tokensOf(content.html);
      return [...faultsOf(content, tokens, tags), ...(items ? lostWords(content, tokens, tags) : [])];
    })
    .sort((a, b) => a.line - b.line);
}
