import {
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLNullableType,
  type GraphQLSchema,
  type GraphQLType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { scopeOf, selectedFields, selectionSetsOf, type Scope } from '../tables/selection.js';

/** The keywords used here of a JSON Schema, in the dialect of OpenAPI 3.1 (2020-12). */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

const scalars: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
};

/** The schema of an input type; an input object is described by its name only. */
export function inputSchema(type: GraphQLType): JsonSchema {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return { type: 'array', items: inputSchema(nullable.ofType) };
  }
  return isInputObjectType(nullable)
    ? { type: 'object', description: `The input ${nullable.name} of the graph.` }
    : leafSchema(nullable);
}

/** The schema of `data` in the answer to an operation. */
export function answerSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): JsonSchema {
  const root = schema.getRootType(operation.operation);
  return root ? objectSchema(scopeOf(schema, document), root, [operation.selectionSet]) : {};
}

function outputSchema(scope: Scope, type: GraphQLType, selectionSets: readonly SelectionSetNode[]): JsonSchema {
  const nullable = getNullableType(type) as GraphQLNullableType;
  const schema = isListType(nullable)
    ? { type: 'array', items: outputSchema(scope, nullable.ofType, selectionSets) }
    : isCompositeType(nullable)
      ? objectSchema(scope, nullable, selectionSets)
      : leafSchema(nullable);
  return isNonNullType(type) ? schema : orNull(schema);
}

function objectSchema(scope: Scope, type: GraphQLNamedType, sets: readonly SelectionSetNode[]): JsonSchema {
  const fields = selectedFields(scope, type, sets);
  const required = Array.from(fields).flatMap(([name, { isAlwaysPresent }]) => (isAlwaysPresent ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Array.from(fields, ([name, field]) => [name, outputSchema(scope, field.definition.type, selectionSetsOf(field))]),
    ),
    ...(required.length > 0 ? { required } : {}),
  };
}

function leafSchema(type: GraphQLType): JsonSchema {
  return isEnumType(type)
    ? { type: 'string', enum: type.getValues().map(({ name }) => name) }
    : (scalars[String(type)] ?? { type: 'string' });
}

const orNull = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  type: [schema.type ?? 'object', 'null'].flat(),
  ...(schema.enum ? { enum: [...schema.enum, null] } : {}),
});
