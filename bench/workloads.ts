import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../platform/config.js';
import type { SubgraphProcesses } from './processes.js';

/** Requests to a gateway. */
export interface GatewayWorkload {
  readonly name: string;
  /** Bodies of requests, sent in turn. */
  readonly bodies: readonly string[];
}

/** The same list of 50 pairings each time, and the pages of these pairings in turn, so that few concurrent requests are equal. */
export async function gatewayWorkloads({ urls }: SubgraphProcesses): Promise<readonly GatewayWorkload[]> {
  const response = await fetch(urls.get('pairings') ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ pairings(first: 50) { nodes { id } } }' }),
  });
  const { data } = (await response.json()) as { data: { pairings: { nodes: { id: string }[] } } };
  const page = operationIn('documents/pairing-page.graphql');
  return [
    {
      name: 'list of 50 pairings',
      bodies: [JSON.stringify({ query: operationIn('bench/documents/pairings.graphql') })],
    },
    {
      name: 'pages of 50 pairings',
      bodies: data.pairings.nodes.map(({ id }) => JSON.stringify({ query: page, variables: { id } })),
    },
  ];
}

/** Two requests whose answers are cached: one of some fifty kilobytes, one of some hundred bytes. */
export function cachedWorkloads(): readonly GatewayWorkload[] {
  return [
    { name: 'cached list', bodies: [JSON.stringify({ query: operationIn('bench/documents/pairings.graphql') })] },
    {
      name: 'cached region',
      bodies: [JSON.stringify({ query: 'query Region { region(code: "522228") { name nameEn } }' })],
    },
  ];
}

function operationIn(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
