import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { RequestEnd, RequestRecord } from '../../platform/request-record.js';
import type { Outcome } from '../answers/answers.js';
import { operationLabels } from './operation-names.js';

/** Whether fetches are sent to a subgraph: `open` means that they are not, `half-open` that one is, as a trial. */
const breakerStates = ['closed', 'half-open', 'open'] as const;
export type BreakerState = (typeof breakerStates)[number];

/** What the gateway knows of a subgraph from its last fetch. */
export interface SubgraphHealth {
  /** Code of the last fetch: `ok`, or why it failed; null before the first. */
  lastOutcome: string | null;
  breaker: BreakerState;
}

/** What is known of the plans that a gateway keeps. */
export interface PlanCounts {
  readonly hits: number;
  readonly misses: number;
  readonly size: number;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];

/** The numbers of one gateway, in a registry of its own. Other parts put theirs beside them in `registry`. */
export class GatewayMetrics {
  readonly registry = new Registry();
  readonly subgraphs = new Map<string, SubgraphHealth>();

  private readonly label = operationLabels();
  private readonly own = { registers: [this.registry] };

  readonly requests = new Counter({
    ...this.own,
    name: 'jiedui_requests_total',
    help: 'Requests to the graph that have ended, by operation and HTTP status; 499 is a client that was gone.',
    labelNames: ['operation', 'status'],
  });
  readonly durations = new Histogram({
    ...this.own,
    name: 'jiedui_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer.',
    labelNames: ['operation'],
    buckets: seconds,
  });
  readonly inFlight = new Gauge({
    ...this.own,
    name: 'jiedui_requests_in_flight',
    help: 'Requests to the graph that are being answered.',
  });
  readonly answers = new Counter({
    ...this.own,
    name: 'jiedui_answers_total',
    help: 'Answers that say whether they are whole.',
    labelNames: ['complete'],
  });
  readonly errors = new Counter({
    ...this.own,
    name: 'jiedui_errors_total',
    help: 'Requests whose answer has an error of a code.',
    labelNames: ['code'],
  });
  readonly fetches = new Histogram({
    ...this.own,
    name: 'jiedui_subgraph_fetch_seconds',
    help: 'Fetches from a subgraph: ok, or the code of what went wrong.',
    labelNames: ['subgraph', 'outcome'],
    buckets: seconds,
  });
  private readonly origins = new Counter({
    ...this.own,
    name: 'jiedui_answer_origins_total',
    help: 'Answers by where they come from: kept, shared with an equal request at the same time, or executed.',
    labelNames: ['origin'],
  });
  private readonly breakers = new Gauge({
    ...this.own,
    name: 'jiedui_subgraph_breaker',
    help: 'Whether fetches are sent to a subgraph: 0 they are (closed), 1 one is, as a trial (half-open), 2 none is (open).',
    labelNames: ['subgraph'],
  });
  private readonly costs = new Histogram({
    ...this.own,
    name: 'jiedui_operation_cost',
    help: 'Estimated cost of operations.',
    buckets: [1, 10, 100, 1000, 10_000, 100_000, 1_000_000],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  requestBegan(): void {
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
    if (!Number.isNaN(cost)) {
      this.costs.observe(cost);
    }
  }

  /** A request got its answer: one that was kept, that of an equal request, or by executing it. */
  answered(outcome: Outcome): void {
    this.origins.inc({ origin: outcome });
  }

  /** Counts the answers that are kept when it is looked at. */
  watchAnswers(read: () => { readonly answers: number; readonly bytes: number }): void {
    const gauge = (name: string, help: string, key: 'answers' | 'bytes'): void => {
      new Gauge({
        ...this.own,
        name,
        help,
        collect() {
          this.set(read()[key]);
        },
      });
    };
    gauge('jiedui_kept_answers', 'Whole answers that are kept.', 'answers');
    gauge('jiedui_kept_answers_bytes', 'Bytes of the whole answers that are kept.', 'bytes');
  }

  /** A fetch ended: `outcome` is `ok`, or the code of what went wrong. */
  fetchEnded(subgraph: string, outcome: string, taken: number): void {
    this.fetches.observe({ subgraph, outcome }, taken);
    this.health(subgraph).lastOutcome = outcome;
  }

  /** The breaker of a subgraph changed. */
  breaker(subgraph: string, state: BreakerState): void {
    this.breakers.set({ subgraph }, breakerStates.indexOf(state));
    this.health(subgraph).breaker = state;
  }

  /** Shows the plan cache of the gateway as it is each time that somebody looks. */
  watchPlans(read: () => PlanCounts): void {
    const counter = (name: string, help: string, key: 'hits' | 'misses'): void => {
      new Counter({
        ...this.own,
        name,
        help,
        collect(): void {
          this.reset();
          this.inc(read()[key]);
        },
      });
    };
    counter('jiedui_plan_cache_hits_total', 'Operations whose plan was there.', 'hits');
    counter('jiedui_plan_cache_misses_total', 'Operations that a plan was made for.', 'misses');
    new Gauge({
      ...this.own,
      name: 'jiedui_plan_cache_size',
      help: 'Plans that are kept.',
      collect(): void {
        this.set(read().size);
      },
    });
  }

  /** Makes a subgraph known, before anything is fetched from it. */
  health(subgraph: string): SubgraphHealth {
    let health = this.subgraphs.get(subgraph);
    if (!health) {
      health = { lastOutcome: null, breaker: 'closed' };
      this.subgraphs.set(subgraph, health);
      this.breakers.set({ subgraph }, 0);
    }
    return health;
  }
}
