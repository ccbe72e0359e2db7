import type { DocumentNode, GraphQLError } from 'graphql';

import type { Config } from '../../platform/config.js';
import { requestError } from '../../platform/errors.js';
import { costOf } from './cost.js';
import type { CostTree } from './cost-tree.js';
import type { OperationCosts } from './operation-costs.js';
import { measureDocument, type DocumentMeasure } from './measure.js';

/** How large documents may be, and how much operations may cost. */
export type Limits = Pick<
  Config,
  | 'maxCost'
  | 'maxDepth'
  | 'maxAliases'
  | 'maxRootFields'
  | 'maxDirectives'
  | 'maxTokens'
  | 'maxSelections'
  | 'maxConditions'
  | 'maxListValues'
>;

/** The error of a document that exceeds a limit on its size, the first if it exceeds several; null for one that does not. */
export function documentLimitError(document: DocumentNode, limits: Limits): GraphQLError | null {
  let measure: DocumentMeasure;
  try {
    measure = measureDocument(document);
  } catch (error) {
    if (error instanceof RangeError) {
      return tooDeep(limits);
    }
    throw error;
  }
  const { depth, rootFields, aliases, directives, selections } = measure;
  const checks = [
    ['depth', 'levels of braces and brackets', depth, limits.maxDepth],
    ['rootFields', 'fields at the top', rootFields, limits.maxRootFields],
    ['aliases', 'aliases', aliases, limits.maxAliases],
    ['directives', 'directives', directives, limits.maxDirectives],
    [
      'selections',
      'fields and fragments, with those of its fragments in their place',
      selections,
      limits.maxSelections,
    ],
  ] as const;
  const exceeded = checks.find(([, , found, limit]) => found > limit);
  if (!exceeded) {
    return null;
  }
  const [measured, words, found, limit] = exceeded;
  return requestError('DOCUMENT_LIMIT', `The document has ${shown(found)} ${words}; the limit is ${shown(limit)}.`, {
    extensions: { measured, found, limit },
  });
}

/** The error of a document that has more tokens than the parser reads. */
export function tooManyTokens({ maxTokens }: Limits): GraphQLError {
  return requestError('DOCUMENT_LIMIT', `The document has more than ${shown(maxTokens)} tokens, which is the limit.`, {
    extensions: { measured: 'tokens', limit: maxTokens },
  });
}

/** The error of what is nested too deep to be measured: a document, or the values of variables. */
export function tooDeep({ maxDepth }: Limits, what = 'document'): GraphQLError {
  const message = `The ${what} has more than ${shown(maxDepth)} levels of braces and brackets, which is the limit.`;
  return requestError('DOCUMENT_LIMIT', message, { extensions: { measured: 'depth', limit: maxDepth } });
}

/** The error of an operation whose arguments are too large, naming the largest; null for one that may be executed. */
export function argumentLimitError(
  { allScans: scans }: OperationCosts,
  { maxConditions, maxListValues }: Limits,
): GraphQLError | null {
  for (const [measured, words, limit] of [
    ['conditions', 'conditions in filters', maxConditions],
    ['values', 'values in lists of arguments', maxListValues],
  ] as const) {
    const found = scans.reduce((sum, each) => sum + each[measured], 0);
    const most = largest(scans, (each) => each[measured]);
    if (found > limit && most) {
      const { path, argument } = most;
      const message = `The operation has ${shown(found)} ${words}; the limit is ${shown(limit)}. The argument "${argument}" of "${path.join('.')}" has ${shown(most[measured])} of them: ask in several requests${measured === 'conditions' ? ', and for one of many values with "in"' : ''}.`;
      return requestError('DOCUMENT_LIMIT', message, { extensions: { measured, found, limit, argument, path } });
    }
  }
  return null;
}

/** The error of an operation that may cost too much, naming the argument to reduce; null for one that may be executed. */
export function costLimitError(
  { fields, allScans, estimate }: OperationCosts,
  { maxCost: limit }: Limits,
): GraphQLError | null {
  if (estimate <= limit) {
    return null;
  }
  const scan = largest(allScans, ({ cost }) => cost);
  const list = mostExpensiveList(fields, estimate);
  const costs = `The query may cost ${shown(estimate)}; the limit is ${shown(limit)}.`;
  if (scan && scan.cost > (list?.cost ?? 0)) {
    const { path, argument, conditions, rows, cost, isTotal } = scan;
    const work = isTotal ? 'adds up' : 'looks through';
    return requestError(
      'COST_LIMIT',
      `${costs} "${path.join('.')}", which ${work} about ${shown(rows)} rows with ${shown(conditions)} conditions, is ${shown(cost)} of it: ask with fewer conditions, or in several requests.`,
      { extensions: { estimate, limit, ...(argument === null ? {} : { argument }), path } },
    );
  }
  if (!list) {
    return requestError('COST_LIMIT', `${costs} Ask for fewer fields.`, { extensions: { estimate, limit } });
  }
  const { path, field, argument, value, cost } = list;
  return requestError(
    'COST_LIMIT',
    `${costs} "${path.join('.')}", which is ${field}(${argument}: ${value}), is ${shown(cost)} of it: ask for fewer with "${argument}".`,
    { extensions: { estimate, limit, argument, path } },
  );
}

interface ListCost {
  readonly path: readonly string[];
  readonly field: string;
  /** The argument that sets the number of items, and its value. */
  readonly argument: string;
  readonly value: number;
  /** Of all its items. */
  readonly cost: number;
}

/** Of the lists that make up half of the cost or more, the one with the most items; else the most expensive. */
function mostExpensiveList(tree: CostTree, estimate: number): ListCost | null {
  const lists = listsOf(tree, [], 1);
  const large = lists.filter(({ cost }) => cost >= estimate / 2);
  return large.length > 0 ? largest(large, ({ value }) => value) : largest(lists, ({ cost }) => cost);
}

function listsOf(tree: CostTree, above: readonly string[], times: number): ListCost[] {
  return Array.from(tree.values()).flatMap((node) => {
    const { key, field, slicing, size, below } = node;
    const path = [...above, key];
    const own = slicing ? [{ path, field, ...slicing, cost: times * costOf(node) }] : [];
    return [...own, ...listsOf(below, path, times * size)];
  });
}

function largest<Item>(items: readonly Item[], by: (item: Item) => number): Item | null {
  return items.reduce<Item | null>((most, item) => (most === null || by(item) > by(most) ? item : most), null);
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
