import { SingleBar } from 'cli-progress';

import type { Graph } from '../platform/graph.js';
import type { Overlap } from '../platform/import/derivation.js';
import { importFolder, type ImportResult } from '../platform/import/import-folder.js';

/** Imports a folder into a graph with a progress bar, or lines where the output is not a terminal. */
export async function loadWithProgress(graph: Graph, folder: string, showsProgress = true): Promise<ImportResult> {
  const bar = new SingleBar({
    format: 'Importing {bar} {value} of {total} rows',
    noTTYOutput: true,
    notTTYSchedule: 1000,
    hideCursor: true,
  });
  try {
    return await importFolder(graph, folder, (done, total) => {
      if (done === 0 && showsProgress) {
        bar.start(total, 0);
      }
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

/** The result of an import as text. */
export function loadText({ dataset, rows, overlaps }: ImportResult): string {
  return rows === 0
    ? `The data set ${dataset} is loaded already: nothing to do.`
    : [`Imported the data set ${dataset}: ${rows} rows.`, ...overlapLines(overlaps)].join('\n');
}

const maxRowsShown = 3;

/** How many rows overlap with others, by reason, with the first of each. They are imported all the same. */
export function overlapLines(overlaps: readonly Overlap[]): string[] {
  if (overlaps.length === 0) {
    return [];
  }
  const lines = [...Map.groupBy(overlaps, ({ reason }) => reason)].map(([reason, rows]) => {
    const shown = rows.slice(0, maxRowsShown).map(({ file, line, row, by }) => `${file}:${line ?? '?'} ${row} (${by})`);
    const others = rows.length - shown.length;
    return `  ${reason} ${rows.length}: ${[...shown, ...(others > 0 ? [`${others} more`] : [])].join(', ')}`;
  });
  return ['Rows that overlap with others (in brackets), so that totals do not add them in full:', ...lines];
}
