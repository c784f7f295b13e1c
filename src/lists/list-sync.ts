/** An engine that keeps lists the same on several devices, as far as elements show it: `sync/couchdb.js` makes one. */
export interface ListSync {
  readonly status: 'error' | 'idle' | 'needs-login' | 'offline' | 'synced' | 'syncing';
  /** Calls a function with each new status, until what is returned is called. */
  subscribe(listener: () => void): () => void;
}
