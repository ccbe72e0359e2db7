import autocannon from 'autocannon';

import { startFull } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { cpuTime, startSubgraphs } from './processes.js';
import { table } from './table.js';

const connections = 20;
const seconds = 2;
const rounds = 5;

/** Requests with one query plan and different cache keys. */
const question = (number: number): string =>
  JSON.stringify({
    query: `query Misses($least: Float) {
      pairings(first: 5) { nodes { donor { label } funds(filter: { value: { gte: $least } }) { nodes { figure { text } } } } }
    }`,
    variables: { least: number },
  });

/**
 * Sends requests that always miss the cache to our gateway with a cache and without, alternately. Returns a table:
 * requests per second, and CPU time of the gateway per request in microseconds (on Linux); medians of rounds.
 */
export async function benchMisses(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await startSubgraphs(target.target);
  const gateways = [
    { name: 'with a cache', server: await startFull(subgraphs.urls), rates: [] as number[], costs: [] as number[] },
    { name: 'without', server: await startFull(subgraphs.urls, '0'), rates: [] as number[], costs: [] as number[] },
  ];
  try {
    for (let round = -1; round < rounds; round += 1) {
      for (const { server, rates, costs } of gateways) {
        const before = cpuTime(server);
        const { requests, non2xx, errors } = await ask(server.url);
        if (non2xx + errors > 0) {
          throw new Error(`${non2xx + errors} requests failed.`);
        }
        if (round >= 0) {
          rates.push(requests.average);
          costs.push((cpuTime(server) - before) / requests.total);
        }
      }
    }
  } finally {
    await Promise.all(gateways.map(({ server }) => server.stop()));
    await subgraphs.stop();
  }
  const withoutCache = median(gateways[1]?.costs ?? []);
  const rows = gateways.map(({ name, rates, costs }) => [
    'misses',
    name,
    median(rates).toFixed(0),
    median(costs).toFixed(0),
    (median(costs) / withoutCache).toFixed(3),
  ]);
  const header = ['workload', 'gateway', 'requests/s', 'CPU µs', 'of without'];
  return table(header, rows, header.slice(0, 2));
}

let sent = 0;

async function ask(url: string): Promise<autocannon.Result> {
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    sent += 1;
    return { ...request, body: question(sent) };
  };
  const headers = { 'content-type': 'application/json' };
  return autocannon({ url, connections, duration: seconds, requests: [{ method: 'POST', headers, setupRequest }] });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
