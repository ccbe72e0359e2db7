import { GraphQLError, type ExecutionResult } from 'graphql';

import { requestError } from '../../platform/errors.js';

/**
 * The answer with a client's code for what graphql-js takes for valid and the federation library does not: the document
 * is wrong, not the server. It throws or answers such an error before it asks any subgraph.
 */
export function withClientCodes<Result extends ExecutionResult>(answer: Result): Result {
  return answer.data == null && answer.errors?.some(isInvalidGraphQL)
    ? { ...answer, errors: answer.errors.map((error) => (isInvalidGraphQL(error) ? invalidOperation(error) : error)) }
    : answer;
}

/** The same for an error that was thrown; throws any other again. */
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
