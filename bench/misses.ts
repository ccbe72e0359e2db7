import { readFileSync } from 'node:fs';

import autocannon from 'autocannon';

import { serveGuarded } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { serveSubgraphs, type Serving } from './processes.js';
import { table } from './table.js';

const connections = 20;
const seconds = 2;
const rounds = 5;

/** Questions with one plan, of which no two have the same answer kept. */
const question = (number: number): string =>
  JSON.stringify({
    query: `query Misses($least: Float) {
      pairings(first: 5) { nodes { donor { label } funds(filter: { value: { gte: $least } }) { nodes { figure { text } } } } }
    }`,
    variables: { least: number },
  });

/**
 * Asks ours, of five, questions whose answers are not kept, with a cache and without, in turn. Gives the table for people:
 * requests a second, and microseconds of its processor that the gateway takes for each (on Linux); medians of rounds.
 */
export async function benchMisses(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await serveSubgraphs(target.target);
  const gateways = [
    { name: 'with a cache', serving: await serveGuarded(subgraphs.urls), rates: [] as number[], costs: [] as number[] },
    { name: 'without', serving: await serveGuarded(subgraphs.urls, '0'), rates: [] as number[], costs: [] as number[] },
  ];
  try {
    for (let round = -1; round < rounds; round += 1) {
      for (const { serving, rates, costs } of gateways) {
        const before = processorTime(serving);
        const { requests, non2xx, errors } = await ask(serving.url);
        if (non2xx + errors > 0) {
          throw new Error(`${non2xx + errors} requests were not answered.`);
        }
        if (round >= 0) {
          rates.push(requests.average);
          costs.push((processorTime(serving) - before) / requests.total);
        }
      }
    }
  } finally {
    await Promise.all(gateways.map(({ serving }) => serving.stop()));
    await subgraphs.stop();
  }
  const least = median(gateways[1]?.costs ?? []);
  const rows = gateways.map(({ name, rates, costs }) => [
    'misses',
    name,
    median(rates).toFixed(0),
    median(costs).toFixed(0),
    (median(costs) / least).toFixed(3),
  ]);
  const header = ['workload', 'gateway', 'requests/s', 'processor µs', 'of without'];
  return table(header, rows, header.slice(0, 2));
}

let asked = 0;

async function ask(url: string): Promise<autocannon.Result> {
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    asked += 1;
    return { ...request, body: question(asked) };
  };
  const headers = { 'content-type': 'application/json' };
  return autocannon({ url, connections, duration: seconds, requests: [{ method: 'POST', headers, setupRequest }] });
}

/** Microseconds of processor that a process has taken; no number where the system does not tell. */
function processorTime({ child }: Serving): number {
  if (process.platform !== 'linux') {
    return Number.NaN;
  }
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // In hundredths of a second: of the program, and of the system for it.
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
