import { GraphQLError } from 'graphql';

/** Every code a client of the graph can meet in `extensions.code`, and what it means. */
export const errorCodes = {
  BAD_USER_INPUT: 'An argument has a value that cannot be answered. The message names it and says what is allowed.',
  DOCUMENT_LIMIT: 'The document is larger than is answered. The message says in what, and what the limit is.',
  DOCUMENT_NOT_FOUND: 'No named document has this name. The message has the nearest.',
  DOCUMENT_NOT_ALLOWED: 'The server answers named documents alone, and this is none.',
  COST_LIMIT: 'The operation may cost more than is allowed. The message names the argument to shrink.',
  SUBGRAPH_UNAVAILABLE: 'A subgraph did not answer; its fields are null, the rest of the answer is whole.',
  SUBGRAPH_TIMEOUT:
    'A subgraph, or the whole operation, took longer than its time; what was not there by then is null.',
  SUBGRAPH_INVALID_ANSWER: 'A subgraph answered what cannot be used, or more than may be; its fields are null.',
  SUBGRAPH_ERROR: 'A subgraph failed at a part of its answer; that part is null.',
  RATE_LIMITED: 'More requests came from this address than it may send. Retry-After says when it may send again.',
  BODY_TOO_LARGE:
    'The body of the request is larger than is read. Send a shorter document, or variables of fewer values.',
  BODY_NOT_READABLE: 'The body of the request is not JSON in UTF-8, or not encoded as its headers say.',
  NOT_FOUND: 'Nothing is at this path. The graph is at /graphql.',
  INTERNAL_SERVER_ERROR: 'A fault of the server. The log has the details.',
} as const;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof errorCodes;

/** A refusal of an argument: its path (`filter.value.gte`), what was expected, and what came. */
export function badUserInput(argument: string, expected: string, found: unknown): GraphQLError {
  return new GraphQLError(`Argument "${argument}": expected ${expected}, found ${show(found)}.`, {
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument },
  });
}

/** One of the things that an argument may mean. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** A refusal of an argument that may mean several things, with all of them. */
export function ambiguous(argument: string, found: string, candidates: readonly Candidate[]): GraphQLError {
  const list = candidates.map(({ id, name }) => `${id} (${name})`).join(', ');
  return new GraphQLError(
    `Argument "${argument}": expected what one alone has, found ${show(found)}, which may be ${list}.`,
    {
      extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument, candidates },
    },
  );
}

/** A problem of a person's making, to be printed without a stack: configuration, import, a folder in use. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** A value as a message shows it: JSON, cut at 60 characters. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
