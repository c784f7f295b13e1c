import {FeedError, parseFeed} from './parse-feed.js';

/** A feed longer than this is refused, in bytes. */
const maxBytes = 2_000_000;
/** A feed that is not there after this is given up, in milliseconds; once, then it is asked for again. */
const timeout = 10_000;
/** The wait before the second and last try, in milliseconds; a random part keeps readers from coming all at once. */
const pause = (): number => 300 + Math.random() * 700;

interface Load<T> {
  readonly data: Promise<T>;
  readonly abort: AbortController;
  users: number;
}

/** Loads a file that holds one kind of data. */
type Loader<T> = (url: string, signal: AbortSignal) => Promise<T>;

/**
 * Makes a loader. Elements that ask it for the same address share one request, which is given up when the last of them is
 * gone. A failure is not kept. The address must have passed `safeUrl`; the signal says that this user is gone.
 *
 * @param parse reads the text of a file at an address; throws FeedError
 * @returns a function that throws FeedError, or the signal's reason
 */
export function loader<T>(parse: (text: string, url: string) => T): Loader<T> {
  const loads = new Map<string, Load<T>>();

  const start = (url: string): Load<T> => {
    const abort = new AbortController();
    const data = request(url, abort.signal).then(({text, address}) => parse(text, address));
    data.catch(() => loads.delete(url));
    const load = {data, abort, users: 0};
    loads.set(url, load);
    return load;
  };

  return async (url, signal) => {
    signal.throwIfAborted();
    const load = loads.get(url) ?? start(url);
    load.users += 1;
    return new Promise<T>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        load.users -= 1;
        if (load.users === 0) {
          if (loads.get(url) === load) loads.delete(url);
          load.abort.abort();
        }
        reject(signal.reason as Error);
      });
      load.data.then(resolve, reject);
    });
  };
}

/** Loads a JSON Feed, RSS or Atom file. */
export const loadFeed = loader(parseFeed);

interface Answer {
  readonly text: string;
  /** Where it came from in the end. */
  readonly address: string;
}

async function request(url: string, signal: AbortSignal): Promise<Answer> {
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

async function requestOnce(url: string, gone: AbortSignal): Promise<Answer> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeout);
  const stop = (): void => late.abort();
  gone.addEventListener('abort', stop);
  try {
    // `same-origin`: a feed on another origin never gets the reader's cookies.
    const response = await fetch(url, {signal: late.signal, credentials: 'same-origin'});
    if (!response.ok) throw new FeedError(response.status >= 500 ? 'server' : 'status');
    return {text: await readText(response), address: response.url || url};
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
      throw new FeedError('too-large');
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
