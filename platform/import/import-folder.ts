import { resolve } from 'node:path';

import { checkFolder, knownTables, type CheckedFolder } from './check-folder.js';
import { datasetWithContent, DatasetEntity } from './dataset.js';
import { withImportLock } from './import-lock.js';
import { contentOfFolder, readFolder } from './read-folder.js';
import type { EntityRows } from './table.js';
import type { ImportTarget } from './target.js';
import { writeFailure } from './write-failure.js';
import { writeDataset } from './write-dataset.js';

/** The imported data set, and how many rows were written: none when the same content was loaded already. */
export interface ImportResult {
  readonly dataset: string;
  readonly rows: number;
}

/** Is called with the number of rows written so far, and of all rows. */
export type Progress = (done: number, total: number) => void;

/**
 * Loads the data set of a folder of CSV tables into every subgraph, replacing its former content. Each subgraph is one
 * transaction, and none commits before all have written. Throws `ImportError` before anything is written, and another
 * `UserError` where one subgraph has committed and the next cannot.
 */
export async function importFolder(
  targets: readonly ImportTarget[],
  path: string,
  progress?: Progress,
): Promise<ImportResult> {
  const unchanged = async (): Promise<ImportResult | null> => {
    const dataset = await datasetWithContent(targets, contentOfFolder(path));
    return dataset === null ? null : { dataset, rows: 0 };
  };
  return (
    (await unchanged()) ??
    withImportLock(targets, async () => (await unchanged()) ?? replaceDataset(targets, path, progress))
  );
}

async function replaceDataset(
  targets: readonly ImportTarget[],
  path: string,
  progress: Progress | undefined,
): Promise<ImportResult> {
  const folder = readFolder(path, knownTables(targets));
  const checked = await checkFolder(targets, folder);
  const { id, title } = checked.dataset;
  const entry: DatasetEntity = { id, title, content: folder.content, folder: resolve(path) };
  const writes = await Promise.all(targets.map((target) => rowsFor(target, checked, entry)));
  const total = writes.flat().reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  progress?.(done, total);
  const committed: string[] = [];
  try {
    await writeDataset(targets, writes, id, committed, (count) => progress?.((done += count), total));
  } catch (error) {
    throw writeFailure('import', id, targets, committed, error);
  }
  return { dataset: id, rows: total };
}

async function rowsFor(
  { subgraph, database }: ImportTarget,
  { tables, owners }: CheckedFolder,
  entry: DatasetEntity,
): Promise<readonly EntityRows[]> {
  const context = { database, isIn: (file: string, id: string) => owners(file, id) !== undefined };
  const writes: EntityRows[] = [{ entity: DatasetEntity, rows: [entry] }];
  for (const { table, toRows } of subgraph.imports) {
    const rows = (tables.get(table.file)?.rows ?? []).map(({ values }) => values);
    for (const write of await toRows(rows, context)) {
      writes.push({ entity: write.entity, rows: write.rows.map((row) => ({ ...row, dataset: entry.id })) });
    }
  }
  return writes;
}
