import { SingleBar } from 'cli-progress';

import type { Graph } from '../platform/graph.js';
import { importFolder, type ImportResult, type Progress } from '../platform/import/import-folder.js';

/** Imports a folder into a graph with a progress bar, or lines where the output is not a terminal. */
export async function loadWithProgress(graph: Graph, folder: string): Promise<ImportResult> {
  return withProgress(true, (progress) => importFolder(graph, folder, progress));
}

/** Shows the progress of an import as a bar, or as lines where the output is not a terminal. */
export async function withProgress<Result>(
  showsProgress: boolean,
  load: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const bar = new SingleBar({
    format: 'Importing {bar} {percentage}%',
    noTTYOutput: true,
    notTTYSchedule: 1000,
    hideCursor: true,
  });
  let isShown = false;
  try {
    return await load((done, total) => {
      if (!isShown && showsProgress) {
        bar.start(total, 0);
        isShown = true;
      }
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
