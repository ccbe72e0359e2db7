import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../platform/config.js';
import type { BreakerState } from '../fetch/subgraph-client.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { GatewayMetrics } from './metrics.js';
import { quantile } from './quantile.js';

/** The supergraph that a gateway serves. */
export interface GatewayState {
  readonly supergraph: {
    /** First digits of the SHA-256 of its text. */
    readonly hash: string;
    readonly loadedAt: Date;
    /** Why a newer one is not served; null when there is none. */
    readonly refused: { readonly at: Date; readonly reason: string } | null;
  };
}

/** The state of a gateway that serves a watched supergraph, or a text, from now on. */
export function stateOf(supergraph: string | Supergraph): () => GatewayState {
  if (typeof supergraph !== 'string') {
    return () => {
      const { hash, loadedAt, refused } = supergraph.state;
      return { supergraph: { hash: hash.slice(0, 12), loadedAt, refused } };
    };
  }
  const hash = createHash('sha256').update(supergraph).digest('hex').slice(0, 12);
  const state = { supergraph: { hash, loadedAt: new Date(), refused: null } };
  return () => state;
}

/** The state of a gateway, for people. Times are in milliseconds; what is not known yet is null. */
export interface StatusReport extends GatewayState {
  readonly version: string;
  readonly uptimeSeconds: number;
  readonly requests: {
    readonly total: number;
    readonly inFlight: number;
    /** The share of answers that are complete. */
    readonly shareComplete: number | null;
    readonly p50: number | null;
    readonly p99: number | null;
    readonly byStatus: Readonly<Record<string, number>>;
    readonly errors: Readonly<Record<string, number>>;
  };
  readonly subgraphs: readonly SubgraphStatus[];
  readonly memory: { readonly rssMegabytes: number; readonly heapMegabytes: number };
}

export interface SubgraphStatus {
  readonly name: string;
  /** By its last fetch; `unknown` before the first. */
  readonly state: 'up' | 'down' | 'unknown';
  readonly breaker: BreakerState;
  readonly p50: number | null;
  readonly p99: number | null;
  /** Numbers of fetches by outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
}

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };

/** The report on a gateway, from its metrics and its state. */
export async function statusOf(metrics: GatewayMetrics, state: GatewayState): Promise<StatusReport> {
  const byStatus = sums((await metrics.requests.get()).values, 'status');
  const { true: complete = 0, false: incomplete = 0 } = sums((await metrics.answers.get()).values, 'complete');
  const memory = process.memoryUsage();
  return {
    version,
    uptimeSeconds: Math.round(process.uptime()),
    requests: {
      total: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
      inFlight: (await metrics.inFlight.get()).values[0]?.value ?? 0,
      shareComplete: complete + incomplete === 0 ? null : complete / (complete + incomplete),
      p50: milliseconds(await quantile(metrics.durations, 0.5)),
      p99: milliseconds(await quantile(metrics.durations, 0.99)),
      byStatus,
      errors: sums((await metrics.errors.get()).values, 'code'),
    },
    subgraphs: await Promise.all(Array.from(metrics.subgraphs.keys(), (name) => subgraphStatus(metrics, name))),
    ...state,
    memory: { rssMegabytes: Math.round(memory.rss / 1e6), heapMegabytes: Math.round(memory.heapUsed / 1e6) },
  };
}

async function subgraphStatus(metrics: GatewayMetrics, name: string): Promise<SubgraphStatus> {
  const { lastOutcome, breaker } = metrics.subgraph(name);
  const counts = (await metrics.fetches.get()).values.filter(
    ({ metricName, labels }) => metricName?.endsWith('_count') && labels.subgraph === name,
  );
  return {
    name,
    state: lastOutcome === null ? 'unknown' : lastOutcome === 'ok' || lastOutcome === 'ERRORS' ? 'up' : 'down',
    breaker,
    p50: milliseconds(await quantile(metrics.fetches, 0.5, { subgraph: name })),
    p99: milliseconds(await quantile(metrics.fetches, 0.99, { subgraph: name })),
    outcomes: sums(counts, 'outcome'),
  };
}

interface Sample {
  readonly value: number;
  readonly labels: Readonly<Partial<Record<string, string | number>>>;
}

/** The sum of values for each value of a label. */
function sums(samples: readonly Sample[], label: string): Record<string, number> {
  const result: Record<string, number> = {};
  for (const { value, labels } of samples) {
    const key = String(labels[label]);
    result[key] = (result[key] ?? 0) + value;
  }
  return result;
}

const milliseconds = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round(seconds * 10_000) / 10;
