import autocannon from 'autocannon';

import { cpuTime, type ServerProcess } from './processes.js';

/** Throughput in requests per second, and latency in milliseconds. */
export interface Measure {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU time of the server for each request, in microseconds; NaN where the system does not tell. */
  readonly cpu: number;
}

/** Requests to send over several connections for some seconds. */
export interface Load {
  /** Bodies of requests, sent in turn; each connection begins with another one. */
  readonly bodies: readonly string[];
  /** POST by default; GET sends the query of the body in its URL. */
  readonly method?: 'POST' | 'GET';
  readonly connections: number;
  readonly seconds: number;
}

/**
 * Loads a server: a second as warm-up, then the measured time. Waits until the requests that were in flight at the end
 * are answered. Throws where a request failed.
 */
async function load(server: ServerProcess, { bodies, method = 'POST', connections, seconds }: Load): Promise<Measure> {
  const { url } = server;
  const requests = bodies.map((body) => (method === 'GET' ? { method, path: pathOf(url, body) } : { method, body }));
  let connected = 0;
  const run = (duration: number): Promise<autocannon.Result> =>
    autocannon({
      url,
      connections,
      duration,
      headers: { 'content-type': 'application/json' },
      setupClient: (client) => {
        const at = connected % requests.length;
        connected += 1;
        client.setRequests([...requests.slice(at), ...requests.slice(0, at)]);
      },
    });
  await run(1);
  const before = cpuTime(server);
  const { requests: answered, latency, errors, timeouts, non2xx } = await run(seconds);
  if (errors + timeouts + non2xx > 0) {
    throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} answers without a status of 2xx.`);
  }
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodies[0] ?? '' });
  const cpu = (cpuTime(server) - before) / answered.total;
  return { rate: answered.average, p50: latency.p50, p99: latency.p99, cpu };
}

/** The path of a GET with the query of a body. */
function pathOf(url: string, body: string): string {
  const { query } = JSON.parse(body) as { readonly query: string };
  return `${new URL(url).pathname}?${new URLSearchParams({ query }).toString()}`;
}

/** Loads the servers one after another in several rounds. Returns the medians by name. */
export async function loadInRounds(
  servers: readonly (readonly [name: string, server: ServerProcess])[],
  rounds: number,
  requests: Load,
): Promise<ReadonlyMap<string, Measure>> {
  const measures = new Map<string, Measure[]>(servers.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of servers) {
      measures.get(name)?.push(await load(server, requests));
    }
  }
  return new Map(Array.from(measures, ([name, all]) => [name, medians(all)]));
}

/** A rate divided by that of another server, as text. */
export function ratioOf(measured: ReadonlyMap<string, Measure>, rate: number, other: string): string {
  return (rate / (measured.get(other)?.rate ?? Number.NaN)).toFixed(2);
}

/** The median of each figure over several rounds. */
function medians(rounds: readonly Measure[]): Measure {
  const medianOf = (of: (measure: Measure) => number): number =>
    rounds.map(of).toSorted((one, other) => one - other)[Math.floor(rounds.length / 2)] ?? Number.NaN;
  return {
    rate: medianOf(({ rate }) => rate),
    p50: medianOf(({ p50 }) => p50),
    p99: medianOf(({ p99 }) => p99),
    cpu: medianOf(({ cpu }) => cpu),
  };
}
