/** They bring no types; `pouch.ts` has those of what is used. */
declare module 'pouchdb-adapter-http';
declare module 'pouchdb-adapter-idb';
declare module 'pouchdb-core';
declare module 'pouchdb-replication';
