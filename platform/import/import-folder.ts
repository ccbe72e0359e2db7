import { resolve } from 'node:path';

import type { SqlEntityManager } from '@mikro-orm/sql';

import type { Database } from '../database.js';
import type { Subgraph } from '../subgraph.js';
import { DatasetEntity, datasetsIn, datasetTable } from './dataset.js';
import { ImportError } from './problem.js';
import { readFolder } from './read-folder.js';
import { findHolders, referenceProblems, type Holders } from './references.js';
import type { CsvTable, EntityRows, ReadTable } from './table.js';

/** A subgraph with the database that its rows go to. */
export interface Importing {
  readonly subgraph: Pick<Subgraph, 'entities' | 'imports'>;
  readonly database: Database;
}

/** What an import did: the data set, and how many rows it wrote (none when the same content was in already). */
export interface ImportResult {
  readonly dataset: string;
  readonly rows: number;
}

/** Told how many rows are written, of how many. */
export type Progress = (done: number, total: number) => void;

/**
 * Loads the data set of a folder of CSV tables into every subgraph, in place of what each held of it. Each subgraph
 * is one transaction, and none commits before all have written. Throws `ImportError` before anything is written.
 */
export async function importFolder(
  targets: readonly Importing[],
  folder: string,
  progress?: Progress,
): Promise<ImportResult> {
  const { tables, content } = readFolder(folder, knownTables(targets));
  const misread = [...tables.values()].flatMap((table) => table.problems);
  const dataset = tables.get(datasetTable.file)?.rows[0]?.values as Pick<DatasetEntity, 'id' | 'title'> | undefined;
  if (!dataset) {
    throw new ImportError(folder, misread);
  }
  const { id, title } = dataset;
  const held = await Promise.all(targets.map(({ database }) => datasetsIn(database)));
  if (held.every((datasets) => datasets.get(id)?.content === content)) {
    return { dataset: id, rows: 0 };
  }
  const holders = await findHolders(targets, tables, id);
  const problems = [...misread, ...referenceProblems(tables, holders, id)];
  if (problems.length > 0) {
    throw new ImportError(folder, problems);
  }

  const entry: DatasetEntity = { id, title, content, folder: resolve(folder) };
  const writes = await Promise.all(targets.map((target) => rowsFor(target, tables, entry, holders)));
  const total = writes.flat().reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  progress?.(done, total);
  await writeAll(targets, writes, id, (count) => progress?.((done += count), total));
  return { dataset: id, rows: total };
}

/** Every table that a folder may hold, each once. */
function knownTables(targets: readonly Pick<Importing, 'subgraph'>[]): readonly CsvTable[] {
  const tables = [
    datasetTable as CsvTable,
    ...targets.flatMap(({ subgraph }) => subgraph.imports.map(({ table }) => table)),
  ];
  return [...new Map(tables.map((table) => [table.file, table])).values()];
}

async function rowsFor(
  { subgraph, database }: Importing,
  tables: ReadonlyMap<string, ReadTable>,
  entry: DatasetEntity,
  holders: Holders,
): Promise<readonly EntityRows[]> {
  const context = { database, isIn: (file: string, id: string) => holders(file, id) !== undefined };
  const writes: EntityRows[] = [{ entity: DatasetEntity, rows: [entry] }];
  for (const { table, toRows } of subgraph.imports) {
    const rows = (tables.get(table.file)?.rows ?? []).map(({ values }) => values);
    for (const write of await toRows(rows, context)) {
      writes.push({ entity: write.entity, rows: write.rows.map((row) => ({ ...row, dataset: entry.id })) });
    }
  }
  return writes;
}

/** Writes to the databases in nested transactions: the innermost commits first, once all have written. */
async function writeAll(
  targets: readonly Importing[],
  writes: readonly (readonly EntityRows[])[],
  dataset: string,
  written: (count: number) => void,
): Promise<void> {
  const [target, ...others] = targets;
  const [rows, ...otherRows] = writes;
  if (!target || !rows) {
    return;
  }
  await target.database.write().transactional(async (em) => {
    for (const entity of target.subgraph.entities) {
      await em.nativeDelete(entity as never, entity === DatasetEntity ? { id: dataset } : { dataset });
    }
    for (const each of rows) {
      await insert(em, each, written);
    }
    await writeAll(others, otherRows, dataset, written);
  });
}

const rowsAtOnce = 500;

async function insert(
  em: SqlEntityManager,
  { entity, rows }: EntityRows,
  written: (count: number) => void,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const chunk = rows.slice(start, start + rowsAtOnce);
    await em.insertMany(entity as never, chunk);
    written(chunk.length);
  }
}
