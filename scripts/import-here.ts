import type { Config } from '../platform/config.js';
import { openGraphToRead, withGraph, type Graph } from '../platform/graph.js';
import { storedDatasets } from '../platform/import/dataset.js';
import type { Progress } from '../platform/import/import-folder.js';
import { runJob, type ImportJob, type ResultOf } from '../platform/import/jobs.js';
import { importShipped } from '../platform/import/shipped.js';
import { isShipped } from '../platform/import/shipped-folders.js';
import type { WarningSettings } from '../platform/import/warnings.js';
import { subgraphs } from '../subgraphs/index.js';

/** Does a job in this process. Those that only read may run beside a server. */
export async function runHere<Job extends ImportJob>(
  config: Config,
  job: Job,
  settings: WarningSettings,
  progress?: Progress,
): Promise<ResultOf<Job>> {
  switch (job.kind) {
    case 'check':
    case 'checkRemoval':
    case 'history':
      return besideServer(
        config,
        (graph) => runJob(graph, job, settings),
        (graph) => loadFirst(graph, job),
      );
    default:
      return withGraph(subgraphs, config, async (graph) => {
        await loadFirst(graph, job);
        return runJob(graph, job, settings, progress);
      });
  }
}

/** Loads the data sets that ship where there are none yet: those of others refer to them. */
async function loadFirst(graph: Graph, job: ImportJob): Promise<void> {
  const isOwn = 'files' in job && !isShipped(job.files.folder);
  if (isOwn && (await storedDatasets(graph.map(({ database }) => database))).length === 0) {
    await importShipped(graph);
  }
}

/** Uses the databases of `DATA_DIR` for reads, which a server may have open; without any, a temporary graph. */
async function besideServer<Result>(
  config: Config,
  use: (graph: Graph) => Promise<Result>,
  fill: (graph: Graph) => Promise<void>,
): Promise<Result> {
  const { graph, close } = await openGraphToRead(subgraphs, config, fill);
  try {
    return await use(graph);
  } finally {
    await close();
  }
}
