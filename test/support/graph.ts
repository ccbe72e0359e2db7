import type { Database, DatabaseTarget, Engine } from '../../platform/database.js';
import { closeGraph, openGraph, type Graph } from '../../platform/graph.js';
import type { Subgraph } from '../../platform/subgraph.js';
import { subgraphs } from '../../subgraphs/index.js';
import type { Shipped } from './built-databases.js';
import { shippedTarget } from './engines.js';

/** A graph of a test's own, and its end. */
export interface TestGraph {
  readonly graph: Graph;
  readonly target: DatabaseTarget;
  readonly close: () => Promise<void>;
}

/** Opens a graph of a test's own with data sets that ship. */
export async function shippedGraph(engine: Engine, shipped: Shipped = 'articles'): Promise<TestGraph> {
  const { target, remove } = await shippedTarget(engine, shipped);
  const graph = await openGraph(subgraphs, target);
  return {
    graph,
    target,
    close: async () => {
      await closeGraph(graph);
      await remove();
    },
  };
}

/** The database of a subgraph of a graph. */
export function databaseOf({ graph }: Pick<TestGraph, 'graph'>, subgraph: Pick<Subgraph, 'name'>): Database {
  const found = graph.find((each) => each.subgraph.name === subgraph.name);
  if (!found) {
    throw new Error(`The graph has no ${subgraph.name}.`);
  }
  return found.database;
}
