import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { execute, parse, type ExecutionResult } from 'graphql';

import { readConfig } from '../platform/config.js';
import type { Database, DatabaseTarget } from '../platform/database.js';
import { UserError } from '../platform/errors.js';
import { closeGraph, openGraph, type Graph } from '../platform/graph.js';
import { importShipped } from '../platform/import/shipped.js';
import { buildSubgraph, createSubgraphContext } from '../platform/subgraph.js';
import { findPostgres, startPostgres } from '../scripts/postgres.js';
import { subgraphs } from '../subgraphs/index.js';

/** A graph to be measured, with the data sets that ship, in databases of its own. */
export interface BenchGraph {
  readonly graph: Graph;
  readonly close: () => Promise<void>;
}

/** Opens a graph on one of the engines. Throws `UserError` where PostgreSQL is not on this machine. */
export async function openBenchGraph(engine: DatabaseTarget['engine']): Promise<BenchGraph> {
  const { target, remove } = engine === 'sqlite' ? folderTarget() : await postgresTarget();
  const graph = await openGraph(subgraphs, target);
  await importShipped(graph);
  return {
    graph,
    close: async () => {
      await closeGraph(graph);
      await remove();
    },
  };
}

interface Target {
  readonly target: DatabaseTarget;
  readonly remove: () => Promise<void>;
}

function folderTarget(): Target {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-bench-'));
  const remove = (): Promise<void> => {
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  };
  return { target: { engine: 'sqlite', folder }, remove };
}

async function postgresTarget(): Promise<Target> {
  const programs = findPostgres(readConfig().searchPath);
  if (programs === null) {
    throw new UserError('PostgreSQL is not on this machine (version 15 or later is needed).');
  }
  const postgres = await startPostgres(programs);
  return { target: { engine: 'postgresql', url: postgres.url }, remove: () => postgres.stop() };
}

/** A subgraph as what asks it questions, each with a context of its own, and its database. */
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
