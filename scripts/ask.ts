import { readFileSync } from 'node:fs';

import type { GraphQLDataSource } from '@apollo/gateway';

import { inProcess, versionsInProcess } from '../gateway/fetch/in-process-data-source.js';
import { startGateway } from '../gateway/server.js';
import { readConfig } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import type { NamedQuery } from '../platform/named-queries.js';
import { show } from '../platform/errors.js';
import { closeGraph, openGraph } from '../platform/graph.js';
import { readyUnless } from '../platform/http-server.js';
import { importShipped } from '../platform/import/shipped.js';
import { subgraphs } from '../subgraphs/index.js';

/** The answer to a question, and what it cost. */
export interface Reply {
  /** Where the answer first differs from the expected one; null where it is the same. */
  readonly difference: string | null;
  /** The values of the answer without its sources, each once, as text. */
  readonly values: readonly string[];
  /** The sources that the answer names, each once: document and paragraph, s1#10. */
  readonly sources: readonly string[];
  /** Fetches from subgraphs. */
  readonly fetches: number;
  /** SQL statements. */
  readonly statements: number;
  /** From the request to the answer, with query planning. */
  readonly milliseconds: number;
}

/** A gateway over the data sets that ship. */
export interface QuestionGateway {
  readonly ask: (query: NamedQuery) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

/** Loads data sets that ship into a database and starts a gateway over it, in this process. */
export async function openQuestionGateway(
  target: DatabaseTarget,
  dataSets?: readonly string[],
): Promise<QuestionGateway> {
  const graph = await openGraph(subgraphs, target);
  await importShipped(graph, dataSets);
  const config = readConfig({ PORT: '0', EXPLORER: 'off', LOG_LEVEL: 'silent', RATE_LIMIT: '0', ANSWER_CACHE_MB: '0' });
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
    versionOf: versionsInProcess(graph),
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
      const found = { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
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

/** The first difference. Errors come before data, as in an answer: they say why it differs. */
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
