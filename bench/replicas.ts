import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import autocannon from 'autocannon';

import type { DatabaseTarget } from '../platform/database.js';
import { startPostgres } from '../scripts/postgres.js';
import { startStandby, type StandbyServer } from '../scripts/standby.js';
import { loadFunds } from './funds.js';
import { withGraph } from './graph.js';
import { cpuTimeOf, startGateway, startSubgraphs } from './processes.js';
import { table } from './table.js';
import { gatewayWorkloads, type GatewayWorkload } from './workloads.js';

const [connections, seconds] = [16, 8];

/** Groups of 100,000 funds, whose time is the database's. Each is different, so that no two share an execution. */
const groups: GatewayWorkload = {
  name: 'groups of 100,000 funds',
  bodies: Array.from({ length: 50 }, (_, number) =>
    JSON.stringify({
      query: `query ($value: Float) {
        fundGroups(first: 20, basis: ANNUAL, filter: { value: { gte: $value } }, groupBy: [KIND, YEAR]) { keys { year } total { value } }
      }`,
      variables: { value: number / 1000 },
    }),
  ),
};

const header = [
  'workload',
  'with',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'CPU ms of the primary',
  'from replicas',
  'again',
];

/**
 * The graph in five processes over a primary alone, and with one and two replicas, all on this machine. Requests a second
 * grow only where there are cores for more servers; the CPU time that a request takes of the primary says what replicas
 * relieve it of.
 */
export async function benchReplicas(): Promise<string> {
  const postgres = await startPostgres();
  const target = { engine: 'postgresql', url: postgres.url } as const;
  await withGraph({ target, engine: 'postgresql', funds: 0, remove: () => Promise.resolve() }, loadFunds);
  const standbys: StandbyServer[] = [];
  const rows: string[][] = [];
  try {
    for (const name of ['no replica', 'one replica', 'two replicas']) {
      const replicas = standbys.map(({ port }) => `postgres://jiedui@127.0.0.1:${port}/postgres`);
      rows.push(...(await measure(name, { ...target, ...(replicas.length > 0 ? { replicas } : {}) }, postgres.data)));
      const primary = { data: postgres.data, port: Number(new URL(postgres.url).port) };
      standbys.push(await startStandby(postgres, primary));
    }
  } finally {
    await Promise.all(standbys.map((standby) => standby.remove()));
    await postgres.stop();
  }
  return table(header, rows, header.slice(0, 2));
}

async function measure(name: string, target: DatabaseTarget, data: string): Promise<string[][]> {
  const services = await startSubgraphs(target);
  const gateway = await startGateway(services);
  const rows: string[][] = [];
  const [, pages] = await gatewayWorkloads(services);
  for (const workload of pages ? [pages, groups] : []) {
    const load = (duration: number): Promise<autocannon.Result> =>
      autocannon({
        url: gateway.url,
        connections,
        duration,
        headers: { 'content-type': 'application/json' },
        requests: workload.bodies.map((body) => ({ method: 'POST', body })),
      });
    await load(1);
    const [cpu, before] = [cpuOf(data), await replicaReads(services.urls)];
    const { requests, latency } = await load(seconds);
    const after = await replicaReads(services.urls);
    rows.push([
      workload.name,
      name,
      requests.average.toFixed(0),
      latency.p50.toFixed(0),
      latency.p99.toFixed(0),
      ((cpuOf(data) - cpu) / requests.total / 1000).toFixed(2),
      String(after.answers - before.answers),
      String(after.again - before.again),
    ]);
    console.log(rows.at(-1)?.join('  '));
  }
  await gateway.stop();
  await services.stop();
  return rows;
}

/** CPU time of a PostgreSQL server's processes in microseconds. */
function cpuOf(data: string): number {
  const [pid = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1);
  const children = execFileSync('pgrep', ['-P', pid], { encoding: 'utf8' }).trim().split('\n');
  return children.reduce((sum, each) => sum + cpuTimeOf(Number(each)), 0);
}

interface ReplicaReads {
  readonly answers: number;
  readonly again: number;
}

/** Answers of all subgraphs from replicas, and those that were read again on the primary. */
async function replicaReads(urls: ReadonlyMap<string, string>): Promise<ReplicaReads> {
  const all = await Promise.all(
    Array.from(urls.values(), async (url) => {
      const { replicas = {} } = (await (await fetch(new URL('/health/ready', url))).json()) as {
        readonly replicas?: Readonly<Record<string, ReplicaReads>>;
      };
      return Object.values(replicas);
    }),
  );
  return all.flat().reduce((sum, each) => ({ answers: sum.answers + each.answers, again: sum.again + each.again }), {
    answers: 0,
    again: 0,
  });
}
