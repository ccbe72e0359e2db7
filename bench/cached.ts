import { serveGuarded, serveGuardedInOne, serveResponseCache } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { load, medians, type Load, type Measure } from './load.js';
import { serveBytes, serveSubgraphs, type Serving } from './processes.js';
import { table } from './table.js';
import { cachedWorkloads, type GatewayWorkload } from './workloads.js';

const connections = 50;
const seconds = 2;
const rounds = 3;

const header = ['workload', 'method', 'gateway', 'requests/s', 'p50 ms', 'p99 ms', 'of limit', 'of response cache'];

type Servers = readonly (readonly [name: string, serving: Serving])[];

/**
 * Sends one question over and over to ours with all its guards, in one process and of five, to Apollo's gateway with
 * Apollo's cache of answers, and to node:http with the same bytes at hand. Gives the table for people: medians of rounds.
 */
export async function benchCached(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await serveSubgraphs(target.target);
  const gateways: Servers = [
    ['ours of five', await serveGuarded(subgraphs.urls)],
    ['ours in one', await serveGuardedInOne(target.target)],
    ['response cache', await serveResponseCache(subgraphs.urls)],
  ];
  const rows: string[][] = [];
  try {
    for (const workload of cachedWorkloads()) {
      for (const method of ['POST', 'GET'] as const) {
        const made = rowsOf([workload.name, method], await measure(gateways, workload, method));
        console.log(made.map((row) => row.join('  ')).join('\n'));
        rows.push(...made);
      }
    }
  } finally {
    await Promise.all(gateways.map(([, gateway]) => gateway.stop()));
    await subgraphs.stop();
  }
  return table(header, rows, header.slice(0, 3));
}

/** Loads each server right after the other, several rounds of it. */
async function measure(
  gateways: Servers,
  { bodies }: GatewayWorkload,
  method: NonNullable<Load['method']>,
): Promise<ReadonlyMap<string, Measure>> {
  const limit = await serveBytes(await answerOf(gateways, bodies[0] ?? ''));
  const servers: Servers = [...gateways, ['limit', limit]];
  const measures = new Map<string, Measure[]>(servers.map(([name]) => [name, []]));
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, { url }] of servers) {
        measures.get(name)?.push(await load(url, { bodies, method, connections, seconds }));
      }
    }
  } finally {
    await limit.stop();
  }
  return new Map(Array.from(measures, ([name, taken]) => [name, medians(taken)]));
}

/** The bytes that all of them answer to a question. */
async function answerOf(gateways: Servers, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answers = await Promise.all(
    gateways.map(async ([, { url }]) => (await fetch(url, { method: 'POST', headers, body })).text()),
  );
  const [answer = ''] = answers;
  if (answers.some((other) => JSON.stringify(dataOf(other)) !== JSON.stringify(dataOf(answer)))) {
    throw new Error(`They answer otherwise to ${body}`);
  }
  return answer;
}

function dataOf(answer: string): unknown {
  const { data, errors } = JSON.parse(answer) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined) {
    throw new Error(answer);
  }
  return data;
}

function rowsOf(place: readonly string[], measured: ReadonlyMap<string, Measure>): string[][] {
  const share = (rate: number, other: string): string => (rate / (measured.get(other)?.rate ?? Number.NaN)).toFixed(2);
  return Array.from(measured, ([name, { rate, p50, p99 }]) => [
    ...place,
    name,
    rate.toFixed(0),
    p50.toFixed(0),
    p99.toFixed(0),
    share(rate, 'limit'),
    share(rate, 'response cache'),
  ]);
}
