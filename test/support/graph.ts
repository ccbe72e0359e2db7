import { join } from 'node:path';

import { projectRoot } from '../../platform/config.js';
import type { Engine } from '../../platform/database.js';
import { closeGraph, openGraph, type Graph } from '../../platform/graph.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { subgraphs } from '../../subgraphs/index.js';
import { createTarget } from './engines.js';

/** The folder of the data set that ships. */
export const shippedData = join(projectRoot, 'data');

/** A graph of a test's own, and its end. */
export interface TestGraph {
  readonly graph: Graph;
  readonly close: () => Promise<void>;
}

/** Opens an empty graph. */
async function emptyGraph(engine: Engine): Promise<TestGraph> {
  const { target, remove } = await createTarget(engine);
  const graph = await openGraph(subgraphs, target);
  return {
    graph,
    close: async () => {
      await closeGraph(graph);
      await remove();
    },
  };
}

/** Opens a graph with the data set that ships. */
export async function shippedGraph(engine: Engine): Promise<TestGraph> {
  const opened = await emptyGraph(engine);
  await importFolder(opened.graph, shippedData);
  return opened;
}
