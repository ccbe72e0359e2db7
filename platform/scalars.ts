import { GraphQLScalarType, Kind, print } from 'graphql';

import { badUserInput } from './errors.js';

/**
 * A calendar day as text. The scalar accepts any value; `checkDay` rejects bad ones where they are used, since the name
 * of the argument is known only there. Objects become text: TypeGraphQL would make a `Date` of them, the time of the call.
 */
export const DateScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD (ISO 8601).',
  serialize: (value) => value,
  parseValue: (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value),
  parseLiteral: (node) => (node.kind === Kind.STRING ? node.value : print(node)),
});

/** The value of an argument as a day. Throws BAD_USER_INPUT. */
export function checkDay(argument: string, value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) {
    throw badUserInput(argument, 'a calendar day, YYYY-MM-DD', value);
  }
  return value;
}

/** The values of two arguments as a span of days, both included. Throws BAD_USER_INPUT. */
export function checkDaySpan(
  { from, to }: { readonly from?: unknown; readonly to?: unknown },
  argument: (name: string) => string = (name) => name,
): { readonly from: string; readonly to: string } {
  const span = { from: checkDay(argument('from'), from), to: checkDay(argument('to'), to) };
  if (span.from > span.to) {
    throw badUserInput(argument('to'), `a day not before ${span.from}, where the span begins`, span.to);
  }
  return span;
}

/** Whether a text is a day of the calendar from year 1 to 9999, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
