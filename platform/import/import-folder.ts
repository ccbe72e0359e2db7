import { checkFolder, knownTables, type CheckedFolder } from './check-folder.js';
import { datasetWithContent, DatasetEntity } from './dataset.js';
import { deriveAll } from './derive-all.js';
import { gatherOverlaps, type Derived, type GatheredOverlaps } from './derivation.js';
import { contentOf, filesAt, type Files } from './folder-entries.js';
import { rowsIn, withHistory, type ChangeSettings } from './history.js';
import { withImportLock } from './import-lock.js';
import type { GatheredProblem } from './problem.js';
import { readFiles } from './read-files.js';
import type { EntityRows } from './table.js';
import type { ImportTarget } from './target.js';
import type { WarningSettings } from './warnings.js';
import { writeFailure } from './write-failure.js';
import { writeDataset } from './write-dataset.js';

/** The imported data set, and how many rows its tables have: none when the same content was loaded already. */
export interface ImportResult {
  readonly dataset: string;
  readonly rows: number;
  /** Its rows that overlap with others. */
  readonly overlaps: readonly GatheredOverlaps[];
  /** What was taken as it is, and should be looked at; none when nothing was written. */
  readonly warnings: readonly GatheredProblem[];
}

/** Is called with the number of rows written so far, and of all rows. */
export type Progress = (done: number, total: number) => void;

/**
 * Loads the data set of a folder of CSV tables, or of a workbook, into every subgraph, replacing its former content. Each subgraph is one
 * transaction, and none commits before all have written. Throws `ImportError` before anything is written, and another
 * `UserError` where one subgraph has committed and the next cannot.
 */
export async function importFolder(
  targets: readonly ImportTarget[],
  path: string,
  progress?: Progress,
  settings: WarningSettings = {},
): Promise<ImportResult> {
  return importFiles(targets, filesAt(path), progress, settings);
}

/** Loads the data set of files, as `importFolder` does. */
export async function importFiles(
  targets: readonly ImportTarget[],
  files: Files,
  progress?: Progress,
  settings: WarningSettings & ChangeSettings = {},
): Promise<ImportResult> {
  const unchanged = async (): Promise<ImportResult | null> => {
    const dataset = await datasetWithContent(targets, contentOf(files));
    if (dataset !== null && settings.strict) {
      await checkFolder(targets, await readFiles(files, knownTables(targets)), settings);
    }
    return dataset === null ? null : { dataset, rows: 0, overlaps: [], warnings: [] };
  };
  return (
    (await unchanged()) ??
    withImportLock(targets, async () => (await unchanged()) ?? replaceDataset(targets, files, progress, settings))
  );
}

async function replaceDataset(
  targets: readonly ImportTarget[],
  files: Files,
  progress: Progress | undefined,
  settings: WarningSettings & ChangeSettings,
): Promise<ImportResult> {
  const folder = await readFiles(files, knownTables(targets));
  const checked = await checkFolder(targets, folder, settings);
  const { id, title, visibility } = checked.dataset;
  const entry: DatasetEntity = { id, title, visibility, content: contentOf(files), folder: files.folder ?? '' };
  const after = { files, tables: checked.tables };
  const writes = await withHistory(targets, await workOut(targets, checked, entry), {
    kind: 'IMPORT',
    ...settings,
    dataset: id,
    title,
    visibility,
    after,
  });
  const total = writes.flatMap(({ rows }) => rows).reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  progress?.(done, total);
  const committed: string[] = [];
  try {
    await writeDataset(targets, writes, id, committed, (count) => progress?.((done += count), total));
  } catch (error) {
    throw writeFailure('import', id, targets, committed, error);
  }
  return {
    dataset: id,
    rows: rowsIn(checked.tables),
    overlaps: gatherOverlaps(writes),
    warnings: checked.warnings,
  };
}

/** What an import writes to each subgraph: the rows of the data set, and what follows from them and those of others. */
export async function workOut(
  targets: readonly ImportTarget[],
  checked: CheckedFolder,
  entry: DatasetEntity,
): Promise<readonly Derived[]> {
  const rows = await Promise.all(targets.map((target) => rowsFor(target, checked, entry)));
  return deriveAll(targets, entry, checked.tables, rows);
}

async function rowsFor(
  { subgraph, database }: ImportTarget,
  { tables, owners }: CheckedFolder,
  entry: DatasetEntity,
): Promise<readonly EntityRows[]> {
  const context = { database, dataset: entry.id, isIn: (file: string, id: string) => owners(file, id) !== undefined };
  const rowsOf = (file: string) => (tables.get(file)?.rows ?? []).map(({ values }) => values);
  const writes: EntityRows[] = [];
  for (const { table, toRows } of subgraph.imports) {
    writes.push(...(await toRows(rowsOf(table.file), context)));
  }
  for (const { file, toRows } of subgraph.readers ?? []) {
    writes.push(...toRows(rowsOf(file)));
  }
  return [
    { entity: DatasetEntity, rows: [entry] },
    ...writes.map(({ entity, rows }) => ({ entity, rows: rows.map((row) => ({ ...row, dataset: entry.id })) })),
  ];
}
