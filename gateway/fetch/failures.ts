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

/** What a fetch fails with when its time is over. */
export function fetchTimeout(): SubgraphFailure {
  return new SubgraphFailure('SUBGRAPH_TIMEOUT', 'it took longer than a fetch may');
}

/** A data source whose failures are errors in its answer, so that they tell which subgraph failed, how and where. */
export function answeringFailures(source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: async (options) => {
      try {
        return withPaths(await source.process(options));
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

/** An error that names no place is of the whole fetch. */
function withPaths(answer: SubgraphAnswer): SubgraphAnswer {
  return answer.errors
    ? { ...answer, errors: answer.errors.map((error) => (error.path ? error : { ...error, path: [] })) }
    : answer;
}
