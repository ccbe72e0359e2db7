import { setTimeout } from 'node:timers/promises';

import autocannon from 'autocannon';

import { loadFunds } from './funds.js';
import { withGraph, type BenchTarget } from './graph.js';
import { environment, startFlags, startProcess, type ServerProcess } from './processes.js';
import { table } from './table.js';

const seconds = 8;
const connections = 2;

/** Milliseconds that a light request may take, 99 of 100 of them, and by which a deadline may be missed. */
const lightLimit = 100;
const deadlineLimit = 500;

/** The timeout of an operation in milliseconds, short so that the bench is. */
const operationTimeout = 3_000;

interface Body {
  readonly query: string;
  readonly variables?: object;
}

/** Requests that take as long as the limits allow. `number` makes each different, so that none is answered from a cache. */
const heavyRequests: Readonly<Record<string, (number: number) => readonly Body[]>> = {
  // The largest that is not refused.
  'filter of many conditions': (number) =>
    [3600, 1000, 300, 100, 30].map((count) => ({
      query: 'query ($filter: RegionsFilter) { regions(first: 1, filter: $filter) { totalCount } }',
      variables: {
        filter: { or: Array.from({ length: count }, (_, place) => ({ name: { contains: `${number}-${place}` } })) },
      },
    })),
  'many such filters': (number) =>
    [300, 100, 30, 10].map((count) => ({
      query: `query ($filter: RegionsFilter) { ${repeated(20, (place) => `a${place}: regions(first: ${place}, filter: $filter) { totalCount }`)} }`,
      variables: {
        filter: { or: Array.from({ length: count }, (_, place) => ({ name: { contains: `${number}-${place}` } })) },
      },
    })),
  'groups of 100,000 funds': (number) =>
    [10, 3, 1].map((count) => ({
      query: `query ($value: Float) { ${repeated(
        count,
        (place) =>
          `a${place}: fundGroups(first: ${500 - place}, basis: ANNUAL, filter: { value: { gte: $value } }, groupBy: [PAIRING, DONOR, RECIPIENT, DONOR_PROVINCE, RECIPIENT_PROVINCE, YEAR, KIND]) { keys { year } total { value } }`,
      )} }`,
      variables: { value: number / 1000 },
    })),
  'records of many regions': (number) =>
    [90, 30, 10].map((count) => ({
      query: `{ regions(first: 500, filter: { name: { ne: "${number}" } }) { nodes { id name children(first: ${count}) { nodes { id name } } siblings(first: ${count}) { nodes { id name } } } } }`,
    })),
  'fetches from all subgraphs': (number) =>
    [500, 100].map((count) => ({
      query: `{ regions(first: ${count}, filter: { name: { ne: "${number}" } }) { nodes { id fundsReceived(first: 5) { nodes { id } } placementsFrom(first: 5) { nodes { id } } coursesFrom(first: 5) { nodes { id } } outcomes(first: 5) { nodes { id } } } } }`,
    })),
  'large answer': (number) =>
    [29, 10].map((count) => ({
      query: `{ ${repeated(count, (place) => `a${place}: regions(first: ${500 - place}, filter: { name: { ne: "${number}" } }) { nodes { id name nameEn code kind level pinyin } }`)} }`,
    })),
};

const repeated = (count: number, part: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => part(place)).join(' ');

const light = {
  typename: '{ __typename }',
  kept: '{ region(code: "522228") { name nameEn } }',
} as const;

const header = [
  'worst request',
  '__typename p99',
  'kept p99',
  'limit',
  'longest',
  'deadline',
  'limit after it',
  'held',
];

/**
 * Light requests beside heavy ones, to the graph in one process: while two connections send a heavy request repeatedly,
 * `{ __typename }` and a cached answer are asked for. Milliseconds.
 */
export async function benchIsolation(target: BenchTarget): Promise<string> {
  await withGraph(target, loadFunds);
  const env = {
    ...environment(target.target),
    ANSWER_CACHE_MB: '128',
    OPERATION_TIMEOUT_MS: String(operationTimeout),
    SUBGRAPH_TIMEOUT_MS: String(operationTimeout),
  };
  const server = await startProcess('gateway/start.js', {
    env,
    nodeArgs: startFlags,
    stderr: 'ignore',
  });
  const rows: string[][] = [];
  try {
    await send(server, { query: light.kept });
    for (const [name, bodies] of Object.entries({ none: null, ...heavyRequests })) {
      rows.push([`${name}, ${target.engine}`, ...(await measure(server, bodies))]);
      console.log(rows.at(-1)?.join('  '));
    }
  } finally {
    await server.stop();
  }
  return table(header, rows, header.slice(0, 1));
}

async function measure(server: ServerProcess, bodies: ((number: number) => readonly Body[]) | null): Promise<string[]> {
  const ended = { is: false };
  const load = bodies && loadWith(server, await accepted(server, bodies));
  const probes = Promise.all([probe(server, light.typename, ended), probe(server, light.kept, ended)]);
  const longest = load ? (await load).latency.max : (await setTimeout(seconds * 1000), 0);
  ended.is = true;
  const p99s = await probes;
  const holds = p99s.every((p99) => p99 < lightLimit) && longest < operationTimeout + deadlineLimit;
  return [
    ...p99s.map((p99) => p99.toFixed(0)),
    String(lightLimit),
    longest.toFixed(0),
    String(operationTimeout),
    String(deadlineLimit),
    holds ? 'yes' : 'no',
  ];
}

/** Different requests of the largest form that is not refused. */
async function accepted(server: ServerProcess, bodies: (number: number) => readonly Body[]): Promise<readonly Body[]> {
  for (const [form, body] of bodies(0).entries()) {
    if ((await send(server, body)) !== 400) {
      return Array.from({ length: 50 }, (_, number) => bodies(number + 1)[form] ?? body);
    }
  }
  throw new Error(`All forms of the request are refused, the last one ${JSON.stringify(bodies(0).at(-1))}.`);
}

/** Loads from another thread, so that the light requests are timed exactly. */
function loadWith({ url }: ServerProcess, bodies: readonly Body[]): Promise<autocannon.Result> {
  return autocannon({
    url,
    connections,
    duration: seconds,
    workers: 1,
    timeout: 60,
    headers: { 'content-type': 'application/json' },
    requests: bodies.map((body) => ({ method: 'POST', body: JSON.stringify(body) })),
  });
}

/** The time under which 99 of 100 light requests are answered. */
async function probe(server: ServerProcess, query: string, ended: { readonly is: boolean }): Promise<number> {
  const times: number[] = [];
  while (!ended.is) {
    const begun = performance.now();
    await send(server, { query });
    times.push(performance.now() - begun);
    await setTimeout(10);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

async function send({ url }: ServerProcess, body: Body): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}
