import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import autocannon from 'autocannon';

import { projectRoot } from '../platform/config.js';
import { openQuestionGateway } from '../scripts/ask.js';
import type { BenchTarget } from './graph.js';
import { serveInFive, serveInOne, serveLimit, type Serving } from './processes.js';
import { table } from './table.js';

const connections = 20;
const seconds = 5;

interface Document {
  readonly name: string;
  readonly query: string;
}

/** The documents of `bench/documents/`, the page of 50 pairings first. */
const documents: readonly Document[] = globSync(join(projectRoot, 'bench/documents/*.graphql'))
  .sort()
  .map((path) => ({ name: basename(path, '.graphql'), query: readFileSync(path, 'utf8') }));

/**
 * Sends each document to the graph in one process and in five, uncached, and right after it to node:http, which sends
 * the same answer. Gives the table for people.
 */
export async function benchServing({ target, engine }: BenchTarget): Promise<string> {
  const statements = await statementsOf(target);
  const rows: string[][] = [];
  for (const [set, serve] of [
    ['one process', serveInOne],
    ['five', serveInFive],
  ] as const) {
    const serving = await serve(target);
    for (const document of documents) {
      const limit = await limitOf(serving, document);
      const taken = await load(serving.url, document);
      const least = await load(limit.url, document);
      await limit.stop();
      rows.push([
        document.name,
        `${set}, ${engine}`,
        taken.requests.average.toFixed(0),
        taken.latency.p50.toFixed(0),
        taken.latency.p99.toFixed(0),
        String(statements.get(document.name)),
        least.requests.average.toFixed(0),
        (taken.requests.average / least.requests.average).toFixed(3),
      ]);
      console.log(rows.at(-1)?.join('  '));
    }
    await serving.stop();
  }
  return table(['workload', 'run as', 'requests/s', 'p50 ms', 'p99 ms', 'SQL', 'limit/s', 'of the limit'], rows, [
    'workload',
    'run as',
  ]);
}

/** How many statements each document takes, once its plan is there. */
async function statementsOf(target: BenchTarget['target']): Promise<ReadonlyMap<string, number>> {
  const { ask, close } = await openQuestionGateway(target);
  const counts = new Map<string, number>();
  for (const { name, query } of documents) {
    const reply = await ask({ name, query, question: name, variables: {}, answer: null });
    counts.set(name, reply.statements);
  }
  await close();
  return counts;
}

async function limitOf({ url }: Serving, { query }: Document): Promise<Serving> {
  const response = await fetch(url, request(query));
  const answer = await response.text();
  if (answer.includes('"errors"')) {
    throw new Error(answer);
  }
  return serveLimit(answer);
}

const request = (query: string): { method: 'POST'; headers: Record<string, string>; body: string } => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});

async function load(url: string, { query }: Document): Promise<autocannon.Result> {
  await autocannon({ url, connections, duration: 1, ...request(query) });
  return autocannon({ url, connections, duration: seconds, ...request(query) });
}
