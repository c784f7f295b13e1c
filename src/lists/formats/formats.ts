/** The door to the formats other tools read and write, loaded only where lists are taken out or brought in. */
export {ListsError, type ListsErrorReason} from './lists-error.js';
export {readLists, type ReadLists} from './read-lists.js';
export {toInstapaper, toMarkdown, toNetscape, toRaindrop} from './write-lists.js';

/** An article in a list, as other tools can carry it. Texts are plain words, as `toText` makes them; '' is unknown. */
export interface ExportedItem {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
  readonly author: string;
  readonly site: string;
  readonly language: string;
  readonly image: string;
  /** ISO date or date-time. */
  readonly published: string;
  /** ISO date-time. */
  readonly saved: string;
  readonly isRead: boolean;
}

export interface ExportedList {
  readonly name: string;
  readonly items: readonly ExportedItem[];
}
