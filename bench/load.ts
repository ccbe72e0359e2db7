import autocannon from 'autocannon';

/** What a server did under load: requests a second, and milliseconds to an answer. */
export interface Measure {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

/** Something to ask, over many connections for some seconds. */
export interface Load {
  /** Bodies of requests, asked in turn, each connection beginning at another one. */
  readonly bodies: readonly string[];
  /** GET has what is in the body in its address; POST without it. */
  readonly method?: 'POST' | 'GET';
  readonly connections: number;
  readonly seconds: number;
}

/**
 * Loads a server for a second to warm it up, then for as long as asked, and waits until what was under way at the end is
 * done. Throws where a request was not answered.
 */
async function load(url: string, { bodies, method = 'POST', connections, seconds }: Load): Promise<Measure> {
  const requests = bodies.map((body) => (method === 'GET' ? { method, path: pathOf(url, body) } : { method, body }));
  let begun = 0;
  const from = (duration: number): Promise<autocannon.Result> =>
    autocannon({
      url,
      connections,
      duration,
      headers: { 'content-type': 'application/json' },
      setupClient: (client) => {
        const at = begun % requests.length;
        begun += 1;
        client.setRequests([...requests.slice(at), ...requests.slice(0, at)]);
      },
    });
  await from(1);
  const { requests: answered, latency, errors, timeouts, non2xx } = await from(seconds);
  if (errors + timeouts + non2xx > 0) {
    throw new Error(`${url}: ${errors} errors, ${timeouts} timeouts, ${non2xx} answers that are no success.`);
  }
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodies[0] ?? '' });
  return { rate: answered.average, p50: latency.p50, p99: latency.p99 };
}

/** The path of a GET that asks what a body does. */
function pathOf(url: string, body: string): string {
  const { query } = JSON.parse(body) as { readonly query: string };
  return `${new URL(url).pathname}?${new URLSearchParams({ query }).toString()}`;
}

/** Loads each server right after the other, several rounds of it; gives the medians by name. */
export async function loadInTurn(
  servers: readonly (readonly [name: string, server: { readonly url: string }])[],
  rounds: number,
  asked: Load,
): Promise<ReadonlyMap<string, Measure>> {
  const measures = new Map<string, Measure[]>(servers.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { url }] of servers) {
      measures.get(name)?.push(await load(url, asked));
    }
  }
  return new Map(Array.from(measures, ([name, taken]) => [name, medians(taken)]));
}

/** The rate of one server in that of another, for people. */
export function shareOf(measured: ReadonlyMap<string, Measure>, rate: number, other: string): string {
  return (rate / (measured.get(other)?.rate ?? Number.NaN)).toFixed(2);
}

/** The middle of each figure over several rounds. */
function medians(rounds: readonly Measure[]): Measure {
  const middle = (of: (measure: Measure) => number): number =>
    rounds.map(of).toSorted((one, other) => one - other)[Math.floor(rounds.length / 2)] ?? Number.NaN;
  return { rate: middle(({ rate }) => rate), p50: middle(({ p50 }) => p50), p99: middle(({ p99 }) => p99) };
}
