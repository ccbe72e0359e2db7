import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import autocannon from 'autocannon';

import { projectRoot } from '../platform/config.js';
import { openQuestionGateway } from '../scripts/ask.js';
import type { BenchTarget } from './graph.js';
import { startInFiveProcesses, startInOneProcess, startJsonBaseline, type ServerProcess } from './processes.js';
import { table } from './table.js';

const connections = 20;
const seconds = 5;

interface Operation {
  readonly name: string;
  readonly query: string;
}

/** The operations of `bench/documents/`. */
const operations: readonly Operation[] = globSync(join(projectRoot, 'bench/documents/*.graphql'))
  .sort()
  .map((path) => ({ name: basename(path, '.graphql'), query: readFileSync(path, 'utf8') }));

/**
 * Sends each operation to the graph in one process and in five, without a cache, and then to node:http with the same answer
 * (the baseline). Returns a table.
 */
export async function benchServing({ target, engine }: BenchTarget): Promise<string> {
  const statements = await statementsOf(target);
  const rows: string[][] = [];
  for (const [set, start] of [
    ['one process', startInOneProcess],
    ['five processes', startInFiveProcesses],
  ] as const) {
    const server = await start(target);
    for (const operation of operations) {
      const baseline = await baselineOf(server, operation);
      const measured = await load(server.url, operation);
      const bound = await load(baseline.url, operation);
      await baseline.stop();
      rows.push([
        operation.name,
        `${set}, ${engine}`,
        measured.requests.average.toFixed(0),
        measured.latency.p50.toFixed(0),
        measured.latency.p99.toFixed(0),
        String(statements.get(operation.name)),
        bound.requests.average.toFixed(0),
        (measured.requests.average / bound.requests.average).toFixed(3),
      ]);
      console.log(rows.at(-1)?.join('  '));
    }
    await server.stop();
  }
  return table(['workload', 'run as', 'requests/s', 'p50 ms', 'p99 ms', 'SQL', 'baseline/s', 'of baseline'], rows, [
    'workload',
    'run as',
  ]);
}

/** How many SQL statements each operation takes. */
async function statementsOf(target: BenchTarget['target']): Promise<ReadonlyMap<string, number>> {
  const { ask, close } = await openQuestionGateway(target);
  const counts = new Map<string, number>();
  for (const { name, query } of operations) {
    const reply = await ask({ name, query, question: name, variables: {}, answer: null });
    counts.set(name, reply.statements);
  }
  await close();
  return counts;
}

async function baselineOf({ url }: ServerProcess, { query }: Operation): Promise<ServerProcess> {
  const response = await fetch(url, request(query));
  const answer = await response.text();
  if (answer.includes('"errors"')) {
    throw new Error(answer);
  }
  return startJsonBaseline(answer);
}

const request = (query: string): { method: 'POST'; headers: Record<string, string>; body: string } => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});

async function load(url: string, { query }: Operation): Promise<autocannon.Result> {
  await autocannon({ url, connections, duration: 1, ...request(query) });
  return autocannon({ url, connections, duration: seconds, ...request(query) });
}
