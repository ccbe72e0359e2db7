import { checkFolder, knownTables, type CheckedFolder } from './check-folder.js';
import { datasetTable, datasetWithContent } from './dataset.js';
import { differences, type Difference } from './difference.js';
import { contentOf, filesAt, type Files } from './folder-entries.js';
import { currentState } from './history.js';
import { idTable } from './id-owners.js';
import { gatherOverlaps, type GatheredOverlaps } from './derivation.js';
import { workOut } from './import-folder.js';
import type { GatheredProblem } from './problem.js';
import { readFiles } from './read-files.js';
import type { ImportTarget } from './target.js';
import type { WarningSettings } from './warnings.js';

/** What an import of a folder would do. */
export interface DryRun {
  readonly dataset: string;
  /** Whether the same content is loaded already, so that an import would change nothing. */
  readonly isIn: boolean;
  /** The number of rows of the data set in each CSV table: now, and after an import. */
  readonly tables: readonly { readonly table: string; readonly now: number; readonly then: number }[];
  /** How many rows of each CSV table an import would add, change and take away; null where it is not known what is there. */
  readonly changes: readonly ({ readonly table: string } & Difference)[] | null;
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
  return dryRunFiles(targets, filesAt(path), settings);
}

/** Checks files as an import does, and writes nothing. */
export async function dryRunFiles(
  targets: readonly ImportTarget[],
  files: Files,
  settings?: WarningSettings,
): Promise<DryRun> {
  const folder = await readFiles(files, knownTables(targets));
  const checked = await checkFolder(targets, folder, settings);
  const { dataset, tables, warnings } = checked;
  const writes = await workOut(targets, checked, {
    ...dataset,
    content: contentOf(files),
    folder: '',
  });
  const counts: { table: string; now: number; then: number }[] = [];
  for (const { file } of knownTables(targets)) {
    const now = await storedRows(targets, file, dataset.id);
    if (now !== null) {
      counts.push({ table: file, now, then: tables.get(file)?.rows?.length ?? 0 });
    }
  }
  return {
    dataset: dataset.id,
    isIn: (await datasetWithContent(targets, contentOf(files))) === dataset.id,
    tables: counts.filter(({ now, then }) => now + then > 0),
    changes: await changesOf(targets, dataset.id, tables),
    absentColumns: Array.from(tables.values())
      .filter(({ table, absentColumns }) => absentColumns.length > 0 && table.file !== datasetTable.file)
      .map(({ table: { file }, absentColumns }) => ({ table: file, columns: absentColumns })),
    overlaps: gatherOverlaps(writes),
    warnings,
  };
}

async function changesOf(
  targets: readonly ImportTarget[],
  dataset: string,
  tables: CheckedFolder['tables'],
): Promise<DryRun['changes']> {
  const before = await currentState(targets, dataset);
  const changes = before && (await differences(targets, before.files, tables));
  return (
    changes &&
    Array.from(changes, ([table, difference]) => ({ table, ...difference })).filter(
      ({ added, changed, removed }) => added + changed + removed > 0,
    )
  );
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
