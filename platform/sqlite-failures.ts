import { codedError } from './errors.js';

/**
 * Primary result codes of a database that cannot be used: no access (PERM, READONLY, AUTH), busy (BUSY, LOCKED, PROTOCOL), out
 * of memory or space (NOMEM, FULL), not readable (IOERR, CANTOPEN, NOLFS), damaged (CORRUPT, NOTADB).
 */
const unusable = new Set([3, 8, 23, 5, 6, 15, 7, 13, 10, 14, 22, 11, 26]);

/** What a failed read is to clients of the graph: unavailable, or an error of the statement as it is. */
export function asSqliteReadFailure(error: unknown): unknown {
  const { errcode, message } = error as { readonly errcode?: unknown; readonly message?: string };
  // Extended codes have the primary one in their last byte.
  if (typeof errcode === 'number' && (unusable.has(errcode & 0xff) || message?.startsWith('no such table') === true)) {
    return codedError('SUBGRAPH_UNAVAILABLE', `The database cannot be used: ${message}`, {
      originalError: error as Error,
    });
  }
  return error;
}
