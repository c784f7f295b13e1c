export type {FeedErrorReason} from './feed/feed.js';
export {registerLocale, type Dictionary} from './locale/locale.js';
export {seriesJsonLd, type SeriesJsonLd} from './series-navigator/series-navigator.data.js';
export {SeriesErrorEvent, SeriesLoadEvent} from './series-navigator/series-navigator.events.js';
export {SeriesNavigator} from './series-navigator/series-navigator.js';
export type {SeriesPart} from './series-navigator/series-navigator.reader.js';
