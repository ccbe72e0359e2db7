import type { Database, DatabaseTarget, Engine } from '../../platform/database.js';
import { closeGraph, openGraph, type Graph } from '../../platform/graph.js';
import { importShipped } from '../../platform/import/shipped.js';
import type { Subgraph } from '../../platform/subgraph.js';
import { subgraphs } from '../../subgraphs/index.js';
import { createTarget } from './engines.js';

/** A graph of a test's own, and its end. */
export interface TestGraph {
  readonly graph: Graph;
  readonly target: DatabaseTarget;
  readonly close: () => Promise<void>;
}

/** Opens an empty graph. */
async function emptyGraph(engine: Engine): Promise<TestGraph> {
  const { target, remove } = await createTarget(engine);
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

/** Opens a graph with the data set that ships. */
export async function shippedGraph(engine: Engine): Promise<TestGraph> {
  const opened = await emptyGraph(engine);
  await importShipped(opened.graph);
  return opened;
}

/** The database of a subgraph of a graph. */
export function databaseOf({ graph }: TestGraph, subgraph: Subgraph): Database {
  const found = graph.find((each) => each.subgraph === subgraph);
  if (!found) {
    throw new Error(`The graph has no ${subgraph.name}.`);
  }
  return found.database;
}
