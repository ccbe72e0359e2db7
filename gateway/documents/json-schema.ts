import {
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  TypeNameMetaFieldDef,
  typeFromAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLNullableType,
  type GraphQLSchema,
  type GraphQLType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

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
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const root = schema.getRootType(operation.operation);
  return root ? objectSchema({ schema, fragments }, root, [operation.selectionSet]) : {};
}

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

interface SelectedField {
  readonly type: GraphQLType;
  /** Whether every answer has it: it is under no directive and no narrower type. */
  isAlwaysPresent: boolean;
  readonly selectionSets: SelectionSetNode[];
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
  const fields = new Map<string, SelectedField>();
  for (const set of sets) {
    collect(scope, type, set, true, fields);
  }
  const required = Array.from(fields).flatMap(([name, { isAlwaysPresent }]) => (isAlwaysPresent ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Array.from(fields, ([name, { type: of, selectionSets }]) => [name, outputSchema(scope, of, selectionSets)]),
    ),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** Collects the fields of a selection by response key; fields that are selected twice are merged. */
function collect(
  scope: Scope,
  type: GraphQLNamedType,
  { selections }: SelectionSetNode,
  isAlwaysPresent: boolean,
  fields: Map<string, SelectedField>,
): void {
  for (const selection of selections) {
    const isHere = isAlwaysPresent && (selection.directives ?? []).length === 0;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const field = fieldType(type, selection.name.value);
      if (field) {
        const known = fields.get(name) ?? { type: field, isAlwaysPresent: false, selectionSets: [] };
        known.isAlwaysPresent ||= isHere;
        known.selectionSets.push(...(selection.selectionSet ? [selection.selectionSet] : []));
        fields.set(name, known);
      }
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition && typeFromAST(scope.schema, fragment.typeCondition);
    if (fragment) {
      const isSame = !condition || condition === type;
      collect(scope, condition ?? type, fragment.selectionSet, isHere && isSame, fields);
    }
  }
}

function fieldType(type: GraphQLNamedType, name: string): GraphQLType | undefined {
  if (name === TypeNameMetaFieldDef.name) {
    return TypeNameMetaFieldDef.type;
  }
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined;
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
