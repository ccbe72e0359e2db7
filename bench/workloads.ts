import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../platform/config.js';
import type { ServingSubgraphs } from './processes.js';

/** What gateways are asked. */
export interface GatewayWorkload {
  readonly name: string;
  /** Bodies of requests, asked in turn. */
  readonly bodies: readonly string[];
}

/** A page of 50 pairings, the same each time, and the page of each of them in turn, so that few equal ones meet. */
export async function gatewayWorkloads({ urls }: ServingSubgraphs): Promise<readonly GatewayWorkload[]> {
  const response = await fetch(urls.get('pairings') ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ pairings(first: 50) { nodes { id } } }' }),
  });
  const { data } = (await response.json()) as { data: { pairings: { nodes: { id: string }[] } } };
  const page = documentIn('documents/pairing-page.graphql');
  return [
    {
      name: 'list of 50 pairings',
      bodies: [JSON.stringify({ query: documentIn('bench/documents/pairings.graphql') })],
    },
    {
      name: 'pages of 50 pairings',
      bodies: data.pairings.nodes.map(({ id }) => JSON.stringify({ query: page, variables: { id } })),
    },
  ];
}

/** What is asked over and over: an answer of some fifty kilobytes, and one of some hundred bytes. */
export function cachedWorkloads(): readonly GatewayWorkload[] {
  return [
    { name: 'kept list', bodies: [JSON.stringify({ query: documentIn('bench/documents/pairings.graphql') })] },
    {
      name: 'kept region',
      bodies: [JSON.stringify({ query: 'query Region { region(code: "522228") { name nameEn } }' })],
    },
  ];
}

function documentIn(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}
