import { SingleBar } from 'cli-progress';

import type { Graph } from '../platform/graph.js';
import { importFolder, type ImportResult } from '../platform/import/import-folder.js';
import type { WarningSettings } from '../platform/import/warnings.js';

/** Imports a folder into a graph with a progress bar, or lines where the output is not a terminal. */
export async function loadWithProgress(
  graph: Graph,
  folder: string,
  showsProgress = true,
  settings: WarningSettings = {},
): Promise<ImportResult> {
  const bar = new SingleBar({
    format: 'Importing {bar} {percentage}%',
    noTTYOutput: true,
    notTTYSchedule: 1000,
    hideCursor: true,
  });
  try {
    const progress = (done: number, total: number): void => {
      if (done === 0 && showsProgress) {
        bar.start(total, 0);
      }
      bar.update(done);
    };
    return await importFolder(graph, folder, progress, settings);
  } finally {
    bar.stop();
  }
}
