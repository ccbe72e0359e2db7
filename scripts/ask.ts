import { readFileSync } from 'node:fs';

import type { GraphQLDataSource } from '@apollo/gateway';

import { inProcess } from '../gateway/fetch/in-process-data-source.js';
import { startGateway } from '../gateway/server.js';
import { readConfig } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import type { NamedDocument } from '../platform/documents.js';
import { show } from '../platform/errors.js';
import { closeGraph, openGraph } from '../platform/graph.js';
import { readyUnless } from '../platform/http-server.js';
import { importShipped } from '../platform/import/shipped.js';
import { subgraphs } from '../subgraphs/index.js';

/** What a question was answered, and what it took. */
export interface Reply {
  /** Where the answer first differs from the expected one; null where it is the same. */
  readonly difference: string | null;
  /** The values of the answer, without its sources: what a person reads first. */
  readonly values: readonly string[];
  /** The documents and paragraphs that the answer names, each once: s1#10. */
  readonly sources: readonly string[];
  /** Parts of the query that were sent to subgraphs. */
  readonly fetches: number;
  /** SQL statements. */
  readonly statements: number;
  /** From the request to the answer, the planning of the query included. */
  readonly milliseconds: number;
}

/** A gateway over the data set that ships, to be asked. */
export interface Asking {
  readonly ask: (document: NamedDocument) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** Loads the data set that ships into a database and starts a gateway over it, in this process. */
export async function openAsking(target: DatabaseTarget): Promise<Asking> {
  const graph = await openGraph(subgraphs, target);
  await importShipped(graph);
  const config = readConfig({ PORT: '0', EXPLORER: 'off', LOG_LEVEL: 'silent', RATE_LIMIT: '0' });
  let fetches = 0;
  const counted = (source: GraphQLDataSource): GraphQLDataSource => ({
    process: (options) => {
      fetches += 1;
      return source.process(options);
    },
  });
  const dataSource = inProcess(graph, config.subgraphTimeout);
  const gateway = await startGateway({
    config,
    supergraph: readFileSync(config.supergraphPath, 'utf8'),
    dataSource: (subgraph) => counted(dataSource(subgraph)),
    isReady: () => Promise.resolve(readyUnless([])),
  });
  const statements = (): number => graph.reduce((sum, { database }) => sum + database.statements, 0);
  return {
    ask: async ({ query, variables, answer }) => {
      const before = { fetches, statements: statements(), time: performance.now() };
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
      const found = errors === undefined ? { data } : { data, errors };
      return {
        difference: difference({ data: answer }, found),
        values: [...new Set(valuesIn(found))],
        sources: [...new Set(sourcesIn(found))],
        fetches: fetches - before.fetches,
        statements: statements() - before.statements,
        milliseconds: performance.now() - before.time,
      };
    },
    close: async () => {
      await gateway.stop();
      await closeGraph(graph);
    },
  };
}

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** Errors come before data, as in an answer: they say why it differs. */
function difference(expected: unknown, found: unknown, path: readonly string[] = []): string | null {
  if (isObject(expected) && isObject(found) && Array.isArray(expected) === Array.isArray(found)) {
    for (const key of Object.keys({ ...found, ...expected })) {
      const inside = difference(expected[key], found[key], [...path, key]);
      if (inside !== null) {
        return inside;
      }
    }
    return null;
  }
  return expected === found ? null : `${path.join('.')}: expected ${show(expected)}, found ${show(found)}`;
}

function valuesIn(value: unknown): string[] {
  return isObject(value)
    ? Object.entries(value).flatMap(([key, each]) => (key === 'sources' ? [] : valuesIn(each)))
    : value === null || value === undefined
      ? []
      : [show(value).replaceAll('"', '')];
}

function sourcesIn(value: unknown): string[] {
  if (!isObject(value)) {
    return [];
  }
  const { document, paragraph } = value;
  return isObject(document) && typeof document['id'] === 'string' && typeof paragraph === 'number'
    ? [`${document['id']}#${paragraph}`]
    : Object.values(value).flatMap(sourcesIn);
}
