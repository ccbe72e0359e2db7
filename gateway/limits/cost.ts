import type { CostNode, CostTree } from './cost-tree.js';

/** What an operation may cost: objects count 1, scalars 0, lists as many times as they may have items. */
export function estimate(tree: CostTree): number {
  let sum = 0;
  for (const node of tree.values()) {
    sum += costOf(node);
  }
  return sum;
}

/** What a field costs with all below it. */
export function costOf({ once, weight, size, below }: CostNode): number {
  return once + size * (weight + estimate(below));
}

/** What an answer did cost: the same weights, for what it has. */
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
