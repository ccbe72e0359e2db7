import type { ExecutionResult, GraphQLError } from 'graphql';

import { requestError } from '../../platform/errors.js';

/**
 * Limits on the work of the query planner where fields can be fetched from several subgraphs: how many plans it compares,
 * and how many paths it follows at one step. Without them it tries all combinations, until memory runs out
 * (CVE-2024-43414). No query of documents/ has more than one plan.
 */
export const plannerBounds = { maxEvaluatedPlans: 100, pathsLimit: 1000 };

const limitMessages =
  /^(Too many options generated|Number of non-local selections exceeds|Exceeded maximum recursive selections)/;

/** The answer to an operation that exceeded the planner's limits; throws any other error again. */
export function plannerLimitAnswer(error: unknown): ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  if (!(error instanceof Error && limitMessages.test(error.message))) {
    throw error;
  }
  const message =
    'The operation can be answered in more ways than can be weighed. Ask for fewer or less deeply nested fields.';
  return { errors: [requestError('COST_LIMIT', message, { originalError: error })] };
}

/**
 * How deep lists may be nested in a literal that no variable can replace, such as one with a variable in it: the planner
 * looks twice at each item, so that each level doubles its work.
 */
export const listLevels = 16;

/** The error of an operation that exceeds `listLevels`. */
export function tooManyListLevels(): GraphQLError {
  const message = `An argument has lists that are nested more than ${listLevels} deep. Give it as a variable.`;
  return requestError('DOCUMENT_LIMIT', message, { extensions: { measured: 'depth', limit: listLevels } });
}
