import { GraphQLError, type ExecutionResult } from 'graphql';

import { requestError } from '../../platform/errors.js';

/**
 * The answer to what graphql-js takes for valid and the federation library does not, with a client's code: the document
 * is wrong, not the server. Throws any other error again.
 */
export function invalidOperationAnswer(error: unknown): ExecutionResult<never, never> {
  if (!(error instanceof GraphQLError && isInvalidGraphQL(error))) {
    throw error;
  }
  return { errors: [invalidOperation(error)] };
}

const isInvalidGraphQL = ({ extensions }: GraphQLError): boolean =>
  extensions['code'] === 'INVALID_GRAPHQL' && extensions['serviceName'] === undefined;

function invalidOperation({ message, nodes }: GraphQLError): GraphQLError {
  return requestError('GRAPHQL_VALIDATION_FAILED', message, { nodes: nodes ?? null });
}
