import type { Fetcher } from '@graphiql/toolkit';

import { lastRun } from './plan/last-run.js';
import { readPlan, type PlanNode } from './plan/plan.js';

interface Answer {
  readonly extensions?: { readonly __queryPlanExperimental?: { readonly node?: PlanNode } };
}

/** Asks the gateway for an answer and its plan. The plan goes to the panel, the answer alone is shown. */
export const askWithPlan: Fetcher = async (request, options) => {
  const answer = await ask(request, options?.headers);
  const { extensions, ...shown } = answer;
  const { __queryPlanExperimental: plan, ...others } = extensions ?? {};
  if (request.operationName !== 'IntrospectionQuery') {
    lastRun.set(
      plan
        ? { kind: 'planned', operation: request.operationName ?? 'the last run', plan: readPlan(plan.node) }
        : { kind: 'refused' },
    );
  }
  return Object.keys(others).length > 0 ? { ...shown, extensions: others } : shown;
};

async function ask(request: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'apollo-query-plan-experimental': '1',
      'apollo-query-plan-experimental-format': 'internal',
      ...headers,
    },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new Error(`The server answered ${response.status} with what is not JSON: ${text}`);
  }
}
