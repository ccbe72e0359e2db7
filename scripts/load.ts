import { SingleBar } from 'cli-progress';

import type { Graph } from '../platform/graph.js';
import type { GatheredOverlaps } from '../platform/import/derivation.js';
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
export function loadText({ dataset, rows, overlaps, warnings }: ImportResult): string {
  const result =
    rows === 0
      ? `The data set ${dataset} is loaded already: nothing to do.`
      : `Imported the data set ${dataset}: ${rows} rows.`;
  return [result, ...warnings.map(warningText), ...overlapLines(overlaps)].join('\n');
}

/** How many rows overlap with others, by reason, with the first of each. They are imported all the same. */
export function overlapLines(overlaps: readonly GatheredOverlaps[]): string[] {
  const lines = overlaps.map(({ reason, rows, first }) => {
    const shown = first.map(({ file, line, row, by }) => `${file}:${line ?? '?'} ${row} (${by})`);
    const others = rows - first.length;
    return `  ${reason} ${rows}: ${[...shown, ...(others > 0 ? [`${others} more`] : [])].join(', ')}`;
  });
  return lines.length === 0
    ? []
    : ['Rows that overlap with others (in brackets), so that totals do not add them in full:', ...lines];
}
