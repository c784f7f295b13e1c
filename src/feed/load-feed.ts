import {FeedError, parseFeed, type Feed} from './parse-feed.js';

/** A feed longer than this is refused, in bytes. */
export const maxBytes = 2_000_000;
/** A feed that is not there after this is given up, in milliseconds; once, then it is asked for again. */
export const timeout = 10_000;
/** The wait before the second and last try, in milliseconds; a random part keeps readers from coming all at once. */
const pause = (): number => 300 + Math.random() * 700;

interface Load {
  readonly feed: Promise<Feed>;
  readonly abort: AbortController;
  users: number;
}

const loads = new Map<string, Load>();

/**
 * Loads a JSON Feed, RSS or Atom file. Elements that ask for the same address share one request, which is given up
 * when the last of them is gone. A failure is not kept.
 *
 * @param url an address that passed `safeUrl`
 * @param signal says that this user is gone
 * @throws FeedError, or the signal's reason
 */
export async function loadFeed(url: string, signal: AbortSignal): Promise<Feed> {
  signal.throwIfAborted();
  const load = loads.get(url) ?? start(url);
  load.users += 1;
  return new Promise<Feed>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      load.users -= 1;
      if (load.users === 0) {
        if (loads.get(url) === load) loads.delete(url);
        load.abort.abort();
      }
      reject(signal.reason as Error);
    });
    load.feed.then(resolve, reject);
  });
}

function start(url: string): Load {
  const abort = new AbortController();
  const feed = request(url, abort.signal);
  feed.catch(() => loads.delete(url));
  const load = {feed, abort, users: 0};
  loads.set(url, load);
  return load;
}

async function request(url: string, signal: AbortSignal): Promise<Feed> {
  try {
    return await requestOnce(url, signal);
  } catch (error) {
    const again =
      error instanceof FeedError &&
      (error.reason === 'network' || error.reason === 'timeout' || error.reason === 'server');
    if (!again || signal.aborted) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, pause()));
  signal.throwIfAborted();
  return requestOnce(url, signal);
}

async function requestOnce(url: string, gone: AbortSignal): Promise<Feed> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  const stop = (): void => late.abort();
  gone.addEventListener('abort', stop);
  try {
    // `same-origin`: a feed on another origin never gets the reader's cookies.
    const response = await fetch(url, {signal: late.signal, credentials: 'same-origin'});
    if (!response.ok) throw new FeedError(response.status >= 500 ? 'server' : 'status', `status ${response.status}`);
    return parseFeed(await readText(response), response.url || url);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    throw new FeedError(late.signal.aborted && !gone.aborted ? 'timeout' : 'network');
  } finally {
    clearTimeout(timer);
    gone.removeEventListener('abort', stop);
  }
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const charset = /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
  const decoder = decoderFor(charset);
  let bytes = 0;
  let text = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new FeedError('too-large', `more than ${maxBytes} bytes`);
    }
    text += decoder.decode(value, {stream: true});
  }
}

function decoderFor(charset = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
