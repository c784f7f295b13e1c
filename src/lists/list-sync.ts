/** An engine that keeps lists the same on several devices, as far as elements show it: `sync/couchdb.js` makes one. */
export interface ListSync {
  readonly status: 'error' | 'idle' | 'needs-login' | 'offline' | 'synced' | 'syncing';
  /** Calls a function with each new status, until what is returned is called. */
  subscribe(listener: () => void): () => void;
}

/** What a script sets as an engine, if it can be one. */
export function toSync(value: unknown): ListSync | undefined {
  try {
    return typeof (value as ListSync).subscribe === 'function' ? (value as ListSync) : undefined;
  } catch {
    return undefined;
  }
}
