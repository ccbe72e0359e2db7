import { GraphQLError } from 'graphql';

import type { ErrorCode } from '../../platform/errors.js';

/** The code of a failed fetch. */
export type FailureCode = Extract<ErrorCode, `SUBGRAPH_${string}`>;

/** Why a fetch failed. The message is for the log; clients see the code. */
export class SubgraphFailure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The end of an operation before its answer: it timed out, or its client disconnected. */
export class OperationEnded extends SubgraphFailure {
  constructor(reason: string) {
    super('SUBGRAPH_TIMEOUT', reason);
  }
}

/** Whether an error comes from the end of its operation, so that nobody waits for an answer. */
export function isOfEndedOperation(error: unknown): boolean {
  return (
    error instanceof OperationEnded ||
    (error instanceof GraphQLError && isOfEndedOperation(error.originalError ?? null))
  );
}
