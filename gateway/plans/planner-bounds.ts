import { GraphQLError, type ExecutionResult } from 'graphql';

/**
 * What bounds the time of planning, where fields can be had from several subgraphs: plans that are compared, and ways
 * that are weighed at one step. Without them the planner goes through all, of which there may be more than it lives
 * through (CVE-2024-43414). No query of documents/ has more than one.
 */
export const plannerBounds = { maxEvaluatedPlans: 100, pathsLimit: 1000 };

const refusals =
  /^(Too many options generated|Number of non-local selections exceeds|Exceeded maximum recursive selections)/;

/** The answer to an operation that the planner gave up; throws any other error again. */
export function refusalOfPlanner(error: unknown): ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  if (!(error instanceof Error && refusals.test(error.message))) {
    throw error;
  }
  const message =
    'The operation can be answered in more ways than can be weighed. Ask for fewer or less deeply nested fields.';
  return {
    errors: [
      new GraphQLError(message, { extensions: { code: 'COST_LIMIT', http: { status: 400 } }, originalError: error }),
    ],
  };
}
