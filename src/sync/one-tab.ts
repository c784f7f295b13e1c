/** The tabs of this site that want the same work done. */
export interface Tabs<Status extends string> {
  /** Tells the others how it goes. */
  tell(status: Status): void;
  /** Resolves after some time, or once it is worth trying again: another tab has come, or the network is back. */
  called(milliseconds?: number): Promise<void>;
}

const hello = 'hello';

/**
 * Does work in one of the tabs that want it, until it is stopped; when that tab goes, in the next. Where the browser has
 * no Web Locks (without https) each tab does it.
 */
export async function oneTab<Status extends string>(
  name: string,
  signal: AbortSignal,
  onStatus: (status: Status) => void,
  work: (tabs: Tabs<Status>) => Promise<void>,
): Promise<void> {
  const channel = openChannel(name);
  const calls = new EventTarget();
  const call = (): boolean => calls.dispatchEvent(new Event('call'));
  let status: Status | undefined;
  const tabs: Tabs<Status> = {
    tell: (next) => channel?.postMessage((status = next)),
    called: (milliseconds) =>
      new Promise((resolve) => {
        const timer = milliseconds === undefined ? undefined : setTimeout(call, milliseconds);
        const done = (): void => {
          clearTimeout(timer);
          resolve();
        };
        calls.addEventListener('call', done, {once: true});
        if (signal.aborted) call();
      }),
  };
  let isOurs = false;
  const lead = (): Promise<void> => {
    isOurs = true;
    return work(tabs);
  };
  if (channel) {
    channel.onmessage = ({data}: MessageEvent<Status | typeof hello>) => {
      if (data !== hello) {
        if (!isOurs) onStatus(data);
      } else if (isOurs && status) {
        channel.postMessage(status);
        call();
      }
    };
    channel.postMessage(hello);
  }
  signal.addEventListener('abort', call);
  globalThis.addEventListener('online', call);
  try {
    const locks = navigator.locks as LockManager | undefined;
    await (locks ? locks.request(name, {signal}, lead) : lead());
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    globalThis.removeEventListener('online', call);
    channel?.close();
  }
}

/** Firefox throws where site data is blocked. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
