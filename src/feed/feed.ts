/** The door to feeds and other files of data, loaded only by the elements whose author names one. */
export {loader, loadFeed} from './load-feed.js';
export {mends} from './mends.js';
export {inOrder} from './order.js';
export {FeedError, maxItems, parseFeed, type FeedErrorReason} from './parse-feed.js';
