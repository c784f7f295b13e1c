import type {Article} from '../lists/lists.js';

/** `add` to a list, or `remove` from it. */
export type ListAction = 'add' | 'remove';

/** A reader is about to add to a list or remove from it. Bubbles, crosses shadow roots, and can be cancelled. */
export class ListSaveEvent extends Event {
  static readonly type = 'list-save';
  constructor(
    readonly action: ListAction,
    readonly articles: readonly Article[],
    readonly list: string,
  ) {
    super(ListSaveEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** A reader has added to a list or removed from it, and that is kept. Bubbles and crosses shadow roots. */
export class ListChangeEvent extends Event {
  static readonly type = 'list-change';
  constructor(
    readonly action: ListAction,
    readonly articles: readonly Article[],
    readonly list: string,
  ) {
    super(ListChangeEvent.type, {bubbles: true, composed: true});
  }
}
