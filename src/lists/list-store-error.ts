/**
 * Why lists could not be read or written:
 * `blocked` (the browser refuses storage to this page), `full` (no room left), `newer` (a newer version of this library
 * has the database), `corrupt` (no copy of lists), `unknown`. Nothing that was kept before is lost with any of them.
 */
export type ListStoreErrorCode = 'blocked' | 'corrupt' | 'full' | 'newer' | 'unknown';

export class ListStoreError extends Error {
  constructor(
    readonly code: ListStoreErrorCode,
    cause?: unknown,
  ) {
    super(code, {cause});
  }
}
