import {
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { ArgumentSizes, type ArgumentSize } from './argument-size.js';
import { isSelected } from '../request/selected.js';
import { defaultWeight, type CostModel, type FieldCost } from './cost-model.js';

/** The cost of `__schema` or `__type`, whatever is selected in it. */
export const introspectionCost = 20_000;

/** The costs of a field of an operation. All fields with the same response key are one node. */
export interface CostNode {
  /** Its response key. */
  readonly key: string;
  readonly field: string;
  /** The cost of its arguments, which counts once. */
  once: number;
  /** The cost of one item, without the fields below it. */
  weight: number;
  /** The greatest number of items, or the assumed one. */
  size: number;
  /** The argument that sets the number of items, of this list or the one below it. */
  slicing: { readonly argument: string; readonly value: number } | null;
  /** What it has its subgraph look for in a table; null where nothing. */
  scan: Scan | null;
  readonly below: Map<string, CostNode>;
}

/** The part of a field that a table is searched or added up for: once, for all items of the list above it. */
export interface Scan extends ArgumentSize {
  /** About how many rows the table has; 0 where that is not known. */
  readonly rows: number;
  /** Whether all rows are added up. */
  readonly isTotal: boolean;
  /** The argument with the most conditions or values; null where there are none. */
  readonly argument: string | null;
}

/** Fields of an operation, by response key. */
export type CostTree = ReadonlyMap<string, CostNode>;

type Variables = Readonly<Record<string, unknown>>;

/**
 * The costs of the fields that an operation selects with these variables, without those that `@skip` and `@include`
 * remove. The operation must be valid, and the number of its selections with all fragments expanded must be limited.
 */
export function costTree(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  model: CostModel,
  tableSizes: TableRows = new Map(),
): CostTree {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const context: CostContext = {
    model,
    fragments,
    variables: withDefaults(operation, variables),
    tableSizes,
    sizes: new ArgumentSizes(),
  };
  const tree = new Map<string, CostNode>();
  collect(context, operation.selectionSet, model.queryType, undefined, tree);
  return tree;
}

/** About how many rows tables have, by the type of the rows. */
export type TableRows = ReadonlyMap<string, number>;

interface CostContext {
  readonly tableSizes: TableRows;
  readonly sizes: ArgumentSizes;
  readonly model: CostModel;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/** A list whose items are in fields below it. */
interface SizedBelow {
  readonly fields: readonly string[];
  readonly size: number;
}

function collect(
  context: CostContext,
  { selections }: SelectionSetNode,
  type: string,
  sized: SizedBelow | undefined,
  into: Map<string, CostNode>,
): void {
  for (const selection of selections) {
    if (!isSelected(selection.directives, context.variables)) {
      continue;
    }
    if (selection.kind === Kind.FIELD) {
      collectField(context, selection, type, sized, into);
    } else {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
      if (fragment) {
        collect(context, fragment.selectionSet, fragment.typeCondition?.name.value ?? type, sized, into);
      }
    }
  }
}

function collectField(
  context: CostContext,
  node: FieldNode,
  type: string,
  sized: SizedBelow | undefined,
  into: Map<string, CostNode>,
): void {
  const name = node.name.value;
  const key = node.alias?.value ?? name;
  const cost = context.model.types.get(type)?.get(name);
  const found = cost && readField(context, node, cost, sized);
  const own = found ?? {
    once: 0,
    weight: isIntrospection(name) ? introspectionCost : defaultWeight,
    size: 1,
    slicing: null,
  };
  const scan = cost ? scanOf(context, node, cost) : null;
  let entry = into.get(key);
  if (entry) {
    entry.once = Math.max(entry.once, own.once);
    entry.weight = Math.max(entry.weight, own.weight);
    entry.size = Math.max(entry.size, own.size);
    entry.slicing ??= own.slicing;
    entry.scan ??= scan;
  } else {
    entry = { key, field: name, ...own, scan, below: new Map() };
    into.set(key, entry);
  }
  if (cost && node.selectionSet) {
    const below =
      own.slicing && cost.sizedFields.length > 0 ? { fields: cost.sizedFields, size: own.slicing.value } : undefined;
    collect(context, node.selectionSet, cost.type, below ?? assumedBelow(cost), entry.below);
  }
}

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

function assumedBelow({ sizedFields, assumedSize }: FieldCost): SizedBelow | undefined {
  return sizedFields.length > 0 ? { fields: sizedFields, size: assumedSize } : undefined;
}

function readField(
  context: CostContext,
  node: FieldNode,
  cost: FieldCost,
  sized: SizedBelow | undefined,
): Pick<CostNode, 'once' | 'weight' | 'size' | 'slicing'> {
  let once = 0;
  for (const { name } of node.arguments ?? []) {
    once += cost.arguments.get(name.value)?.weight ?? 0;
  }
  const slicing = slicingArgument(context, node, cost);
  const own = cost.sizedFields.length > 0 ? 1 : (slicing?.value ?? cost.assumedSize);
  const size = sized?.fields.includes(node.name.value) === true ? sized.size : cost.isList ? own : 1;
  return { once, weight: cost.weight, size, slicing };
}

/** Fields that are merged have the same arguments. */
function scanOf({ model, variables, tableSizes, sizes }: CostContext, node: FieldNode, cost: FieldCost): Scan | null {
  const measured = (node.arguments ?? []).map(({ name, value }) => ({
    argument: name.value,
    ...sizes.of(valueFromASTUntyped(value, variables)),
  }));
  const conditions = measured.reduce((sum, each) => sum + each.conditions, 0);
  const values = measured.reduce((sum, each) => sum + each.values, 0);
  const most = measured.reduce<(typeof measured)[number] | null>(
    (largest, each) => (largest && weight(largest) >= weight(each) ? largest : each),
    null,
  );
  const types = Array.from(cost.arguments.values(), ({ type }) => model.filtered.get(type));
  const type = types.find((each) => each !== undefined);
  const isTotal = type !== undefined && (cost.sizedFields.length === 0 || cost.arguments.has('groupBy'));
  return conditions + values === 0 && !isTotal
    ? null
    : {
        conditions,
        values,
        rows: type === undefined ? 0 : (tableSizes.get(type) ?? 0),
        isTotal,
        argument: most && weight(most) > 0 ? most.argument : null,
      };
}

const weight = ({ conditions, values }: ArgumentSize): number => conditions + values;

/** The slicing argument with the greatest value; null where none has a value. */
function slicingArgument(context: CostContext, node: FieldNode, cost: FieldCost): CostNode['slicing'] {
  let most: CostNode['slicing'] = null;
  for (const argument of cost.slicingArguments) {
    const given = node.arguments?.find(({ name }) => name.value === argument);
    const value = given ? valueFromASTUntyped(given.value, context.variables) : undefined;
    const items = value === undefined ? cost.arguments.get(argument)?.defaultValue : value;
    // The resolver refuses other values, and negative ones.
    if (typeof items === 'number' && (most === null || items > most.value)) {
      most = { argument, value: Math.max(0, items) };
    }
  }
  return most;
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Variables {
  return Object.fromEntries(
    variableDefinitions.map(({ variable: { name }, defaultValue }) => [
      name.value,
      Object.hasOwn(variables, name.value) ? variables[name.value] : defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
}
