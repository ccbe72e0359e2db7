import { isDeepStrictEqual } from 'node:util';

import { serveGateways, type Gateways } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { loadInTurn, shareOf, type Measure } from './load.js';
import { serveLimit, serveRelay, serveSubgraphs, type ServingSubgraphs } from './processes.js';
import { table } from './table.js';
import { gatewayWorkloads, type GatewayWorkload } from './workloads.js';

const connections = 50;
const seconds = 3;
const rounds = 3;

/** How the subgraphs answer, and the flags of the relay before them: replayed, what is timed is a gateway alone. */
const settings: readonly { readonly subgraphs: string; readonly relay: readonly string[] | null }[] = [
  { subgraphs: 'as they are', relay: null },
  { subgraphs: '20 ms late', relay: ['--delay', '20'] },
  { subgraphs: 'replayed', relay: ['--replay'] },
  { subgraphs: 'replayed, 20 ms late', relay: ['--replay', '--delay', '20'] },
];

const header = [
  'workload',
  'subgraphs',
  'gateway',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'p99/p50',
  'of plain',
  'of Hive',
  'of limit',
];

/**
 * Sends the same questions to ours, to Apollo's gateway as it comes, to Hive Gateway and to node:http with an answer at
 * hand, each right after the other, over the same four subgraph processes. Gives the table for people: medians of rounds.
 */
export async function benchGateway(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await serveSubgraphs(target.target);
  const rows: string[][] = [];
  try {
    const workloads = await gatewayWorkloads(subgraphs);
    for (const { subgraphs: how, relay } of settings) {
      const before = relay && (await serveRelay(subgraphs, relay));
      try {
        await measureAll(before ?? subgraphs, workloads, (name, measured) => {
          const made = rowsOf([name, how], measured);
          console.log(made.map((row) => row.join('  ')).join('\n'));
          rows.push(...made);
        });
      } finally {
        await before?.stop();
      }
    }
  } finally {
    await subgraphs.stop();
  }
  return table(header, rows, header.slice(0, 3));
}

type Measured = ReadonlyMap<string, Measure>;

async function measureAll(
  subgraphs: ServingSubgraphs,
  workloads: readonly GatewayWorkload[],
  tell: (workload: string, measured: Measured) => void,
): Promise<void> {
  const gateways = await serveGateways(subgraphs.urls);
  try {
    for (const { name, bodies } of workloads) {
      const limit = await serveLimit(await oneAnswer(gateways, bodies));
      try {
        tell(name, await loadInTurn([...gateways.all, ['limit', limit]], rounds, { bodies, connections, seconds }));
      } finally {
        await limit.stop();
      }
    }
  } finally {
    await gateways.stop();
  }
}

/** The answer to the first question, when all gateways give the same to each. */
async function oneAnswer(gateways: Gateways, bodies: readonly string[]): Promise<string> {
  const answers = await Promise.all(
    Array.from(gateways.all, async ([name, { url }]) => ({ name, given: await answersOf(url, bodies) })),
  );
  const [first, ...others] = answers;
  for (const { name, given } of others) {
    const different = given.findIndex((answer, index) => !isDeepStrictEqual(answer, first?.given[index]));
    if (different >= 0) {
      throw new Error(`${name} answers otherwise than ${first?.name} to ${bodies[different]}`);
    }
  }
  return JSON.stringify(first?.given[0]);
}

async function answersOf(url: string, bodies: readonly string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const body of bodies) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    if (errors !== undefined) {
      throw new Error(`${url} answers ${JSON.stringify(errors)} to ${body}`);
    }
    answers.push({ data });
  }
  return answers;
}

function rowsOf(place: readonly string[], measured: Measured): string[][] {
  return Array.from(measured, ([name, { rate, p50, p99 }]) => [
    ...place,
    name,
    rate.toFixed(0),
    p50.toFixed(0),
    p99.toFixed(0),
    p50 === 0 ? '' : (p99 / p50).toFixed(1),
    shareOf(measured, rate, 'plain'),
    shareOf(measured, rate, 'Hive'),
    shareOf(measured, rate, 'limit'),
  ]);
}
