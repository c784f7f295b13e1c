/**
 * Why a file of lists could not be read:
 * `too-large` (more than 10 MB), `json` (a backup is read elsewhere), `unknown` (neither bookmarks nor a CSV whose first
 * line names a `url`), `cut-off` (a CSV that ends within quotes), `empty` (nothing in it has a web address).
 */
export type ListsErrorReason = 'cut-off' | 'empty' | 'json' | 'too-large' | 'unknown';

export class ListsError extends Error {
  constructor(readonly reason: ListsErrorReason) {
    super(reason);
  }
}
