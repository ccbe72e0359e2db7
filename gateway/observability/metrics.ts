import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { RequestEnd, RequestRecord } from '../../platform/request-record.js';
import type { AnswerOrigin } from '../answers/answer-cache.js';
import type { BreakerState } from '../fetch/subgraph-client.js';
import type { PlanCacheCounts } from '../plans/plan-cache.js';
import { operationLabels } from './operation-labels.js';

/** The values of the metric of circuit breakers. */
const breakerValues: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** The state of a subgraph as of its last fetch. */
export interface SubgraphHealth {
  /** Outcome of the last fetch: `ok`, or why it failed; null before the first. */
  lastOutcome: string | null;
  breaker: BreakerState;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];

/** The metrics of one gateway, in its own registry. */
export class GatewayMetrics {
  readonly registry = new Registry();
  readonly subgraphs = new Map<string, SubgraphHealth>();

  private readonly label = operationLabels();
  private readonly inRegistry = { registers: [this.registry] };

  readonly requests = new Counter({
    ...this.inRegistry,
    name: 'jiedui_requests_total',
    help: 'Requests to the graph that have ended, by operation and HTTP status; 499 means that the client disconnected.',
    labelNames: ['operation', 'status'],
  });
  readonly durations = new Histogram({
    ...this.inRegistry,
    name: 'jiedui_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer.',
    labelNames: ['operation'],
    buckets: seconds,
  });
  readonly inFlight = new Gauge({
    ...this.inRegistry,
    name: 'jiedui_requests_in_flight',
    help: 'Requests to the graph in flight.',
  });
  readonly answers = new Counter({
    ...this.inRegistry,
    name: 'jiedui_answers_total',
    help: 'Answers, by whether they are complete.',
    labelNames: ['complete'],
  });
  readonly errors = new Counter({
    ...this.inRegistry,
    name: 'jiedui_errors_total',
    help: 'Requests whose answer has an error with this code.',
    labelNames: ['code'],
  });
  readonly fetches = new Histogram({
    ...this.inRegistry,
    name: 'jiedui_subgraph_fetch_seconds',
    help: 'Duration of fetches from a subgraph, by outcome: ok, ERRORS, or the code of the failure.',
    labelNames: ['subgraph', 'outcome'],
    buckets: seconds,
  });
  readonly imports = new Counter({
    ...this.inRegistry,
    name: 'jiedui_imports_total',
    help: 'Jobs of the importer that this process has done, by kind and by how they ended: done, refused or failed.',
    labelNames: ['kind', 'outcome'],
  });
  readonly toolCalls = new Counter({
    ...this.inRegistry,
    name: 'jiedui_tool_calls_total',
    help: 'Calls of the tools of /mcp, by tool and outcome: complete, incomplete or refused.',
    labelNames: ['tool', 'outcome'],
  });
  private readonly origins = new Counter({
    ...this.inRegistry,
    name: 'jiedui_answer_origins_total',
    help: 'Answers by origin: kept (from the cache), shared with an equal request in flight, or executed.',
    labelNames: ['origin'],
  });
  private readonly breakers = new Gauge({
    ...this.inRegistry,
    name: 'jiedui_subgraph_breaker',
    help: 'State of the circuit breaker of a subgraph: 0 closed, 1 half-open (a single trial fetch is sent), 2 open (none is).',
    labelNames: ['subgraph'],
  });
  private readonly costs = new Histogram({
    ...this.inRegistry,
    name: 'jiedui_operation_cost',
    help: 'Estimated cost of operations.',
    buckets: [1, 10, 100, 1000, 10_000, 100_000, 1_000_000],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  requestStarted(): void {
    this.inFlight.inc();
  }

  requestEnded(
    { operationName, codes, complete }: RequestRecord,
    { status, seconds: taken, response }: RequestEnd,
  ): void {
    const operation = this.label(operationName);
    this.inFlight.dec();
    this.requests.inc({ operation, status });
    this.durations.observe({ operation }, taken);
    if (complete !== null) {
      this.answers.inc({ complete: String(complete) });
    }
    for (const code of codes) {
      this.errors.inc({ code });
    }
    const cost = Number(response.getHeader('x-cost-estimate') ?? NaN);
    if (Number.isFinite(cost)) {
      this.costs.observe(cost);
    }
  }

  answered(origin: AnswerOrigin): void {
    this.origins.inc({ origin });
  }

  /** Adds metrics of the answer cache, which `read` is called for at each scrape. */
  observeAnswerCache(read: () => { readonly answers: number; readonly bytes: number }): void {
    const gauge = (name: string, help: string, key: 'answers' | 'bytes'): void => {
      new Gauge({
        ...this.inRegistry,
        name,
        help,
        collect() {
          this.set(read()[key]);
        },
      });
    };
    gauge('jiedui_kept_answers', 'Cached answers.', 'answers');
    gauge('jiedui_kept_answers_bytes', 'Bytes of the cached answers.', 'bytes');
  }

  /** `outcome` is `ok`, `ERRORS` or the code of the failure; the duration is in seconds. */
  fetchEnded(subgraph: string, outcome: string, taken: number): void {
    this.fetches.observe({ subgraph, outcome }, taken);
    this.subgraph(subgraph).lastOutcome = outcome;
  }

  breakerChanged(subgraph: string, state: BreakerState): void {
    this.breakers.set({ subgraph }, breakerValues[state]);
    this.subgraph(subgraph).breaker = state;
  }

  /** Adds metrics of the plan cache, which `read` is called for at each scrape. */
  observePlanCache(read: () => PlanCacheCounts): void {
    const counter = (name: string, help: string, key: 'hits' | 'misses'): void => {
      new Counter({
        ...this.inRegistry,
        name,
        help,
        collect(): void {
          this.reset();
          this.inc(read()[key]);
        },
      });
    };
    counter('jiedui_plan_cache_hits_total', 'Operations whose query plan was in the cache.', 'hits');
    counter('jiedui_plan_cache_misses_total', 'Operations that had to be planned.', 'misses');
    new Gauge({
      ...this.inRegistry,
      name: 'jiedui_plan_cache_size',
      help: 'Cached query plans.',
      collect(): void {
        this.set(read().size);
      },
    });
  }

  /** The state of a subgraph, added when it is asked for first. */
  subgraph(name: string): SubgraphHealth {
    let health = this.subgraphs.get(name);
    if (!health) {
      health = { lastOutcome: null, breaker: 'closed' };
      this.subgraphs.set(name, health);
      this.breakers.set({ subgraph: name }, breakerValues.closed);
    }
    return health;
  }
}
