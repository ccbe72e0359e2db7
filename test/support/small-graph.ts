import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

/** A part of a graph of the tests' own: root fields that give texts. */
export interface SmallSubgraph {
  readonly name: string;
  readonly url: string;
  readonly fields: readonly string[];
}

/** A supergraph of small subgraphs. */
export function composeSmall(subgraphs: readonly SmallSubgraph[]): string {
  const composed = composeServices(
    subgraphs.map(({ name, url, fields }) => ({ name, url, typeDefs: parse(typeDefs(fields)) })),
  );
  if (!composed.supergraphSdl) {
    throw new Error(String(composed.errors));
  }
  return composed.supergraphSdl;
}

/** A server of a small subgraph, each answer after some milliseconds. */
export interface SmallServer {
  readonly url: string;
  /** Queries that it has answered. */
  readonly answered: () => number;
  /** Times that it was asked whether it answers. */
  readonly probed: () => number;
  readonly stop: () => Promise<void>;
}

/** Serves fields, each of which gives its own name. */
export async function serveSmall(
  fields: readonly string[],
  { port = 0, delay = 0 }: { readonly port?: number; readonly delay?: number } = {},
): Promise<SmallServer> {
  const Query = Object.fromEntries(fields.map((field) => [field, () => field]));
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs(fields)), resolvers: { Query } });
  const counts = { answered: 0, probed: 0 };
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(404).end();
      return;
    }
    void (async () => {
      const { query, variables } = JSON.parse(await text(request)) as { query: string; variables?: object };
      const result = await graphql({ schema, source: query, variableValues: { ...variables } });
      await setTimeout(delay);
      counts[query === '{ __typename }' ? 'probed' : 'answered'] += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    })();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    answered: () => counts.answered,
    probed: () => counts.probed,
    stop: async () => {
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
}

function typeDefs(fields: readonly string[]): string {
  return `type Query { ${fields.map((field) => `${field}: String`).join(' ')} }`;
}
