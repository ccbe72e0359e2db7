import type { CostNode, CostTree } from './cost-tree.js';
import { scanCost, scansOf } from './scans.js';

/** The estimated cost of an operation: 1 for an object or a leaf value, times the expected length of lists; and of its scans. */
export function estimate(tree: CostTree): number {
  return Math.min(weigh(tree) + scanCost(scansOf(tree)), maxEstimate);
}

function weigh(tree: CostTree): number {
  let sum = 0;
  for (const node of tree.values()) {
    sum += costOf(node);
  }
  return Math.min(sum, maxEstimate);
}

/** Nested lists multiply beyond any number. */
const maxEstimate = Number.MAX_SAFE_INTEGER;

/** The estimated cost of a field and all fields below it. */
export function costOf({ once, weight, size, below }: CostNode): number {
  return Math.min(once + size * (weight + weigh(below)), maxEstimate);
}
