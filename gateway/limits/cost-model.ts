import {
  isTypeDefinitionNode,
  Kind,
  OperationTypeNode,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type SchemaDefinitionNode,
  type SchemaExtensionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** The assumed length of a list that has no `@listSize`. */
const defaultListSize = 3;

/** The cost of an item without `@cost`: to merge and to write a leaf value takes as long as an object around it. */
export const defaultWeight = 1;

/** The cost of an argument that is given, and its default value. */
export interface ArgumentCost {
  /** Its type, without lists. */
  readonly type: string;
  readonly weight: number;
  readonly defaultValue: unknown;
}

/** The cost of a field, without the fields below it. */
export interface FieldCost {
  /** Its type, without lists. */
  readonly type: string;
  /** The cost of one item. */
  readonly weight: number;
  readonly isList: boolean;
  /** The number of items where no argument sets it. */
  readonly assumedSize: number;
  /** The arguments that set the number of items. */
  readonly slicingArguments: readonly string[];
  /** The fields below it that have this number of items, instead of the field itself. */
  readonly sizedFields: readonly string[];
  readonly arguments: ReadonlyMap<string, ArgumentCost>;
}

/** The costs of the fields of a graph, by type and field. */
export interface CostModel {
  readonly queryType: string;
  readonly types: ReadonlyMap<string, ReadonlyMap<string, FieldCost>>;
  /** The type of the rows that a filter is about, by the type of the filter: that of the lists which take it. */
  readonly filtered: ReadonlyMap<string, string>;
  /** The names of all arguments that set a number of items. */
  readonly slicing: ReadonlySet<string>;
}

/** Reads the directives `@cost` and `@listSize` of a supergraph. */
export function costModel(supergraphSdl: string): CostModel {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const schema = definitions.find(
    (definition) => definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION,
  );
  const names = directiveNames(schema);
  const types = definitions.filter((definition) => isTypeDefinitionNode(definition));
  const weights = typeWeights(types, names);
  const costs = new Map(
    types
      .filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION)
      .map((type) => [
        type.name.value,
        new Map((type.fields ?? []).map((field) => [field.name.value, fieldCost(field, weights, names)])),
      ]),
  );
  const inputs = new Set(
    types.filter(({ kind }) => kind === Kind.INPUT_OBJECT_TYPE_DEFINITION).map(({ name }) => name.value),
  );
  return {
    queryType:
      schema?.operationTypes?.find(({ operation }) => operation === OperationTypeNode.QUERY)?.type.name.value ??
      'Query',
    types: costs,
    filtered: filteredTypes(costs, inputs),
    slicing: new Set(
      [...costs.values()].flatMap((fields) => [...fields.values()].flatMap((field) => field.slicingArguments)),
    ),
  };
}

/** Lists of the same rows take the same filter: `funds(filter: FundsFilter)` gives a connection whose nodes are funds. */
function filteredTypes(costs: CostModel['types'], inputs: ReadonlySet<string>): CostModel['filtered'] {
  const filtered = new Map<string, string>();
  for (const fields of costs.values()) {
    for (const { type, sizedFields, arguments: given } of fields.values()) {
      const rows = sizedFields.map((name) => costs.get(type)?.get(name)?.type).find((each) => each !== undefined);
      for (const { type: input } of given.values()) {
        // A page of groups has the filter of what it groups.
        if (rows !== undefined && inputs.has(input) && !given.has('groupBy')) {
          filtered.set(input, rows);
        }
      }
    }
  }
  return filtered;
}

interface DirectiveNames {
  readonly cost: string;
  readonly listSize: string;
}

/** The names of the two directives, which a supergraph may link under other names. */
function directiveNames(schema: SchemaDefinitionNode | SchemaExtensionNode | undefined): DirectiveNames {
  for (const link of schema?.directives ?? []) {
    const { url, as, import: imports } = argumentsOf(link) as { url?: string; as?: string; import?: unknown[] };
    if (link.name.value === 'link' && url?.startsWith('https://specs.apollo.dev/cost/')) {
      const prefix = as ?? 'cost';
      const nameOf = (name: string): string | undefined => {
        const found = imports?.find((each) => each === name || (each as { name?: unknown }).name === name);
        return (typeof found === 'object' ? (found as { as?: string }).as : (found as string | undefined))?.slice(1);
      };
      return { cost: nameOf('@cost') ?? prefix, listSize: nameOf('@listSize') ?? `${prefix}__listSize` };
    }
  }
  return { cost: 'cost', listSize: 'listSize' };
}

/** The cost of one item by type: 1, or what `@cost` says; the greatest for an abstract type. */
function typeWeights(types: readonly TypeDefinitionNode[], names: DirectiveNames): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const type of types) {
    weights.set(type.name.value, weightOf(type.directives, names) ?? defaultWeight);
  }
  const raise = (abstract: string, type: string): void => {
    weights.set(abstract, Math.max(weights.get(abstract) ?? defaultWeight, weights.get(type) ?? defaultWeight));
  };
  for (const type of types) {
    if (type.kind === Kind.UNION_TYPE_DEFINITION) {
      type.types?.forEach((member) => {
        raise(type.name.value, member.name.value);
      });
    } else if (type.kind === Kind.OBJECT_TYPE_DEFINITION) {
      type.interfaces?.forEach((implemented) => {
        raise(implemented.name.value, type.name.value);
      });
    }
  }
  return weights;
}

function fieldCost(field: FieldDefinitionNode, weights: ReadonlyMap<string, number>, names: DirectiveNames): FieldCost {
  const listSize = directiveOf(field.directives, names.listSize) as
    { assumedSize?: number; slicingArguments?: string[]; sizedFields?: string[] } | undefined;
  const type = namedType(field.type);
  return {
    type,
    weight: weightOf(field.directives, names) ?? weights.get(type) ?? defaultWeight,
    isList: isList(field.type),
    assumedSize: listSize?.assumedSize ?? defaultListSize,
    slicingArguments: listSize?.slicingArguments ?? [],
    sizedFields: listSize?.sizedFields ?? [],
    arguments: new Map(
      (field.arguments ?? []).map(({ name, type: input, defaultValue, directives }) => [
        name.value,
        {
          type: namedType(input),
          weight: weightOf(directives, names) ?? 0,
          defaultValue: defaultValue && valueFromASTUntyped(defaultValue),
        },
      ]),
    ),
  };
}

function weightOf(directives: readonly ConstDirectiveNode[] | undefined, { cost }: DirectiveNames): number | undefined {
  return directiveOf(directives, cost)?.['weight'] as number | undefined;
}

function directiveOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Record<string, unknown> | undefined {
  const directive = directives?.find((each) => each.name.value === name);
  return directive && argumentsOf(directive);
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}
