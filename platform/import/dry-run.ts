import { checkFolder, knownTables } from './check-folder.js';
import { datasetWithContent } from './dataset.js';
import { idTable } from './id-owners.js';
import { gatherOverlaps, type GatheredOverlaps } from './derivation.js';
import { workOut } from './import-folder.js';
import type { GatheredProblem } from './problem.js';
import { readFolder } from './read-folder.js';
import type { ImportTarget } from './target.js';
import type { WarningSettings } from './warnings.js';

/** What an import of a folder would do. */
export interface DryRun {
  readonly dataset: string;
  /** Whether the same content is loaded already, so that an import would change nothing. */
  readonly isIn: boolean;
  /** The number of rows of the data set in each CSV table: now, and after an import. */
  readonly tables: readonly { readonly table: string; readonly now: number; readonly then: number }[];
  /** The tables of the folder without some of their optional columns. */
  readonly absentColumns: readonly { readonly table: string; readonly columns: readonly string[] }[];
  /** The rows of the folder that overlap with others: totals do not add them. */
  readonly overlaps: readonly GatheredOverlaps[];
  /** What is taken as it is, and should be looked at. */
  readonly warnings: readonly GatheredProblem[];
}

/** Checks a folder as an import does, and writes nothing. Throws `ImportError` with every problem. */
export async function dryRun(
  targets: readonly ImportTarget[],
  path: string,
  settings?: WarningSettings,
): Promise<DryRun> {
  const folder = readFolder(path, knownTables(targets));
  const checked = await checkFolder(targets, folder, settings);
  const { dataset, tables, warnings } = checked;
  const writes = await workOut(targets, checked, { ...dataset, content: folder.content, folder: path });
  const counts: { table: string; now: number; then: number }[] = [];
  for (const { file } of knownTables(targets)) {
    const now = await storedRows(targets, file, dataset.id);
    if (now !== null) {
      counts.push({ table: file, now, then: tables.get(file)?.rows?.length ?? 0 });
    }
  }
  return {
    dataset: dataset.id,
    isIn: (await datasetWithContent(targets, folder.content)) === dataset.id,
    tables: counts.filter(({ now, then }) => now + then > 0),
    absentColumns: Array.from(tables.values())
      .filter(({ absentColumns }) => absentColumns.length > 0)
      .map(({ table: { file }, absentColumns }) => ({ table: file, columns: absentColumns })),
    overlaps: gatherOverlaps(writes),
    warnings: warnings.list(),
  };
}

/** How many rows of a CSV table a data set has in the database; null for a table that is not stored. */
export async function storedRows(
  targets: readonly ImportTarget[],
  file: string,
  dataset: string,
): Promise<number | null> {
  const stored = idTable(targets, file);
  if (!stored) {
    return null;
  }
  const { count } = await stored.database
    .read<Record<string, { dataset: string }>>()
    .selectFrom(stored.table)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('dataset', '=', dataset)
    .executeTakeFirstOrThrow();
  return Number(count);
}
