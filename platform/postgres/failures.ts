import type { GraphQLError } from 'graphql';

import { codedError, UserError } from '../errors.js';

/** The code of an error of the server, of a socket, or of TLS; undefined where it has none. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

/** Codes of a server that stops, starts or refuses connections, and of a connection that it cannot have or keep. */
const lostCodes = /^(08...|57P0[1-5]|53300|ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|EAI_AGAIN|ENOTFOUND|ENOENT)$/;

/** Codes of a connection that TLS refuses. */
const tlsCodes = /^(ERR_(SSL|TLS|OSSL)_\w+|\w*CERT\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/;

/** Messages of `pg` and `pg-pool`, without a code, of a connection that cannot be made. */
const refusedMessages =
  /^(The server does not support SSL|There was an error establishing an SSL|SASL: |timeout exceeded when trying to connect|Cannot use a pool after calling end)/;

/** Messages of `pg` and `pg-pool` that have no code. */
const lostMessages =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired)/;

/** A connection that leads to another server than the earlier ones did, such as to a standby: a switchover is under way. */
export class WrongServerError extends Error {}

/** Whether the connection was lost or not made, so that a read may succeed on another one. */
export function isLostConnection(error: unknown): boolean {
  return (
    error instanceof WrongServerError ||
    lostCodes.test(codeOf(error) ?? '') ||
    // A read on a standby was in the way of its recovery.
    codeOf(error) === '40001' ||
    (error instanceof Error && lostMessages.test(error.message))
  );
}

/** Whether no connection could be made, for a reason that another try does not change: of the system, of TLS, of the login. */
function isNoConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    ('syscall' in error || tlsCodes.test(codeOf(error) ?? '') || refusedMessages.test(error.message))
  );
}

/** Whether a statement was ended at its timeout, or one for locks. */
export function isTimeout(error: unknown): boolean {
  return ['57014', '55P03'].includes(codeOf(error) ?? '');
}

/**
 * Codes of a database that cannot be used: the server does not accept the user (28, 42501), the database, its schema or a
 * table is gone (3D, 3F, 42P01), the server is out of memory, space or connections (53), is being ended (57P), cannot
 * read its files (58), or finds them damaged (XX).
 */
const unusableCodes = /^((28|3D|3F|53|58|XX)...|57P..|42501|42P01)$/;

/** What a failed read is to clients of the graph: unavailable, timed out, or an error of the statement as it is. */
export function asReadFailure(error: unknown): unknown {
  const cause = error as Error;
  if (isTimeout(error)) {
    return timedOut(cause);
  }
  if (isLostConnection(error) || isNoConnection(error) || unusableCodes.test(codeOf(error) ?? '')) {
    return codedError('SUBGRAPH_UNAVAILABLE', `The database cannot be used: ${cause.message}`, {
      originalError: cause,
    });
  }
  return error;
}

/** The error of a read that took too long. */
export function timedOut(cause?: Error): GraphQLError {
  return codedError('SUBGRAPH_TIMEOUT', 'The database did not answer in time.', cause ? { originalError: cause } : {});
}

/** A `UserError` for a write that the role or the server does not allow; null for other errors. */
export function asWriteRefusal(error: unknown): UserError | null {
  if (codeOf(error) === '25006') {
    return new UserError('DATABASE_URL leads to a database that is read-only, such as a standby.', { cause: error });
  }
  return codeOf(error) === '42501'
    ? new UserError(`The user of DATABASE_URL lacks a right: ${(error as Error).message}.`, { cause: error })
    : null;
}
