import type { Health, Readiness } from '../../platform/http-server.js';
import type { Addresses } from './addresses.js';
import type { Supergraph } from './supergraph.js';

/** Milliseconds that a probe of a subgraph may take, and for which its result is reused. */
const probeTime = 1_000;

/**
 * Reports which subgraphs are ready, and whether the newest supergraph is served. Subgraphs that are not ready make it
 * degraded, even all of them: the gateway still says what is missing, as no load balancer would.
 */
export function readinessOf(supergraph: Supergraph): Readiness {
  let last: { readonly at: number; readonly problems: Promise<Problems> } | undefined;
  return async (): Promise<Health> => {
    if (!last || performance.now() - last.at > probeTime) {
      last = { at: performance.now(), problems: probe(supergraph.addresses) };
    }
    const found = await last.problems;
    const { loadedAt, hash, refused } = supergraph.state;
    const missing = Array.from(found).flatMap(([name, problem]) => (problem === null ? [] : [name]));
    return {
      status: missing.length === 0 ? 'ready' : 'degraded',
      problems: [
        ...missing.map((name) => found.get(name) ?? ''),
        ...(refused ? [`A newer supergraph is not served. ${refused.reason}`] : []),
      ],
      ...(missing.length > 0 ? { missing } : {}),
      subgraphs: Object.fromEntries(Array.from(found, ([name, problem]) => [name, problem === null ? 'up' : 'down'])),
      supergraph: { loadedAt, hash, refused },
    };
  };
}

/** What is wrong with each subgraph; null with one that is ready. */
type Problems = ReadonlyMap<string, string | null>;

async function probe(addresses: Addresses): Promise<Problems> {
  const problems = Array.from(addresses, async ([name, url]) => [name, await problemOf(name, url)] as const);
  return new Map(await Promise.all(problems));
}

async function problemOf(name: string, url: string): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(probeTime);
    const response = await fetch(new URL('health/ready', url), { redirect: 'manual', signal });
    // A subgraph of another kind may have no such address, or something else there.
    const health = (await response.json().catch(() => null)) as Partial<Health> | null;
    if (typeof health?.status !== 'string') {
      return (await answers(url, signal)) ? null : silent(name);
    }
    const { problems = [] } = health;
    return response.ok ? null : `The ${name} subgraph is ${health.status}. ${problems.join(' ')}`.trimEnd();
  } catch {
    return silent(name);
  }
}

const silent = (name: string): string => `The ${name} subgraph does not answer.`;

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{"query":"{ __typename }"}',
    redirect: 'error',
    signal,
  });
  const { data } = (await response.json()) as { readonly data?: { readonly __typename?: unknown } };
  return typeof data?.__typename === 'string';
}
