import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** What the catalogue says about a code. */
export interface ErrorSpec {
  /** HTTP status of a response that is this error alone; of a subgraph's failure, where a complete answer is required. */
  readonly status: number;
  /** For clients; also the message, where an error has no other. */
  readonly meaning: string;
  /** Set where an operation's error reaches the client with its own message, which therefore names nothing internal. */
  readonly keepsMessage?: true;
}

const catalogue = {
  BAD_REQUEST: {
    status: 400,
    keepsMessage: true,
    meaning: 'The request is not a GraphQL request. The message says what is wrong with it.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    keepsMessage: true,
    meaning: 'The operation is not valid GraphQL. The message says what is wrong, and where.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    keepsMessage: true,
    meaning: 'The operation does not match the schema. The message names the field, argument or type.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    keepsMessage: true,
    meaning: 'The request names an operation that it does not contain, or contains several and names none.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    keepsMessage: true,
    meaning: 'The server does not have the operation with this hash. Send its text together with the hash.',
  },
  BAD_USER_INPUT: {
    status: 400,
    keepsMessage: true,
    meaning: 'An argument or a variable has an invalid value. The message names it and says what is allowed.',
  },
  DOCUMENT_LIMIT: {
    status: 400,
    keepsMessage: true,
    meaning:
      'The operation, its filters or its lists are too large. The message says what was counted, and what the limit is.',
  },
  DOCUMENT_NOT_FOUND: {
    status: 404,
    meaning: 'There is no named query of this name. The message has the nearest names.',
  },
  ROWS_AMBIGUOUS: {
    status: 400,
    meaning:
      'The answer has several lists, and its table could have the rows of any. The message has their paths, for rows=.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    meaning:
      'The request accepts no media type that a named query is served in: application/json, text/csv, application/x-ndjson, application/vnd.apache.parquet.',
  },
  DOCUMENT_NOT_ALLOWED: {
    status: 403,
    keepsMessage: true,
    meaning: 'The server answers named queries only, and this is not one of them.',
  },
  COST_LIMIT: {
    status: 400,
    keepsMessage: true,
    meaning: 'The operation may cost more than is allowed. The message names the argument or the field to reduce.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    meaning: 'A subgraph did not answer. Its fields are null; the rest of the answer is complete.',
  },
  SUBGRAPH_TIMEOUT: {
    status: 504,
    meaning: 'A subgraph, or the whole operation, exceeded its timeout. What had not arrived by then is null.',
  },
  SUBGRAPH_INVALID_ANSWER: {
    status: 502,
    meaning: 'A subgraph sent an invalid answer, or one that is too large. Its fields are null.',
  },
  SUBGRAPH_ERROR: { status: 502, meaning: 'A subgraph failed at a part of its answer. That part is null.' },
  RATE_LIMITED: {
    status: 429,
    meaning: 'This address has sent too many requests. Retry-After has the seconds to wait.',
  },
  KEY_REQUIRED: {
    status: 401,
    meaning: 'An import needs a key with the role editor in the header Authorization: Bearer.',
  },
  KEY_REFUSED: {
    status: 401,
    meaning:
      'The key or token in the header Authorization is unknown, expired or revoked. Without the header the answer has what is public.',
  },
  ROLE_REQUIRED: {
    status: 403,
    meaning: 'The key is known, and has not the role that this needs. The message names the role.',
  },
  KEYS_UNAVAILABLE: {
    status: 503,
    meaning:
      'The server cannot tell now whether a key or token is valid: its key file is not usable, or the issuer of tokens does not answer.',
  },
  CALL_REFUSED: {
    status: 401,
    meaning: 'The subgraph does not take this call as one of its gateways.',
  },
  FOREIGN_ORIGIN: {
    status: 403,
    meaning:
      'The request comes from a page of another origin, or names another host: imports and /mcp are not open to those.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    meaning: 'The body of the request is too large. Send a shorter operation, or fewer values of variables.',
  },
  BODY_NOT_READABLE: {
    status: 400,
    meaning: 'The body of the request is not JSON in UTF-8, or not encoded as its headers say.',
  },
  NOT_FOUND: { status: 404, meaning: 'There is nothing at this path. The graph is at /graphql.' },
  DATA_CHANGING: {
    status: 503,
    meaning:
      'Imports kept changing the data while the operation was executed, so its answer would mix two versions. Try again.',
  },
  FIELD_UNRESOLVABLE: {
    status: 500,
    keepsMessage: true,
    meaning: 'No subgraph resolves a field of the operation, though the schema has it. The message names the field.',
  },
  INTERNAL_SERVER_ERROR: { status: 500, meaning: 'The server failed. The log has the details.' },
} as const satisfies Readonly<Record<string, ErrorSpec>>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue;

/** Every code that a client of the graph may find in `extensions.code`. */
export const errorCodes: Readonly<Record<ErrorCode, ErrorSpec>> = catalogue;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}

/** An error with a code of the catalogue, of a part of an operation. */
export function codedError(
  code: ErrorCode,
  message: string,
  { extensions, ...options }: GraphQLErrorOptions = {},
): GraphQLError {
  return new GraphQLError(message, { ...options, extensions: { code, ...extensions } });
}

/** An error that is the whole answer to a request: it has the status of its code. */
export function requestError(
  code: ErrorCode,
  message: string = errorCodes[code].meaning,
  { extensions, ...options }: GraphQLErrorOptions = {},
): GraphQLError {
  const { status } = errorCodes[code];
  return codedError(code, message, { ...options, extensions: { ...extensions, http: { status } } });
}

/** The body of a response that is one error, in GraphQL's format. */
export function errorBody(
  code: ErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): object {
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}

/** An argument's invalid value: the argument's path (`filter.value.gte`), what was expected, and what came. */
export function badUserInput(argument: string, expected: string, found: unknown): GraphQLError {
  return codedError('BAD_USER_INPUT', `Argument "${argument}": expected ${expected}, found ${show(found)}.`, {
    extensions: { argument },
  });
}

/** One of several things that an argument may mean. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** An argument's ambiguous value, with all that it may mean. */
export function ambiguous(argument: string, found: string, candidates: readonly Candidate[]): GraphQLError {
  const list = candidates.map(({ id, name }) => `${id} (${name})`).join(', ');
  return codedError(
    'BAD_USER_INPUT',
    `Argument "${argument}": expected what one alone has, found ${show(found)}, which may be ${list}.`,
    { extensions: { argument, candidates } },
  );
}

/** A problem that the operator or user of a command can fix, printed without a stack: configuration, import, a folder in use. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** A value as messages show it: JSON, cut at 60 characters. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
