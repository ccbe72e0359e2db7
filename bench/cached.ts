import { serveGuarded, serveGuardedInOne, serveResponseCache } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { loadInTurn, shareOf, type Load, type Measure } from './load.js';
import { serveBytes, serveSubgraphs, type AnswerBytes, type Serving } from './processes.js';
import { table } from './table.js';
import { cachedWorkloads, type GatewayWorkload } from './workloads.js';

const connections = 50;
const seconds = 2;
const rounds = 3;

const header = ['workload', 'method', 'gateway', 'requests/s', 'p50 ms', 'p99 ms', 'of limit', 'of response cache'];

type Servers = readonly (readonly [name: string, serving: Serving])[];

/**
 * Sends one question over and over to ours with all its guards, in one process and of five, to Apollo's gateway with
 * Apollo's cache of answers, and to node:http that has the same answer at hand, headers and all (the limit), or its body
 * alone. Gives the table for people: medians of rounds.
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

/** Loads the gateways, and what bounds them. */
async function measure(
  gateways: Servers,
  { bodies }: GatewayWorkload,
  method: NonNullable<Load['method']>,
): Promise<ReadonlyMap<string, Measure>> {
  const answer = await answerOf(gateways, bodies[0] ?? '');
  const limits: Servers = [
    ['limit', await serveBytes(bytesOf(answer))],
    ['body alone', await serveBytes(bytesOf(answer, ['content-type', 'content-length']))],
  ];
  try {
    return await loadInTurn([...gateways, ...limits], rounds, { bodies, method, connections, seconds });
  } finally {
    await Promise.all(limits.map(([, limit]) => limit.stop()));
  }
}

interface Answer {
  readonly headers: Headers;
  readonly body: string;
}

/** What ours answers to a question, which all of them answer alike. */
async function answerOf(gateways: Servers, body: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'identity' };
  const answers = await Promise.all(
    gateways.map(async ([, { url }]) => {
      const response = await fetch(url, { method: 'POST', headers, body });
      return { headers: response.headers, body: await response.text() };
    }),
  );
  const [answer] = answers;
  if (!answer || answers.some((other) => JSON.stringify(dataOf(other.body)) !== JSON.stringify(dataOf(answer.body)))) {
    throw new Error(`They answer otherwise to ${body}`);
  }
  return answer;
}

/** An answer with those of its headers that are asked for, but for what belongs to its connection. */
function bytesOf({ headers, body }: Answer, asked: readonly string[] = [...headers.keys()]): AnswerBytes {
  const ofConnection = ['connection', 'keep-alive', 'date'];
  const sent = [...headers].filter(([name]) => asked.includes(name) && !ofConnection.includes(name));
  return { headers: sent.flat(), body };
}

function dataOf(answer: string): unknown {
  const { data, errors } = JSON.parse(answer) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined) {
    throw new Error(answer);
  }
  return data;
}

function rowsOf(place: readonly string[], measured: ReadonlyMap<string, Measure>): string[][] {
  return Array.from(measured, ([name, { rate, p50, p99 }]) => [
    ...place,
    name,
    rate.toFixed(0),
    p50.toFixed(0),
    p99.toFixed(0),
    shareOf(measured, rate, 'limit'),
    shareOf(measured, rate, 'response cache'),
  ]);
}
