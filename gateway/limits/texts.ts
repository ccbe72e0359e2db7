import { GraphQLError } from 'graphql';

import type { ErrorCode } from '../../platform/errors.js';

/** Refuses values with a text in which there is a U+0000: PostgreSQL has no such text, and fails. */
export function refuseTexts(values: unknown): GraphQLError | null {
  return hasNull(values)
    ? new GraphQLError('A text has the character U+0000, which no text here can have.', {
        extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, http: { status: 400 } },
      })
    : null;
}

function hasNull(value: unknown): boolean {
  return typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(hasNull);
}
