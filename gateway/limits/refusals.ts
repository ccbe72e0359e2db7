import { GraphQLError, type DocumentNode } from 'graphql';

import type { Config } from '../../platform/config.js';
import type { ErrorCode } from '../../platform/errors.js';
import { costOf } from './cost.js';
import type { CostTree } from './cost-tree.js';
import { measureDocument, type DocumentMeasure } from './measure.js';

/** How large documents may be, and how much they may cost. */
export type Limits = Pick<
  Config,
  'maxCost' | 'maxDepth' | 'maxAliases' | 'maxRootFields' | 'maxDirectives' | 'maxTokens'
>;

/** Refuses a document that is larger than allowed, by the first number that is; null for one that may be answered. */
export function refuseDocument(document: DocumentNode, limits: Limits): GraphQLError | null {
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
    // What fragments unfold to may be no more than could be written without them.
    ['selections', 'fields with those of its fragments in their place', selections, limits.maxTokens],
  ] as const;
  const broken = checks.find(([, , found, limit]) => found > limit);
  if (!broken) {
    return null;
  }
  const [measured, words, found, limit] = broken;
  return refusal(`The document has ${shown(found)} ${words}; the limit is ${shown(limit)}.`, {
    measured,
    found,
    limit,
  });
}

/** Refuses a document with more tokens than are read. */
export function tooLong({ maxTokens }: Limits): GraphQLError {
  return refusal(`The document has more than ${shown(maxTokens)} tokens, which is the limit.`, {
    measured: 'tokens',
    limit: maxTokens,
  });
}

/** Refuses what is nested deeper than can be measured: a document, or the values of variables. */
export function tooDeep({ maxDepth }: Limits, what = 'document'): GraphQLError {
  return refusal(`The ${what} has more than ${shown(maxDepth)} levels of braces and brackets, which is the limit.`, {
    measured: 'depth',
    limit: maxDepth,
  });
}

/** Refuses an operation that may cost more than allowed, and names the argument to shrink; null for one that may run. */
export function refuseCost(tree: CostTree, estimate: number, { maxCost: limit }: Limits): GraphQLError | null {
  if (estimate <= limit) {
    return null;
  }
  const culprit = dearestList(tree, estimate);
  const costs = `The query may cost ${shown(estimate)}; the limit is ${shown(limit)}.`;
  const code: ErrorCode = 'COST_LIMIT';
  if (!culprit) {
    const message = `${costs} Ask for fewer fields.`;
    return new GraphQLError(message, { extensions: { code, estimate, limit, http: { status: 400 } } });
  }
  const { path, field, argument, value, share } = culprit;
  return new GraphQLError(
    `${costs} "${path.join('.')}", which is ${field}(${argument}: ${value}), is ${shown(share)} of it: ask for fewer with "${argument}".`,
    { extensions: { code, estimate, limit, argument, path, http: { status: 400 } } },
  );
}

function refusal(message: string, extensions: { measured: string; found?: number; limit: number }): GraphQLError {
  const code: ErrorCode = 'DOCUMENT_LIMIT';
  return new GraphQLError(message, { extensions: { code, ...extensions, http: { status: 400 } } });
}

interface Culprit {
  readonly path: readonly string[];
  readonly field: string;
  readonly argument: string;
  readonly value: number;
  readonly share: number;
}

/** Of the lists that are half of the whole or more, the one that is asked for most; else the dearest. */
function dearestList(tree: CostTree, estimate: number): Culprit | null {
  const lists = listsOf(tree, [], 1);
  const large = lists.filter(({ share }) => share >= estimate / 2);
  return large.length > 0 ? largest(large, ({ value }) => value) : largest(lists, ({ share }) => share);
}

function listsOf(tree: CostTree, above: readonly string[], times: number): Culprit[] {
  return Array.from(tree.values()).flatMap((node) => {
    const { key, field, asked, size, below } = node;
    const path = [...above, key];
    const own = asked ? [{ path, field, ...asked, share: times * costOf(node) }] : [];
    return [...own, ...listsOf(below, path, times * size)];
  });
}

function largest<Item>(items: readonly Item[], by: (item: Item) => number): Item | null {
  return items.reduce<Item | null>((most, item) => (most === null || by(item) > by(most) ? item : most), null);
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
