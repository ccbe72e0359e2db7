import { startFull, startFullInOneProcess, startResponseCache } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { loadInRounds, ratioOf, type Load, type Measure } from './load.js';
import { startBytesBaseline, startSubgraphs, type AnswerBytes, type ServerProcess } from './processes.js';
import { table } from './table.js';
import { cachedWorkloads, type GatewayWorkload } from './workloads.js';

const connections = 50;
const seconds = 2;
const rounds = 3;

const header = ['workload', 'method', 'gateway', 'requests/s', 'p50 ms', 'p99 ms', 'of baseline', 'of response cache'];

type Servers = readonly (readonly [name: string, server: ServerProcess])[];

/**
 * Sends the same request repeatedly to our gateway in its default configuration, with subgraphs in one and in five
 * processes, to Apollo's gateway with Apollo's response cache, and to node:http that sends the same answer (the baseline)
 * or only its body. Returns a table: medians of rounds.
 */
export async function benchCached(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await startSubgraphs(target.target);
  const gateways: Servers = [
    ['ours, five processes', await startFull(subgraphs.urls)],
    ['ours, one process', await startFullInOneProcess(target.target)],
    ['response cache', await startResponseCache(subgraphs.urls)],
  ];
  const rows: string[][] = [];
  try {
    for (const workload of cachedWorkloads()) {
      for (const method of ['POST', 'GET'] as const) {
        const measured = rowsOf([workload.name, method], await measure(gateways, workload, method));
        console.log(measured.map((row) => row.join('  ')).join('\n'));
        rows.push(...measured);
      }
    }
  } finally {
    await Promise.all(gateways.map(([, gateway]) => gateway.stop()));
    await subgraphs.stop();
  }
  return table(header, rows, header.slice(0, 3));
}

/** Loads the gateways and the baselines. */
async function measure(
  gateways: Servers,
  { bodies }: GatewayWorkload,
  method: NonNullable<Load['method']>,
): Promise<ReadonlyMap<string, Measure>> {
  const answer = await answerOf(gateways, bodies[0] ?? '');
  const baselines: Servers = [
    ['baseline', await startBytesBaseline(bytesOf(answer))],
    ['body only', await startBytesBaseline(bytesOf(answer, ['content-type', 'content-length']))],
  ];
  try {
    return await loadInRounds([...gateways, ...baselines], rounds, { bodies, method, connections, seconds });
  } finally {
    await Promise.all(baselines.map(([, baseline]) => baseline.stop()));
  }
}

interface Answer {
  readonly headers: Headers;
  readonly body: string;
}

/** Our answer to a request. Throws where a gateway gives another. */
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
    throw new Error(`The gateways give different answers to ${body}`);
  }
  return answer;
}

/** An answer with the named headers, without those of its connection. */
function bytesOf({ headers, body }: Answer, names: readonly string[] = [...headers.keys()]): AnswerBytes {
  const ofConnection = ['connection', 'keep-alive', 'date'];
  const sent = [...headers].filter(([name]) => names.includes(name) && !ofConnection.includes(name));
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
    ratioOf(measured, rate, 'baseline'),
    ratioOf(measured, rate, 'response cache'),
  ]);
}
