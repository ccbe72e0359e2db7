import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { errorCodes, isErrorCode, type ErrorCode } from '../../platform/errors.js';
import { currentRequest } from '../../platform/request-record.js';
import type { FailureCode } from './failures.js';

/** What a client reads where a subgraph failed. */
const subgraphMessages: Readonly<Record<FailureCode, (name: string) => string>> = {
  SUBGRAPH_UNAVAILABLE: (name) => `The ${name} subgraph did not answer. Its fields are null.`,
  SUBGRAPH_TIMEOUT: (name) => `The ${name} subgraph did not answer in time. Its fields are null.`,
  SUBGRAPH_INVALID_ANSWER: (name) => `The answer of the ${name} subgraph cannot be used. Its fields are null.`,
  SUBGRAPH_ERROR: (name) => `The ${name} subgraph failed at this part of its answer, which is null.`,
};

/** The extensions that clients see beside the code. */
export const publicExtensions = (extensions: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(publicNames.flatMap((name) => (extensions[name] === undefined ? [] : [[name, extensions[name]]])));

const publicNames = ['argument', 'candidates', 'measured', 'found', 'estimate', 'limit', 'path'];

/** Whether a code is of an error that the client can fix, so that it keeps its message. */
export function keepsMessage(code: unknown): boolean {
  return isErrorCode(code) && errorCodes[code].keepsMessage === true;
}

/** An error as clients see it. Of what is not the client's fault they see the code; the log has the rest. */
export function publicError(formatted: GraphQLFormattedError, error?: unknown): GraphQLFormattedError {
  const { message, path, locations, extensions } = formatted;
  const place = { ...(path ? { path: pathOfAll(path) } : {}), ...(locations ? { locations } : {}) };
  const subgraph = extensions?.['serviceName'];
  if (extensions && keepsMessage(extensions['code'])) {
    return {
      message,
      ...place,
      extensions: {
        code: extensions['code'],
        ...publicExtensions(extensions),
        ...(typeof subgraph === 'string' ? { subgraph } : {}),
      },
    };
  }
  if (subgraph === undefined && isUncodedRefusal(error)) {
    return { message, ...place, extensions: { code: 'BAD_REQUEST' satisfies ErrorCode } };
  }
  const requestId = currentRequest()?.id;
  if (typeof subgraph === 'string') {
    const code = isFailureCode(extensions?.['code']) ? extensions['code'] : 'SUBGRAPH_ERROR';
    return { message: subgraphMessages[code](subgraph), ...place, extensions: { code, subgraph, requestId } };
  }
  const code: ErrorCode = 'INTERNAL_SERVER_ERROR';
  return { message: errorCodes[code].meaning, ...place, extensions: { code, requestId } };
}

/** Whether Apollo Server refused a request without a code, as where a hash is not that of the document. */
function isUncodedRefusal(error: unknown): boolean {
  const { code, http } = error instanceof GraphQLError ? error.extensions : {};
  const { status = 0 } = (http ?? {}) as { readonly status?: number };
  return code === undefined && status >= 400 && status < 500;
}

function isFailureCode(code: unknown): code is FailureCode {
  return typeof code === 'string' && Object.hasOwn(subgraphMessages, code);
}

/** The gateway writes "@" for every item of a list; a public path ends before it, at the list. */
function pathOfAll(path: readonly (string | number)[]): readonly (string | number)[] {
  const every = path.indexOf('@');
  return every < 0 ? path : path.slice(0, every);
}
