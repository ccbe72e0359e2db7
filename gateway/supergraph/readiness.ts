import type { Health, Readiness } from '../../platform/http-server.js';
import type { Addresses } from './addresses.js';
import type { Supergraph } from './supergraph.js';

/** Milliseconds that a probe of a subgraph may take, and for which its result is reused. */
const probeTime = 1_000;

/** Reports which subgraphs answer, and whether the newest supergraph is served. */
export function readinessOf(supergraph: Supergraph): Readiness {
  let last: { readonly at: number; readonly states: Promise<States> } | undefined;
  return async () => {
    if (!last || performance.now() - last.at > probeTime) {
      last = { at: performance.now(), states: probe(supergraph.addresses) };
    }
    const states = await last.states;
    const { loadedAt, hash, refused } = supergraph.state;
    const missing = Object.keys(states).filter((name) => states[name] === 'down');
    return {
      status: statusOf(missing.length, Object.keys(states).length),
      problems: [
        ...missing.map((name) => `The ${name} subgraph does not answer.`),
        ...(refused ? [`A newer supergraph is not served. ${refused.reason}`] : []),
      ],
      ...(missing.length > 0 ? { missing } : {}),
      subgraphs: states,
      supergraph: { loadedAt, hash, refused },
    };
  };
}

type States = Readonly<Record<string, 'up' | 'down'>>;

function statusOf(missing: number, all: number): Health['status'] {
  return missing === 0 ? 'ready' : missing < all ? 'degraded' : 'not ready';
}

async function probe(addresses: Addresses): Promise<States> {
  const states = await Promise.all(
    Array.from(addresses, async ([name, url]) => [name, (await answers(url)) ? 'up' : 'down'] as const),
  );
  return Object.fromEntries(states);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: '{"query":"{ __typename }"}',
      redirect: 'error',
      signal: AbortSignal.timeout(probeTime),
    });
    const { data } = (await response.json()) as { readonly data?: { readonly __typename?: unknown } };
    return typeof data?.__typename === 'string';
  } catch {
    return false;
  }
}
