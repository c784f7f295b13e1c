import type {FeedErrorReason} from './parse-feed.js';

/** How to mend what stands in the way of a feed: the end of a sentence that begins with its address. */
export const mends: Readonly<Record<FeedErrorReason, string>> = {
  address: 'is not an http(s) address.',
  empty: 'has no item with an address.',
  network: 'cannot be reached. On another origin it needs the header Access-Control-Allow-Origin.',
  'not-a-feed': 'is neither JSON Feed nor RSS nor Atom.',
  'page-missing': 'does not name this page. Let it hold the whole series, or correct the canonical link of the page.',
  server: 'is answered with a server error.',
  status: 'is not there, or not for every reader.',
  timeout: 'takes longer than 10 seconds.',
  'too-large': 'is larger than 2 MB. Leave the articles themselves out of it.',
};
