import type { GatewayConfig } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

import { coerceVariables } from '../request/coerced-variables.js';
import type { Executor, ExecutorContext } from '../request/executor.js';
import { answerInClientNames } from './client-names.js';
import { invalidOperationAnswer, withClientCodes } from './federation-errors.js';
import { normaliseOperation, type NormalisedOperation } from './normalised-operation.js';
import { nullCharacterError } from './null-characters.js';
import { PlanCache, type PlanCacheCounts } from './plan-cache.js';
import { plannerBounds, plannerLimitAnswer } from './planner-bounds.js';
import { shownPlan } from './shown-plan.js';
import { checkRootFields, unplannedFieldAnswer } from './unplanned-fields.js';

/** Normalises operations before they are planned, so that operations which differ in literals, names and aliases share a query plan. */
export class Planning {
  /** Counts across the plan caches of all supergraphs. */
  private readonly total = { hits: 0, misses: 0 };
  private cache = new PlanCache(this.total);
  private readonly normalised = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, NormalisedOperation>>();
  /** By their normalised operations. */
  private readonly asked = new WeakMap<OperationDefinitionNode, NormalisedOperation>();
  private readonly plans = new WeakMap<object, QueryPlan>();

  /** Options of `ApolloGateway` for one supergraph, with a new plan cache: plans belong to a schema. */
  gatewayOptions(): Pick<
    GatewayConfig,
    'queryPlannerConfig' | 'experimental_didResolveQueryPlan' | '__exposeQueryPlanExperimental'
  > {
    this.cache = new PlanCache(this.total);
    return {
      queryPlannerConfig: { cache: this.cache, debug: plannerBounds },
      experimental_didResolveQueryPlan: ({ queryPlan, requestContext, operationContext }) => {
        checkRootFields(queryPlan, operationContext, requestContext.request.variables);
        this.plans.set(requestContext, queryPlan);
      },
      // It would replace the other extensions.
      __exposeQueryPlanExperimental: false,
    };
  }

  /** An executor that normalises operations and passes them to `executor`, which is to answer in the client's names. */
  normalising(executor: Executor): Executor {
    return (context) => this.execute(executor, context);
  }

  /** An executor of operations that were normalised; it answers in the client's names. `executor` plans and executes them. */
  inClientNames(executor: Executor): Executor {
    return (context) => this.executeNormalised(executor, context);
  }

  /** The normalised form of an operation of a document that is valid for the schema; computed once for each parsed document. */
  normalise({
    schema,
    document,
    operation,
  }: Pick<ExecutorContext, 'schema' | 'document' | 'operation'>): NormalisedOperation {
    let known = this.normalised.get(schema);
    if (!known) {
      known = new WeakMap();
      this.normalised.set(schema, known);
    }
    let normalised = known.get(operation);
    if (!normalised) {
      normalised = normaliseOperation(schema, document, operation);
      known.set(operation, normalised);
    }
    return normalised;
  }

  counts(): PlanCacheCounts {
    return this.cache.counts();
  }

  private async execute(executor: Executor, context: ExecutorContext): ReturnType<Executor> {
    const { variables, extensions, http } = context.request;
    // Checked before normalisation, so that errors have the client's names of variables.
    const coerced = coerceVariables({ ...context, given: variables ?? {} });
    if (coerced.errors) {
      return { errors: coerced.errors };
    }
    let normalised: NormalisedOperation;
    try {
      normalised = this.normalise(context);
    } catch (error) {
      return refusal(error);
    }
    const { text, hash, document, operation } = normalised;
    // As given: a subgraph may parse the default of a custom scalar in another way than a value.
    const values = normalised.variables(variables);
    const invalid = nullCharacterError(values);
    if (invalid) {
      return { errors: [invalid] };
    }
    this.asked.set(operation, normalised);
    return executor({
      ...context,
      request: {
        query: text,
        variables: values,
        ...(extensions && { extensions }),
        ...(http && { http }),
      },
      document,
      operation,
      queryHash: hash,
      source: text,
    });
  }

  private async executeNormalised(executor: Executor, context: ExecutorContext): ReturnType<Executor> {
    const normalised = this.asked.get(context.operation);
    if (!normalised) {
      throw new TypeError('Expected an operation that was normalised, found another.');
    }
    const planned: ExecutorContext = { ...context, queryHash: normalised.planHash };
    const result = await executor(planned)
      .catch(invalidOperationAnswer)
      .catch(plannerLimitAnswer)
      .catch(unplannedFieldAnswer);
    const answer = answerInClientNames(normalised, withClientCodes(result));
    const { http } = context.request;
    const plan = http?.headers.get('apollo-query-plan-experimental') ? this.plans.get(planned) : undefined;
    return plan ? { ...answer, extensions: { ...answer.extensions, ...shownPlan(plan, normalised, http) } } : answer;
  }
}

/** The answer to an operation that cannot be normalised; throws what is no error of the client again. */
function refusal(error: unknown): { readonly errors: readonly GraphQLError[] } {
  if (!(error instanceof GraphQLError)) {
    throw error;
  }
  return { errors: [error] };
}
