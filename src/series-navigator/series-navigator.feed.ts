import {FeedError, inOrder, loadFeed, mends} from '../feed/feed.js';
import {hint} from '../internal/hint.js';
import {safeUrl} from '../internal/safe-url.js';
import {SeriesErrorEvent, SeriesLoadEvent} from './series-navigator.events.js';
import type {SeriesNavigator} from './series-navigator.js';
import {GivenParts} from './series-navigator.reader.js';

export interface SeriesFeed {
  readonly name: string;
  readonly parts: GivenParts;
}

/**
 * Loads the parts a navigator's `src` names, shows them and says so; or says, also on the console, why the list on the
 * page stays.
 *
 * @param isUsable whether these parts hold the page, if the list on the page does
 */
export async function loadSeries(
  navigator: SeriesNavigator,
  signal: AbortSignal,
  isUsable: (parts: GivenParts) => boolean,
  show: (feed: SeriesFeed) => void,
): Promise<void> {
  const {order, baseURI} = navigator;
  // A property may be given anything.
  const src = typeof navigator.src === 'string' ? navigator.src : '';
  try {
    const url = safeUrl(src, baseURI);
    if (!url) throw new FeedError('address');
    const feed = await loadFeed(url, signal);
    const parts = new GivenParts(inOrder(feed.items, order), url);
    // A feed cut short (most hold the last ten posts) must not take its place in the series from the page.
    if (!isUsable(parts)) throw new FeedError('page-missing');
    if (signal.aborted) return;
    show({name: feed.title, parts});
    await navigator.updateComplete;
    navigator.origin.dispatchEvent(new SeriesLoadEvent(parts.all));
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof FeedError ? error.reason : 'network';
    hint(navigator, `keeps the list on the page: its src "${src}" ${mends[reason]}`);
    navigator.origin.dispatchEvent(new SeriesErrorEvent(reason, src));
  }
}
