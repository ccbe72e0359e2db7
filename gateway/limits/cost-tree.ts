import {
  Kind,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import type { CostModel, FieldCost } from './cost-model.js';

/** What `__schema` or `__type` costs, whatever is asked of it. */
export const introspectionCost = 20_000;

/** A field of an operation with what it costs: all fields of one response key are one. */
export interface CostNode {
  /** Its response key. */
  readonly key: string;
  readonly field: string;
  /** Of its arguments, once. */
  once: number;
  /** Of one item, without the fields below it. */
  weight: number;
  /** How many items it gives at most, or is taken to give. */
  size: number;
  /** The argument that says how many there are, here or for the list below it. */
  asked: { readonly argument: string; readonly value: number } | null;
  readonly below: Map<string, CostNode>;
}

/** An operation's fields, by response key. */
export type CostTree = ReadonlyMap<string, CostNode>;

type Variables = Readonly<Record<string, unknown>>;

/**
 * The fields that an operation asks for with these variables, each with what it costs. What `@skip` and `@include` leave
 * out is not among them. The operation must be valid, and its fragments in place of their spreads must not be too many.
 */
export function costTree(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  model: CostModel,
): CostTree {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const reading: Reading = { model, fragments, variables: withDefaults(operation, variables) };
  const tree = new Map<string, CostNode>();
  collect(reading, operation.selectionSet, model.queryType, undefined, tree);
  return tree;
}

interface Reading {
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
  reading: Reading,
  { selections }: SelectionSetNode,
  type: string,
  sized: SizedBelow | undefined,
  into: Map<string, CostNode>,
): void {
  for (const selection of selections) {
    if (!isAsked(reading, selection.directives)) {
      continue;
    }
    if (selection.kind === Kind.FIELD) {
      collectField(reading, selection, type, sized, into);
    } else {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value) : selection;
      if (fragment) {
        collect(reading, fragment.selectionSet, fragment.typeCondition?.name.value ?? type, sized, into);
      }
    }
  }
}

function collectField(
  reading: Reading,
  node: FieldNode,
  type: string,
  sized: SizedBelow | undefined,
  into: Map<string, CostNode>,
): void {
  const name = node.name.value;
  const key = node.alias?.value ?? name;
  const cost = reading.model.types.get(type)?.get(name);
  const found = cost && readField(reading, node, cost, sized);
  const own = found ?? { once: 0, weight: isIntrospection(name) ? introspectionCost : 0, size: 1, asked: null };
  let entry = into.get(key);
  if (entry) {
    entry.once = Math.max(entry.once, own.once);
    entry.weight = Math.max(entry.weight, own.weight);
    entry.size = Math.max(entry.size, own.size);
    entry.asked ??= own.asked;
  } else {
    entry = { key, field: name, ...own, below: new Map() };
    into.set(key, entry);
  }
  if (cost && node.selectionSet) {
    const below =
      own.asked && cost.sizedFields.length > 0 ? { fields: cost.sizedFields, size: own.asked.value } : undefined;
    collect(reading, node.selectionSet, cost.type, below ?? assumedBelow(cost), entry.below);
  }
}

const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

function assumedBelow({ sizedFields, assumedSize }: FieldCost): SizedBelow | undefined {
  return sizedFields.length > 0 ? { fields: sizedFields, size: assumedSize } : undefined;
}

function readField(
  reading: Reading,
  node: FieldNode,
  cost: FieldCost,
  sized: SizedBelow | undefined,
): Pick<CostNode, 'once' | 'weight' | 'size' | 'asked'> {
  let once = 0;
  for (const { name } of node.arguments ?? []) {
    once += cost.arguments.get(name.value)?.weight ?? 0;
  }
  const asked = slicing(reading, node, cost);
  const own = cost.sizedFields.length > 0 ? 1 : (asked?.value ?? cost.assumedSize);
  const size = sized?.fields.includes(node.name.value) === true ? sized.size : cost.isList ? own : 1;
  return { once, weight: cost.weight, size, asked };
}

/** The slicing argument that asks for the most; one without a value says nothing. */
function slicing(reading: Reading, node: FieldNode, cost: FieldCost): CostNode['asked'] {
  let most: CostNode['asked'] = null;
  for (const argument of cost.slicingArguments) {
    const given = node.arguments?.find(({ name }) => name.value === argument);
    const value = given ? valueFromASTUntyped(given.value, reading.variables) : undefined;
    const asked = value === undefined ? cost.arguments.get(argument)?.defaultValue : value;
    // Below 0 and what is no number are refused where they are read.
    if (typeof asked === 'number' && (most === null || asked > most.value)) {
      most = { argument, value: Math.max(0, asked) };
    }
  }
  return most;
}

function isAsked({ variables }: Reading, directives: readonly DirectiveNode[] = []): boolean {
  return directives.every(({ name, arguments: given }) => {
    const condition = given?.find((each) => each.name.value === 'if');
    const value = condition && valueFromASTUntyped(condition.value, variables);
    return name.value === 'skip' ? value !== true : name.value === 'include' ? value !== false : true;
  });
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Variables {
  return Object.fromEntries(
    variableDefinitions.map(({ variable: { name }, defaultValue }) => [
      name.value,
      Object.hasOwn(variables, name.value) ? variables[name.value] : defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
}
