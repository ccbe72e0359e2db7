import {
  isInterfaceType,
  isObjectType,
  Kind,
  TypeNameMetaFieldDef,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A schema, and the fragments of a document that is valid on it. */
export interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** A field that a document selects, under one response key. */
export interface SelectedField {
  readonly definition: GraphQLField<unknown, unknown>;
  /** Whether every answer has it: it is under no directive and no narrower type. */
  isAlwaysPresent: boolean;
  /** Where the document selects it: several places are merged. */
  readonly nodes: FieldNode[];
}

/** The scope of a document. */
export const scopeOf = (schema: GraphQLSchema, { definitions }: DocumentNode): Scope => ({
  schema,
  fragments: new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  ),
});

/** What is selected below a field. */
export const selectionSetsOf = ({ nodes }: SelectedField): readonly SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/** The fields that selections of a type select, by response key, those of fragments among them. */
export function selectedFields(
  scope: Scope,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  for (const set of sets) {
    collect(scope, type, set, true, fields);
  }
  return fields;
}

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
      const key = selection.alias?.value ?? selection.name.value;
      const definition = definitionOf(type, selection.name.value);
      if (definition) {
        const known = fields.get(key) ?? { definition, isAlwaysPresent: false, nodes: [] };
        known.isAlwaysPresent ||= isHere;
        known.nodes.push(selection);
        fields.set(key, known);
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

function definitionOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) {
    return TypeNameMetaFieldDef;
  }
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}
