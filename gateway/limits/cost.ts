import type { CostNode, CostTree } from './cost-tree.js';

/** The estimated cost of an operation: 1 for an object, 0 for a scalar, times the expected length of lists. */
export function estimate(tree: CostTree): number {
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
  return Math.min(once + size * (weight + estimate(below)), maxEstimate);
}

/** The actual cost of an answer: the same weights, for the items that it has. */
export function actualCost(tree: CostTree, data: unknown): number {
  if (data === null || typeof data !== 'object') {
    return 0;
  }
  let sum = 0;
  for (const node of tree.values()) {
    const value = (data as Record<string, unknown>)[node.key];
    if (value !== undefined) {
      sum += node.once + itemsCost(node, value);
    }
  }
  return sum;
}

function itemsCost(node: CostNode, value: unknown): number {
  if (value === null) {
    return 0;
  }
  if (!Array.isArray(value)) {
    return node.weight + actualCost(node.below, value);
  }
  let sum = 0;
  for (const item of value) {
    sum += itemsCost(node, item);
  }
  return sum;
}
