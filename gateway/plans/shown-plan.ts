import { prettyFormatQueryPlan, type QueryPlan } from '@apollo/query-planner';

import { clientName, inClientNames } from './client-names.js';
import type { NormalisedOperation } from './normalised-operation.js';

/**
 * The extension that shows a query plan: as text, or as JSON when the header Apollo-Query-Plan-Experimental-Format is
 * `internal`. Variables have the client's names.
 */
export function shownPlan(
  plan: QueryPlan,
  operation: NormalisedOperation,
  http: { readonly headers: { get(name: string): string | null } } | undefined,
): { readonly __queryPlanExperimental: unknown } {
  const named = JSON.parse(JSON.stringify(plan), (key, value: unknown) => {
    if (typeof value !== 'string') {
      return value;
    }
    return key === 'condition' ? clientName(operation, value) : inClientNames(operation, value);
  }) as QueryPlan;
  const isJson = http?.headers.get('apollo-query-plan-experimental-format') === 'internal';
  return { __queryPlanExperimental: isJson ? named : prettyFormatQueryPlan(named) };
}
