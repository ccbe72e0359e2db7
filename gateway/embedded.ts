import { readFileSync } from 'node:fs';

import { shippedSupergraph, type Config } from '../platform/config.js';
import { closeGraph, openGraph, lockTarget } from '../platform/graph.js';
import type { RunningServer } from '../platform/http-server.js';
import { resumeImports } from '../platform/import/interrupted-imports.js';
import { readinessOf } from '../platform/import/readiness.js';
import { importShipped } from '../platform/import/shipped.js';
import type { Log } from '../platform/log.js';
import { subgraphs } from '../subgraphs/index.js';
import { inProcess, tableSizesInProcess, versionsInProcess } from './fetch/in-process-data-source.js';
import { startGateway } from './server.js';

/** Serves the whole graph in this process, after it has migrated, loaded the shipped data and finished interrupted imports. */
export async function startEmbedded(config: Config, log?: Log): Promise<RunningServer> {
  const { target, release } = lockTarget(config);
  const graph = await openGraph(subgraphs, target);
  for (const { dataset, rows } of await importShipped(graph)) {
    if (rows > 0) {
      console.log(`Loaded the data set ${dataset}: ${rows} rows.`);
    }
  }
  for (const problem of await resumeImports(graph)) {
    console.error(problem);
  }
  const server = await startGateway({
    config,
    ...(log ? { log } : {}),
    supergraph: readFileSync(shippedSupergraph, 'utf8'),
    isChecked: true,
    dataSource: inProcess(graph, config.subgraphTimeout),
    versionOf: versionsInProcess(graph),
    tableSizes: () => tableSizesInProcess(graph),
    isReady: readinessOf(graph.map(({ database }) => database)),
  });
  return {
    url: server.url,
    stop: async (notice) => {
      await server.stop(notice);
      await closeGraph(graph);
      release();
    },
  };
}
