import {
  getVariableValues,
  Kind,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { requestError } from '../../platform/errors.js';
import { nullsAtNonNullPlaces } from './null-variables.js';

type Values = Readonly<Record<string, unknown>>;

/** How many values are told of. */
const mostErrors = 50;
/** In place of graphql-js's, which is at no place of the document. */
const tooManyErrors = `More than ${mostErrors} values of variables are invalid; the others were not looked at.`;

/** A valid operation of a document, and the values that a client gave for its variables. */
interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly given: Values;
}

/** The values of an operation's variables, or what is wrong with them. */
export type CoercedVariables =
  { readonly values: Values; readonly errors?: undefined } | { readonly errors: readonly GraphQLError[] };

/**
 * Coerces variables as graphql-js does, with defaults. Also refuses what it accepts and no subgraph can be sent: numbers
 * that are not finite, which JSON has none of, and null at a place of a non-null type.
 */
export function coerceVariables({ schema, document, operation, given }: Asked): CoercedVariables {
  const { variableDefinitions: definitions = [] } = operation;
  for (const definition of definitions) {
    const { value: name } = definition.variable.name;
    const error = Object.hasOwn(given, name) ? infiniteError(name, given[name], definition) : null;
    if (error) {
      return { errors: [error] };
    }
  }
  const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: mostErrors });
  if (errors) {
    return { errors: errors.map((error) => (error.nodes ? error : requestError('BAD_USER_INPUT', tooManyErrors))) };
  }
  const nulls = definitions.filter(
    ({ type, variable }) => type.kind !== Kind.NON_NULL_TYPE && coerced[variable.name.value] === null,
  );
  const misplaced = nulls.length === 0 ? [] : nullsAtNonNullPlaces(schema, document, operation, coerced);
  return misplaced.length === 0 ? { values: coerced } : { errors: misplaced };
}

/** The error of a variable with a number that is not finite; null where all are. */
export function infiniteError(name: string, value: unknown, nodes: ASTNode | null = null): GraphQLError | null {
  const place = infinitePlace(value);
  if (place === null) {
    return null;
  }
  const message = `Variable "$${name}": expected finite numbers, found one beyond ±1.8e308${place === '' ? '' : ` at "${name}${place}"`}.`;
  return requestError('BAD_USER_INPUT', message, { nodes, extensions: { argument: `${name}${place}` } });
}

/** Where in a value a number is not finite: `.value.in[1]`; empty for the value itself, null where all are finite. */
function infinitePlace(value: unknown): string | null {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? null : '';
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  for (const [key, each] of Object.entries(value)) {
    const place = infinitePlace(each);
    if (place !== null) {
      return `${Array.isArray(value) ? `[${key}]` : `.${key}`}${place}`;
    }
  }
  return null;
}
