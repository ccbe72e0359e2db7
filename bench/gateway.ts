import { isDeepStrictEqual } from 'node:util';

import { startGateways, type Gateways } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { loadInRounds, ratioOf, type Measure } from './load.js';
import { startJsonBaseline, startRelay, startSubgraphs, type SubgraphProcesses } from './processes.js';
import { table } from './table.js';
import { gatewayWorkloads, type GatewayWorkload } from './workloads.js';

const connections = 50;
const seconds = 3;
const rounds = 3;

/** How the subgraphs answer, and the flags of the relay before them. With replayed answers only the gateway is timed. */
const settings: readonly { readonly subgraphs: string; readonly relay: readonly string[] | null }[] = [
  { subgraphs: 'real', relay: null },
  { subgraphs: '20 ms delay', relay: ['--delay', '20'] },
  { subgraphs: 'replayed', relay: ['--replay'] },
  { subgraphs: 'replayed, 20 ms delay', relay: ['--replay', '--delay', '20'] },
];

const header = [
  'workload',
  'subgraphs',
  'gateway',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'p99/p50',
  'CPU µs',
  'of plain',
  'of Hive',
  'of Hive, Rust',
  'of baseline',
];

/**
 * Sends the same requests to our gateway, to Apollo's gateway in its default configuration (plain), to Hive Gateway with its
 * planner in JavaScript and with the one in Rust, and to node:http with a fixed answer (the baseline), one after another, over the same four subgraph processes. Returns a table:
 * medians of rounds.
 */
export async function benchGateway(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await startSubgraphs(target.target);
  const rows: string[][] = [];
  try {
    const workloads = await gatewayWorkloads(subgraphs);
    for (const { subgraphs: how, relay } of settings) {
      const relayed = relay && (await startRelay(subgraphs, relay));
      try {
        await measureAll(relayed ?? subgraphs, workloads, (name, measured) => {
          const measuredRows = rowsOf([name, how], measured);
          console.log(measuredRows.map((row) => row.join('  ')).join('\n'));
          rows.push(...measuredRows);
        });
      } finally {
        await relayed?.stop();
      }
    }
  } finally {
    await subgraphs.stop();
  }
  return table(header, rows, header.slice(0, 3));
}

type Measured = ReadonlyMap<string, Measure>;

async function measureAll(
  subgraphs: SubgraphProcesses,
  workloads: readonly GatewayWorkload[],
  onMeasured: (workload: string, measured: Measured) => void,
): Promise<void> {
  const gateways = await startGateways(subgraphs.urls);
  try {
    for (const { name, bodies } of workloads) {
      const baseline = await startJsonBaseline(await commonAnswer(gateways, bodies));
      try {
        onMeasured(
          name,
          await loadInRounds([...gateways.all, ['baseline', baseline]], rounds, { bodies, connections, seconds }),
        );
      } finally {
        await baseline.stop();
      }
    }
  } finally {
    await gateways.stop();
  }
}

/** The answer to the first request. Throws where the gateways give different answers to one of them. */
async function commonAnswer(gateways: Gateways, bodies: readonly string[]): Promise<string> {
  const answers = await Promise.all(
    Array.from(gateways.all, async ([name, { url }]) => ({ name, answers: await answersOf(url, bodies) })),
  );
  const [first, ...others] = answers;
  for (const { name, answers: given } of others) {
    const different = given.findIndex((answer, index) => !isDeepStrictEqual(answer, first?.answers[index]));
    if (different >= 0) {
      throw new Error(`${name} and ${first?.name} give different answers to ${bodies[different]}`);
    }
  }
  return JSON.stringify(first?.answers[0]);
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
  return Array.from(measured, ([name, { rate, p50, p99, cpu }]) => [
    ...place,
    name,
    rate.toFixed(0),
    p50.toFixed(0),
    p99.toFixed(0),
    p50 === 0 ? '' : (p99 / p50).toFixed(1),
    cpu.toFixed(0),
    ratioOf(measured, rate, 'plain'),
    ratioOf(measured, rate, 'Hive'),
    ratioOf(measured, rate, 'Hive, Rust'),
    ratioOf(measured, rate, 'baseline'),
  ]);
}
