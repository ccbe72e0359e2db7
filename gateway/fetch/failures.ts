import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { ErrorCode } from '../../platform/errors.js';

/** What a subgraph answers to one fetch. */
export type SubgraphAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

type FailureCode = Extract<ErrorCode, `SUBGRAPH_${string}`>;

/** Why a fetch has no answer. The message is for the log; clients see the code. */
export class SubgraphFailure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The end of an operation before its answer: its time is over, or the client is gone. */
export class OperationEnded extends SubgraphFailure {
  constructor(reason: string) {
    super('SUBGRAPH_TIMEOUT', reason);
  }
}

/** Whether an error is of a fetch that nobody waited for any more. */
export function isOfEndedOperation(error: unknown): boolean {
  return (
    error instanceof OperationEnded ||
    (error instanceof GraphQLError && isOfEndedOperation(error.originalError ?? null))
  );
}

/** What a fetch fails with when its time is over. */
export function fetchTimeout(): SubgraphFailure {
  return new SubgraphFailure('SUBGRAPH_TIMEOUT', 'it took longer than a fetch may');
}

/** A data source whose failures are errors in its answer, so that they tell which subgraph failed, how and where. */
export function answeringFailures(source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: async (options) => {
      try {
        return withUsableErrors(await source.process(options));
      } catch (error) {
        const code: FailureCode = error instanceof SubgraphFailure ? error.code : 'SUBGRAPH_UNAVAILABLE';
        const failure = new GraphQLError(String(error), {
          path: [],
          extensions: { code },
          originalError: error as Error,
        });
        return { data: null, errors: [failure as GraphQLFormattedError] };
      }
    },
  };
}

/**
 * Errors as the gateway can pass them on: one that names no place is of the whole fetch, a code is a word and not the
 * name of something that every object has, and the status of the answer to the client is none of a subgraph's business.
 */
function withUsableErrors(answer: SubgraphAnswer): SubgraphAnswer {
  return answer.errors ? { ...answer, errors: answer.errors.map(usableError) } : answer;
}

function usableError(error: GraphQLFormattedError): GraphQLFormattedError {
  const { path, extensions } = error;
  const code = extensions?.['code'];
  const isWord = code === undefined || (typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code));
  if (isWord && extensions?.['http'] === undefined) {
    return path ? error : { ...error, path: [] };
  }
  const usableCode = isWord ? code : ('SUBGRAPH_ERROR' satisfies FailureCode);
  return { path: [], ...error, extensions: { ...extensions, code: usableCode, http: undefined } };
}
