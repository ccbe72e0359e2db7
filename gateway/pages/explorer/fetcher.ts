import type { Fetcher } from '@graphiql/toolkit';
import { Kind, parse } from 'graphql';

import { postToGraph } from '../post-to-graph.js';
import { lastRun, type LastRun } from './plan/last-run.js';
import { readPlan, type PlanNode } from './plan/plan.js';
import { say } from './words.js';

interface Answer {
  readonly extensions?: { readonly __queryPlanExperimental?: { readonly node?: PlanNode } };
}

const planHeaders = { 'apollo-query-plan-experimental': '1', 'apollo-query-plan-experimental-format': 'internal' };

/** Fetches an answer with its query plan; the plan goes to the panel and is removed from the answer. */
export const fetchWithPlan: Fetcher = async (request, options) => {
  const operationName = operationOf(request.query, request.operationName);
  const headers = { ...planHeaders, ...(options?.headers as Readonly<Record<string, string>> | undefined) };
  const ran = (run: LastRun): void => {
    if (operationName !== 'IntrospectionQuery') {
      lastRun.set(run);
    }
  };
  const { body } = await postToGraph({ ...request, operationName }, headers).catch((error: unknown) => {
    ran({ kind: 'refused' });
    throw error;
  });
  const { extensions, ...shown } = body as Answer;
  const { __queryPlanExperimental: plan, ...others } = extensions ?? {};
  ran(
    plan
      ? { kind: 'planned', operation: operationName ?? say('lastRun'), plan: readPlan(plan.node) }
      : { kind: 'refused' },
  );
  return Object.keys(others).length > 0 ? { ...shown, extensions: others } : shown;
};

/** The operation to run. The editor reads operation names with a delay, so `selected` may no longer exist. */
function operationOf(query: string, selected: string | null | undefined): string | undefined {
  try {
    const names = parse(query).definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
    );
    return names.find((name) => name === selected) ?? names[0];
  } catch {
    // The server reports the syntax error.
    return undefined;
  }
}
