import { SingleBar } from 'cli-progress';

import type { Graph } from '../platform/graph.js';
import { warningText } from '../platform/import/import-error.js';
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
    format: 'Importing {bar} {value} of {total} rows',
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

/** The result of an import as text. */
export function loadText({ dataset, rows, warnings }: ImportResult): string {
  const result =
    rows === 0
      ? `The data set ${dataset} is loaded already: nothing to do.`
      : `Imported the data set ${dataset}: ${rows} rows.`;
  return [result, ...warnings.map((warning) => warningText(warning))].join('\n');
}
