/** What is used of PouchDB 9. https://pouchdb.com/api.html */
export interface Doc {
  readonly _id: string;
  readonly _rev?: string;
  /** Revisions that lost, where several were written apart. */
  readonly _conflicts?: readonly string[];
  readonly [field: string]: unknown;
}

export interface Feed {
  on(event: string, listener: (value: never) => void): this;
  cancel(): void;
}

export interface Database {
  allDocs(options: object): Promise<{readonly rows: readonly {readonly doc?: Doc | null}[]}>;
  bulkDocs(docs: readonly object[]): Promise<readonly {readonly status?: number; readonly error?: unknown}[]>;
  get(id: string, options?: object): Promise<Doc>;
  put(doc: object): Promise<unknown>;
  changes(options: object): Feed;
  readonly replicate: Readonly<Record<'from' | 'to', (other: Database, options: object) => Feed>>;
  close(): Promise<void>;
  destroy(): Promise<void>;
}

export interface Pouch {
  new (name: string, options: object): Database;
  readonly prototype: unknown;
  plugin(plugin: unknown): Pouch;
}

/** PouchDB with no more of it than a sync needs. */
export async function loadPouch(): Promise<Pouch> {
  const [{default: pouch}, idb, http, replication] = (await Promise.all([
    import('pouchdb-core'),
    import('pouchdb-adapter-idb'),
    import('pouchdb-adapter-http'),
    import('pouchdb-replication'),
  ])) as [{default: Pouch}, ...{default: unknown}[]];
  // It throws where it is there already, from us or from the page.
  const plugins = 'replicate' in (pouch.prototype as object) ? [idb, http] : [idb, http, replication];
  return plugins.reduce((each, plugin) => each.plugin(plugin!.default), pouch);
}
