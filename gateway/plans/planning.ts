import type { GatewayConfig } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

import type { Executor, ExecutorContext } from '../request/executor.js';
import { refuseTexts } from '../limits/texts.js';
import { inClientNames } from './client-names.js';
import { normaliseOperation, type NormalisedOperation } from './normalised-operation.js';
import { PlanStore, type PlanCounts } from './plan-store.js';
import { plannerBounds, refusalOfPlanner } from './planner-bounds.js';
import { shownPlan } from './shown-plan.js';

/** Has the gateway plan each normalised operation once, whatever literals and names documents have. */
export class Planning {
  /** Of all generations of the gateway. */
  private readonly tally = { hits: 0, misses: 0 };
  private store = new PlanStore(this.tally);
  private readonly normalised = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, NormalisedOperation>>();
  private readonly plans = new WeakMap<object, QueryPlan>();

  /** What the gateway of a supergraph is made with. Each has plans of its own, as they are of its schema. */
  optionsOfOne(): Pick<
    GatewayConfig,
    'queryPlannerConfig' | 'experimental_didResolveQueryPlan' | '__exposeQueryPlanExperimental'
  > {
    this.store = new PlanStore(this.tally);
    return {
      queryPlannerConfig: { cache: this.store, debug: plannerBounds },
      experimental_didResolveQueryPlan: ({ queryPlan, requestContext }) => {
        this.plans.set(requestContext, queryPlan);
      },
      // It would take the place of the other extensions.
      __exposeQueryPlanExperimental: false,
    };
  }

  /** An executor of the normalised operations that it is given. */
  around(executor: Executor): Executor {
    return (context) => this.execute(executor, context);
  }

  /** The normalised form of an operation of a document that is valid for the schema; made once for each parsed document. */
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

  counts(): PlanCounts {
    return this.store.counts();
  }

  private async execute(executor: Executor, context: ExecutorContext): ReturnType<Executor> {
    const { variables, extensions, http } = context.request;
    // Faults of variables are told by the names that the client gave them.
    const { errors } = getVariableValues(context.schema, context.operation.variableDefinitions ?? [], variables ?? {});
    if (errors) {
      return { errors };
    }
    const normalised = this.normalise(context);
    const { text, hash, document, operation } = normalised;
    const values = normalised.variables(variables);
    const refusal = refuseTexts(values);
    if (refusal) {
      return { errors: [refusal] };
    }
    const planned: ExecutorContext = {
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
    };
    const answer = await executor(planned).catch(refusalOfPlanner);
    for (const error of answer.errors ?? []) {
      error.message = inClientNames(normalised, error.message);
    }
    const plan = http?.headers.get('apollo-query-plan-experimental') ? this.plans.get(planned) : undefined;
    return plan ? { ...answer, extensions: { ...answer.extensions, ...shownPlan(plan, normalised, http) } } : answer;
  }
}
