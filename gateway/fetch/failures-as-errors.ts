import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';

import { codedError } from '../../platform/errors.js';
import { SubgraphFailure, type FailureCode } from '../request/failures.js';
import type { SubgraphAnswer } from './subgraph-answer.js';

/** A data source that answers with an error instead of throwing, so that the error names the subgraph and the path. */
export function failuresAsErrors(source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: async (options) => {
      try {
        return withUsableErrors(await source.process(options));
      } catch (error) {
        const code: FailureCode = error instanceof SubgraphFailure ? error.code : 'SUBGRAPH_UNAVAILABLE';
        const failure = codedError(code, String(error), { path: [], originalError: error as Error });
        return { data: null, errors: [failure as GraphQLFormattedError] };
      }
    },
  };
}

/**
 * Errors that the gateway can pass on: one without a path is of the whole fetch, a code is a word and not the name of
 * a property that every object has, and a subgraph does not set the status of the response to the client.
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
