import type { GraphQLError } from 'graphql';

import { requestError } from '../../platform/errors.js';

/** An error for values that contain the character U+0000, on which PostgreSQL fails; null where there is none. */
export function nullCharacterError(values: unknown): GraphQLError | null {
  return hasNullCharacter(values)
    ? requestError('BAD_USER_INPUT', 'A text has the character U+0000, which no text here can have.')
    : null;
}

function hasNullCharacter(value: unknown): boolean {
  return typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(hasNullCharacter);
}
