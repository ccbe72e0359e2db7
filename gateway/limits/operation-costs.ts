import { Kind, visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';

import type { Costs } from '../request/costs.js';
import { ArgumentSizes } from './argument-size.js';
import type { CostModel } from './cost-model.js';
import { costTree, type CostTree, type TableRows } from './cost-tree.js';
import { estimate } from './cost.js';
import { scanCost, scansOf, type CostedScan } from './scans.js';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation may cost with some values of its variables. */
export interface OperationCosts extends Costs {
  readonly fields: CostTree;
  readonly allScans: readonly CostedScan[];
  readonly estimate: number;
}

/** How many of the costs of one operation are kept. */
const capacity = 32;

interface Known {
  readonly model: CostModel;
  readonly tableSizes: TableRows;
  /** The variables whose values costs depend on; of the others it is the size. */
  readonly decisive: ReadonlySet<string>;
  /** By what they depend on. */
  readonly costs: Map<string, OperationCosts>;
}

/** Computes the costs of operations, once for all values of variables that make no difference to them. */
export class CostsOfOperations {
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  /** `variables` are coerced, with defaults. */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    model: CostModel,
    tableSizes: TableRows,
  ): OperationCosts {
    let known = this.known.get(operation);
    if (known?.model !== model || known.tableSizes !== tableSizes) {
      known = { model, tableSizes, decisive: decisiveVariables(document, model), costs: new Map() };
      this.known.set(operation, known);
    }
    const key = keyOf(operation, variables, known.decisive);
    let costs = known.costs.get(key);
    if (!costs) {
      const fields = costTree(document, operation, variables, model, tableSizes);
      const allScans = scansOf(fields);
      costs = { fields, allScans, estimate: estimate(fields), scans: scanCost(allScans) };
      if (known.costs.size === capacity) {
        known.costs.clear();
      }
      known.costs.set(key, costs);
    }
    return costs;
  }
}

/** The variables that stand for a number of items, or in a condition. */
function decisiveVariables(document: DocumentNode, { slicing }: CostModel): ReadonlySet<string> {
  const decisive = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE && (slicing.has(name.value) || name.value === 'if')) {
        decisive.add(value.name.value);
      }
    },
  });
  return decisive;
}

function keyOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
  decisive: ReadonlySet<string>,
): string {
  const sizes = new ArgumentSizes();
  const parts = variableDefinitions.map(({ variable: { name } }) => {
    const value = Object.hasOwn(variables, name.value) ? variables[name.value] : undefined;
    return value === undefined ? '' : decisive.has(name.value) ? JSON.stringify(value) : sizeOf(value, sizes);
  });
  return parts.join();
}

/** All that the size of an argument depends on: of a value by itself, and within another. */
function sizeOf(value: unknown, sizes: ArgumentSizes): string {
  if (typeof value !== 'object' || value === null) {
    return '';
  }
  const [own, within] = [sizes.of(value), sizes.of({ value })];
  return `${Array.isArray(value)} ${own.conditions} ${own.values} ${within.conditions} ${within.values}`;
}
