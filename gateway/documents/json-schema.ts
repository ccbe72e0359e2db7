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

/** A JSON Schema of the dialect of OpenAPI 3.1 (2020-12), with the keywords that are used here. */
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

/** What a value of an input type is, without what is inside an input object. */
export function inputSchema(type: GraphQLType): JsonSchema {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return { type: 'array', items: inputSchema(nullable.ofType) };
  }
  return isInputObjectType(nullable)
    ? { type: 'object', description: `The input ${nullable.name} of the graph.` }
    : leafSchema(nullable);
}

/** What the data of an answer to an operation are. */
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

interface Place {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

interface Found {
  readonly type: GraphQLType;
  /** Whether every answer has it: no condition and no narrower type stands before it. */
  isAlways: boolean;
  readonly inside: SelectionSetNode[];
}

function outputSchema(place: Place, type: GraphQLType, inside: readonly SelectionSetNode[]): JsonSchema {
  const nullable = getNullableType(type) as GraphQLNullableType;
  const schema = isListType(nullable)
    ? { type: 'array', items: outputSchema(place, nullable.ofType, inside) }
    : isCompositeType(nullable)
      ? objectSchema(place, nullable, inside)
      : leafSchema(nullable);
  return isNonNullType(type) ? schema : orNull(schema);
}

function objectSchema(place: Place, type: GraphQLNamedType, sets: readonly SelectionSetNode[]): JsonSchema {
  const found = new Map<string, Found>();
  for (const set of sets) {
    collect(place, type, set, true, found);
  }
  const required = Array.from(found).flatMap(([name, { isAlways }]) => (isAlways ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Array.from(found, ([name, { type: of, inside }]) => [name, outputSchema(place, of, inside)]),
    ),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** The fields of a selection by their names in the answer, those that are asked more than once as one. */
function collect(
  place: Place,
  type: GraphQLNamedType,
  { selections }: SelectionSetNode,
  isAlways: boolean,
  found: Map<string, Found>,
): void {
  for (const selection of selections) {
    const isHere = isAlways && (selection.directives ?? []).length === 0;
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const field = fieldType(type, selection.name.value);
      if (field) {
        const known = found.get(name) ?? { type: field, isAlways: false, inside: [] };
        known.isAlways ||= isHere;
        known.inside.push(...(selection.selectionSet ? [selection.selectionSet] : []));
        found.set(name, known);
      }
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? place.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition && typeFromAST(place.schema, fragment.typeCondition);
    if (fragment) {
      const isSame = !condition || condition === type;
      collect(place, condition ?? type, fragment.selectionSet, isHere && isSame, found);
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
