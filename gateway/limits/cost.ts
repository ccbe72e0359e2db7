import type { CostNode, CostTree } from './cost-tree.js';
import { scansOf } from './scans.js';

/** The estimated cost of an operation: 1 for an object or a leaf value, times the expected length of lists; and of its scans. */
export function estimate(tree: CostTree): number {
  return Math.min(weigh(tree) + scanCost(tree), maxEstimate);
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

/** The actual cost of an answer: the same weights, for the items that it has, and the same scans. */
export function actualCost(tree: CostTree, data: unknown): number {
  return data === null ? 0 : itemCost(tree, data) + scanCost(tree);
}

function itemCost(tree: CostTree, data: unknown): number {
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
    return node.weight + itemCost(node.below, value);
  }
  let sum = 0;
  for (const item of value) {
    sum += itemsCost(node, item);
  }
  return sum;
}

const scanCost = (tree: CostTree): number => scansOf(tree).reduce((sum, { cost }) => sum + cost, 0);
