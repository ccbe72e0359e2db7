import type { ApolloGateway, GatewayConfig } from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { ExecutionResult, GraphQLSchema } from 'graphql';

import type { FailureLog } from '../../platform/observer.js';
import { withClientNames } from '../plans/client-names.js';
import { invalidOperationAnswer } from '../plans/federation-errors.js';
import { answerOfSchema, schemaQuestion, type SchemaQuestion } from '../plans/introspection.js';
import type { NormalisedOperation } from '../plans/normalised-operation.js';
import { PlanCache, type PlanCacheCounts } from '../plans/plan-cache.js';
import { plannerBounds, plannerLimitAnswer } from '../plans/planner-bounds.js';
import type { Planning } from '../plans/planning.js';
import { shownPlan } from '../plans/shown-plan.js';
import {
  checkRootFields,
  unplannedFieldAnswer,
  unplannedFields,
  type UnplannedFields,
} from '../plans/unplanned-fields.js';
import type { Executor, ExecutorContext } from '../request/executor.js';
import type { RequestContext } from '../request/request-context.js';
import { WrittenData } from '../request/written-data.js';
import { CompiledAnswers } from './compiled-answers.js';
import { compilePlan, type Step } from './compiled-plan.js';
import { defaultConditions } from './default-conditions.js';
import { executePlan } from './execute-plan.js';
import { loadedGraph, type LoadedGraph } from './loaded-graph.js';
import { PossibleTypes } from './possible-types.js';
import { Spans } from './spans.js';
import { writeAnswer } from './write-answer.js';

type Result = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** A plan, with what depends on it alone. */
interface Planned {
  readonly plan: QueryPlan;
  readonly step: Step | null;
  readonly question: SchemaQuestion;
  readonly unplanned: UnplannedFields;
}

/** Executes operations that were normalised, by the plans of Apollo's query planner. */
export class Execution {
  /** Counts across the plan caches of all supergraphs. */
  private readonly total = { hits: 0, misses: 0 };
  private cache = new PlanCache<Planned>(this.total);
  private readonly spans: Spans;

  /** Failures of the tracer are logged. */
  constructor(
    private readonly planning: Pick<Planning, 'normalisedOf'>,
    log: FailureLog,
  ) {
    this.spans = new Spans(log);
  }

  /** Options of `ApolloGateway`. */
  readonly gatewayOptions: Pick<GatewayConfig, 'queryPlannerConfig'> = { queryPlannerConfig: { debug: plannerBounds } };

  /** An executor for the supergraph that a gateway has loaded, with a new plan cache: plans belong to a schema. */
  executorOf(gateway: ApolloGateway, api: GraphQLSchema): Executor {
    const cache = new PlanCache<Planned>(this.total);
    this.cache = cache;
    const graph = loadedGraph(gateway);
    const executor = new GraphExecutor(graph, api, cache, this.spans);
    return (context) => executor.execute(context, this.planning.normalisedOf(context));
  }

  counts(): PlanCacheCounts {
    return this.cache.counts();
  }
}

class GraphExecutor {
  private readonly possible: PossibleTypes;
  private readonly answers: CompiledAnswers;

  constructor(
    private readonly graph: LoadedGraph,
    private readonly api: GraphQLSchema,
    private readonly cache: PlanCache<Planned>,
    private readonly spans: Spans,
  ) {
    this.possible = new PossibleTypes(graph.supergraphSchema);
    this.answers = new CompiledAnswers(api);
  }

  async execute(context: ExecutorContext, normalised: NormalisedOperation): Promise<Result> {
    const attributes = { 'graphql.operation.type': normalised.operation.operation };
    const result = await this.spans.within('gateway.request', attributes, () => this.answer(context, normalised));
    for (const error of result.errors ?? []) {
      withClientNames(normalised, error);
    }
    return result;
  }

  private async answer(context: ExecutorContext, normalised: NormalisedOperation): Promise<Result> {
    const values = context.request.variables ?? {};
    let planned: Planned;
    try {
      planned = this.plan(normalised);
      checkRootFields(planned.unplanned, values);
    } catch (error) {
      return refusal(error);
    }
    const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    const errors: Error[] = [];
    const { step, question } = planned;
    if (step) {
      await this.spans.within('gateway.execute', {}, () =>
        executePlan(step, { source: this.graph.source, context, values, spans: this.spans, data, errors }),
      );
    }
    if (question.document) {
      const answer = await answerOfSchema(question.document, this.api, values);
      Object.assign(data, answer.data);
      errors.push(...(answer.errors ?? []));
    }
    const result = this.spans.during('gateway.postprocessing', () =>
      this.write(context, normalised, values, data, errors),
    );
    const { http } = context.request;
    return http?.headers.get('apollo-query-plan-experimental')
      ? { ...result, extensions: { ...result.extensions, ...shownPlan(planned.plan, normalised, http) } }
      : result;
  }

  private plan(normalised: NormalisedOperation): Planned {
    return this.cache.get(normalised.planHash, () =>
      this.spans.during('gateway.plan', () => {
        const question = schemaQuestion(normalised);
        const plan = question.isAll ? emptyPlan : this.buildPlan(normalised);
        return {
          plan,
          step: compilePlan(plan, {
            api: this.api,
            possible: this.possible,
            defaults: defaultConditions(normalised.operation),
          }),
          question,
          unplanned: question.isAll ? [] : unplannedFields(plan, normalised),
        };
      }),
    );
  }

  private buildPlan({ document }: NormalisedOperation): QueryPlan {
    const { planner, plannerSchema } = this.graph;
    return planner.buildQueryPlan(operationFromDocument(plannerSchema, document));
  }

  private write(
    { context }: ExecutorContext,
    normalised: NormalisedOperation,
    values: Readonly<Record<string, unknown>>,
    fetched: Record<string, unknown>,
    errors: Error[],
  ): Result {
    const { costs } = (context as unknown as RequestContext).state;
    const fields = this.answers.of(normalised, values, costs?.fields);
    const { text, cost, invalid } = writeAnswer(this.api, fields, fetched);
    const data = text === null ? null : new WrittenData(text, cost + (costs?.scans ?? 0)).asData();
    if (errors.length > 0) {
      return { errors: errors as never, data };
    }
    return invalid.length > 0 ? { data, extensions: { valueCompletion: invalid } } : { data };
  }
}

const emptyPlan: QueryPlan = { kind: 'QueryPlan' };

/** The answer to an operation that cannot be planned; throws what is no error of the operation again. */
async function refusal(error: unknown): Promise<Result> {
  return Promise.reject(error as Error)
    .catch(invalidOperationAnswer)
    .catch(plannerLimitAnswer)
    .catch(unplannedFieldAnswer);
}
