import type { CostTree, Scan } from './cost-tree.js';

/** Rows of a table that a condition looks at for the cost of a value. */
const rowsOfCondition = 75;

/** Rows that a total adds for the cost of a value. The weights of totals and groups pay for the first of them. */
const rowsOfTotal = 6;
const paidRows = 2_000;

/** Values of lists for the cost of a value. */
const valuesOfList = 15;

/** Items of a list whose lists below are thought to have all rows of a table between them. */
const itemsOfTable = 10;

/** A scan of a field, and what it costs. */
export interface CostedScan extends Scan {
  readonly path: readonly string[];
  readonly cost: number;
}

/**
 * The scans of an operation. The lists of all items above are one statement, so that a scan costs no more than one of the
 * whole table.
 */
export function scansOf(tree: CostTree): readonly CostedScan[] {
  const scans: CostedScan[] = [];
  const look = (nodes: CostTree, above: readonly string[], items: number): void => {
    for (const { key, scan, size, below } of nodes.values()) {
      const path = [...above, key];
      if (scan) {
        scans.push({ ...scan, path, cost: costOfScan(scan, above.length === 0 ? itemsOfTable : items) });
      }
      look(below, path, items * size);
    }
  };
  look(tree, [], 1);
  return scans;
}

/** What scans cost together. */
export const scanCost = (scans: readonly CostedScan[]): number => scans.reduce((sum, { cost }) => sum + cost, 0);

function costOfScan({ rows, conditions, values, isTotal }: Scan, items: number): number {
  const reached = (rows * Math.min(items, itemsOfTable)) / itemsOfTable;
  const condition = Math.max(1, reached / rowsOfCondition);
  const total = isTotal ? Math.max(0, reached - paidRows) / rowsOfTotal : 0;
  return Math.ceil(conditions * condition + total) + Math.floor(values / valuesOfList);
}
