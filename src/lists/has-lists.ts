/** The name of the database, and of the channel on which tabs tell each other of changes. */
export const databaseName = 'article-series-lists';

/** Whether a database is there; `undefined` where the browser cannot say. Asking creates nothing. */
export async function hasDatabase(name: string): Promise<boolean | undefined> {
  // Where nothing is kept (a sandbox), Chromium throws and also leaves a promise that is rejected.
  if (globalThis.origin === 'null') return undefined;
  try {
    return (await indexedDB.databases()).some((database) => database.name === name);
  } catch {
    return undefined;
  }
}

/** Whether the reader is known to have lists on this site already. */
export const hasLists = async (): Promise<boolean> => (await hasDatabase(databaseName)) === true;
