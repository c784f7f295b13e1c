/** The door to feeds, loaded only by the elements whose author names one. */
export {loadFeed} from './load-feed.js';
export {inOrder, type FeedOrder} from './order.js';
export {FeedError, parseFeed, type Feed, type FeedErrorReason, type FeedItem} from './parse-feed.js';
