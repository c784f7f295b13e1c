import type {FeedErrorReason} from '../feed/feed.js';
import type {SeriesPart} from './series-navigator.reader.js';

/** Fired by `<series-navigator>` when the parts of its `src` are shown. Does not bubble. */
export class SeriesLoadEvent extends Event {
  static readonly type = 'series-load';
  constructor(readonly parts: readonly SeriesPart[]) {
    super(SeriesLoadEvent.type);
  }
}

/** Fired by `<series-navigator>` when its `src` cannot be used and the list on the page stays. Does not bubble. */
export class SeriesErrorEvent extends Event {
  static readonly type = 'series-error';
  constructor(
    readonly reason: FeedErrorReason,
    readonly src: string,
  ) {
    super(SeriesErrorEvent.type);
  }
}
