import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { errorCodes, type ErrorCode } from '../../platform/errors.js';
import { currentRequest } from '../../platform/request-record.js';

/** Codes of faults that the client can mend: their messages say how, and name nothing inside. */
export const clientCodes: ReadonlySet<unknown> = new Set<ErrorCode>([
  'BAD_REQUEST',
  'DOCUMENT_NOT_ALLOWED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_USER_INPUT',
  'DOCUMENT_LIMIT',
  'COST_LIMIT',
]);

/** What a client reads where a subgraph is to blame. */
const subgraphMessages = {
  SUBGRAPH_UNAVAILABLE: (name) => `The ${name} subgraph did not answer. Its fields are null.`,
  SUBGRAPH_TIMEOUT: (name) => `The ${name} subgraph did not answer in time. Its fields are null.`,
  SUBGRAPH_INVALID_ANSWER: (name) => `The answer of the ${name} subgraph cannot be used. Its fields are null.`,
  SUBGRAPH_ERROR: (name) => `The ${name} subgraph failed at this part of its answer, which is null.`,
} as const satisfies Partial<Record<ErrorCode, (name: string) => string>>;

/** What of their extensions is told beside the code. */
const toldExtensions = ['argument', 'candidates', 'measured', 'found', 'estimate', 'limit', 'path'];

/** An error as a client may see it. What is not the client's fault is told by its code alone; the log has the rest. */
export function clientError(formatted: GraphQLFormattedError, error?: unknown): GraphQLFormattedError {
  const { message, path, locations, extensions } = formatted;
  const place = { ...(path ? { path: pathOfAll(path) } : {}), ...(locations ? { locations } : {}) };
  const subgraph = extensions?.['serviceName'];
  if (extensions && clientCodes.has(extensions['code'])) {
    const told = toldExtensions.filter((name) => extensions[name] !== undefined);
    return {
      message,
      ...place,
      extensions: {
        ...Object.fromEntries(['code', ...told].map((name) => [name, extensions[name]])),
        ...(typeof subgraph === 'string' ? { subgraph } : {}),
      },
    };
  }
  if (subgraph === undefined && isRefusal(error)) {
    return { message, ...place, extensions: { code: 'BAD_REQUEST' satisfies ErrorCode } };
  }
  const requestId = currentRequest()?.id;
  if (typeof subgraph === 'string') {
    const code = isSubgraphCode(extensions?.['code']) ? extensions['code'] : 'SUBGRAPH_ERROR';
    return { message: subgraphMessages[code](subgraph), ...place, extensions: { code, subgraph, requestId } };
  }
  const code: ErrorCode = 'INTERNAL_SERVER_ERROR';
  return { message: errorCodes[code], ...place, extensions: { code, requestId } };
}

/** Whether Apollo Server refused a request and gave its error no code, as where a hash is not that of the document. */
function isRefusal(error: unknown): boolean {
  const { code, http } = error instanceof GraphQLError ? error.extensions : {};
  const { status = 0 } = (http ?? {}) as { readonly status?: number };
  return code === undefined && status >= 400 && status < 500;
}

function isSubgraphCode(code: unknown): code is keyof typeof subgraphMessages {
  return typeof code === 'string' && Object.hasOwn(subgraphMessages, code);
}

/** The gateway writes "@" for every item of a list; a path ends before it, at the list. */
function pathOfAll(path: readonly (string | number)[]): readonly (string | number)[] {
  const every = path.indexOf('@');
  return every < 0 ? path : path.slice(0, every);
}
