import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { execute, parse, type ExecutionResult } from 'graphql';

import type { Database, DatabaseTarget, Engine } from '../platform/database.js';
import { closeGraph, openGraph, type Graph } from '../platform/graph.js';
import { importShipped } from '../platform/import/shipped.js';
import { buildSubgraph, createSubgraphContext } from '../platform/subgraph.js';
import { startPostgres } from '../scripts/postgres.js';
import { subgraphs } from '../subgraphs/index.js';

/** An empty place for databases of a bench's own. */
export interface BenchTarget {
  readonly target: DatabaseTarget;
  readonly engine: Engine;
  /** How many funds are generated for it. */
  readonly funds: number;
  readonly remove: () => Promise<void>;
}

/** Makes a place on one of the engines. */
export async function createBenchTarget(engine: Engine, funds = 100_000): Promise<BenchTarget> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'jiedui-bench-'));
    const remove = (): Promise<void> => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    };
    return { target: { engine, folder }, engine, funds, remove };
  }
  const postgres = await startPostgres();
  return { target: { engine, url: postgres.url }, engine, funds, remove: () => postgres.stop() };
}

/** Opens a graph with the data sets that ship, calls `use`, and closes it. */
export async function withGraph<Result>(
  { target }: BenchTarget,
  use: (graph: Graph) => Promise<Result>,
): Promise<Result> {
  const graph = await openGraph(subgraphs, target);
  await importShipped(graph);
  try {
    return await use(graph);
  } finally {
    await closeGraph(graph);
  }
}

/** The database of a subgraph, and `ask`, which prepares an operation that is executed with a new context each time. */
export function subgraphOf(
  graph: Graph,
  name: string,
): { readonly database: Database; readonly ask: (query: string) => (variables: object) => Promise<ExecutionResult> } {
  const found = graph.find(({ subgraph }) => subgraph.name === name);
  if (!found) {
    throw new TypeError(`The graph has no subgraph ${name}.`);
  }
  const { subgraph, database } = found;
  const { schema } = buildSubgraph(subgraph);
  return {
    database,
    ask: (query) => {
      const document = parse(query);
      return async (variables) => {
        const contextValue = createSubgraphContext(subgraph, database);
        const result = await execute({ schema, document, variableValues: { ...variables }, contextValue });
        if (result.errors) {
          throw new Error(result.errors.map(({ message }) => message).join('\n'));
        }
        return result;
      };
    },
  };
}
