import type { GraphQLFormattedError } from 'graphql';

import { errorCodes, type ErrorCode } from '../platform/errors.js';
import { currentRequest } from '../platform/request-record.js';

/** Codes of faults that the client can mend: their messages say how, and name nothing inside. */
export const clientCodes: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT' satisfies ErrorCode,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
]);

/** An error as a client may see it. What is not the client's fault is told by its code alone; the log has the rest. */
export function clientError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { message, path, locations, extensions } = formatted;
  const place = { ...(path ? { path: pathOfAll(path) } : {}), ...(locations ? { locations } : {}) };
  if (clientCodes.has(extensions?.['code'])) {
    const { code, argument, candidates } = extensions as { code: string; argument?: string; candidates?: object };
    const told = {
      ...(argument === undefined ? {} : { argument }),
      ...(candidates === undefined ? {} : { candidates }),
    };
    return { message, ...place, extensions: { code, ...told } };
  }
  const requestId = currentRequest()?.id;
  const subgraph = extensions?.['serviceName'];
  const code: ErrorCode = typeof subgraph === 'string' ? 'SUBGRAPH_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
  return typeof subgraph === 'string'
    ? {
        message: `The ${subgraph} subgraph did not answer. Its fields are null.`,
        ...place,
        extensions: { code, subgraph, requestId },
      }
    : { message: errorCodes[code], ...place, extensions: { code, requestId } };
}

/** The gateway writes "@" for every item of a list; a path ends before it, at the list. */
function pathOfAll(path: readonly (string | number)[]): readonly (string | number)[] {
  const every = path.indexOf('@');
  return every < 0 ? path : path.slice(0, every);
}
