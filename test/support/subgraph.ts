import { afterAll, beforeAll } from '@jest/globals';
import { execute, parse, type DocumentNode } from 'graphql';

import type { Database, Engine } from '../../platform/database.js';
import type { Graph } from '../../platform/graph.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from '../../platform/subgraph.js';
import { databaseOf, shippedGraph, type TestGraph } from './graph.js';

/** A subgraph over the data sets that ship, asked without a server. Its parts are there in tests and hooks alone. */
export interface OpenedSubgraph {
  /** All subgraphs, over databases of the same data. */
  readonly graph: Graph;
  readonly database: Database;
  /** Asks a query by one request, and gives the answer as JSON has it. */
  readonly ask: (query: string | DocumentNode, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

/** Opens a subgraph before the tests of a `describe` and closes it after them. `load` may add to the data. */
export function openedSubgraph(
  engine: Engine,
  subgraph: Subgraph,
  load?: (graph: Graph) => Promise<unknown>,
): OpenedSubgraph {
  const { schema } = buildSubgraph(subgraph);
  let opened: TestGraph;
  beforeAll(async () => {
    opened = await shippedGraph(engine);
    await load?.(opened.graph);
  });
  afterAll(() => opened.close());
  return {
    get graph() {
      return opened.graph;
    },
    get database() {
      return databaseOf(opened, subgraph);
    },
    ask: async (query, variableValues = {}) => {
      const result = await execute({
        schema,
        document: typeof query === 'string' ? parse(query) : query,
        variableValues,
        contextValue: createSubgraphContext(subgraph, databaseOf(opened, subgraph)),
      });
      return JSON.parse(JSON.stringify(result)) as unknown;
    },
  };
}
