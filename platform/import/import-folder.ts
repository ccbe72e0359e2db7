import { resolve } from 'node:path';

import type { SqlEntityManager } from '@mikro-orm/sql';

import type { Database } from '../database.js';
import { UserError } from '../errors.js';
import { asWriteRefusal, isLostConnection } from '../postgres/failures.js';
import { checkFolder, knownTables, type CheckedFolder } from './check-folder.js';
import { datasetWithContent, DatasetEntity } from './dataset.js';
import type { DerivationInput, Derived, Overlap } from './derivation.js';
import { contentOf, readFolder } from './read-folder.js';
import type { EntityRows } from './table.js';
import type { ImportTarget } from './target.js';

/** The imported data set, and how many rows were written: none when the same content was loaded already. */
export interface ImportResult {
  readonly dataset: string;
  readonly rows: number;
  /** Its rows that overlap with others. */
  readonly overlaps: readonly Overlap[];
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
  const loaded = await datasetWithContent(targets, contentOf(path));
  if (loaded !== null) {
    return { dataset: loaded, rows: 0, overlaps: [] };
  }
  const folder = readFolder(path, knownTables(targets));
  const checked = await checkFolder(targets, folder);
  const { id, title } = checked.dataset;
  const entry: DatasetEntity = { id, title, content: folder.content, folder: resolve(path) };
  const writes = await workOut(targets, checked, entry);
  const total = writes.flatMap(({ rows }) => rows).reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  progress?.(done, total);
  const committed: string[] = [];
  try {
    await writeAll(targets, writes, id, committed, (count) => progress?.((done += count), total));
  } catch (error) {
    throw committed.length === 0 ? cutOff(id, error) : incomplete(id, targets, committed, error);
  }
  return { dataset: id, rows: total, overlaps: writes.flatMap(({ overlaps }) => overlaps) };
}

/** What an import writes to each subgraph: the rows of the data set, and what follows from them and those of others. */
export async function workOut(
  targets: readonly ImportTarget[],
  checked: CheckedFolder,
  entry: DatasetEntity,
): Promise<readonly Derived[]> {
  const inputs = await Promise.all(
    targets.map(async (target) => ({
      targets,
      database: target.database,
      dataset: entry.id,
      tables: checked.tables,
      rows: await rowsFor(target, checked, entry),
    })),
  );
  const derived = await Promise.all(
    targets.map(async ({ subgraph }, place) => ({
      derivation: subgraph.derivation,
      input: inputs[place] as DerivationInput,
      derived: await subgraph.derivation.derive(inputs[place] as DerivationInput),
    })),
  );
  const findings = derived.flatMap((each) => each.derived.findings);
  return Promise.all(
    derived.map(async ({ derivation, input, derived: own }) => ({
      ...own,
      replaced: [...own.replaced, ...((await derivation.gather?.(input, findings)) ?? [])],
    })),
  );
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

/** Writes to the databases in nested transactions: the innermost commits first, once all have written. */
async function writeAll(
  targets: readonly ImportTarget[],
  writes: readonly Derived[],
  dataset: string,
  committed: string[],
  written: (count: number) => void,
): Promise<void> {
  const [target, ...others] = targets;
  const [write, ...otherWrites] = writes;
  if (!target || !write) {
    return;
  }
  await target.database.write().transactional(async (em) => {
    await target.database.advanceVersion(em);
    const { entities, derivation } = target.subgraph;
    for (const entity of entities.filter((each) => !derivation.entities.includes(each))) {
      await em.nativeDelete(entity as never, entity === DatasetEntity ? { id: dataset } : { dataset });
    }
    for (const each of write.rows) {
      await insert(target.database, em, each, written);
    }
    await writeDerived(target.database, em, write);
    await target.database.analyze(em);
    await writeAll(others, otherWrites, dataset, committed, written);
  });
  committed.push(target.database.name);
}

async function writeDerived(
  database: Database,
  em: SqlEntityManager,
  { updates, replaced }: Pick<Derived, 'updates' | 'replaced'>,
): Promise<void> {
  for (const { entity, rows } of updates) {
    for (let start = 0; start < rows.length; start += rowsPerStatement) {
      await database.update(em, entity, rows.slice(start, start + rowsPerStatement));
    }
  }
  for (const { entity, where, rows } of replaced) {
    await em.nativeDelete(entity as never, where);
    await insert(database, em, { entity, rows }, () => undefined);
  }
}

const rowsPerStatement = 5000;

async function insert(
  database: Database,
  em: SqlEntityManager,
  { entity, rows }: EntityRows,
  written: (count: number) => void,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const chunk = rows.slice(start, start + rowsPerStatement);
    await database.insert(em, entity, chunk);
    written(chunk.length);
  }
}

/** An error before the first commit, as a `UserError` where it comes from the connection or from missing rights. */
function cutOff(dataset: string, error: unknown): unknown {
  const refusal = asWriteRefusal(error);
  if (refusal) {
    return new UserError(`The data set ${dataset} was not imported. ${refusal.message}`, { cause: error });
  }
  return isLostConnection(error)
    ? new UserError(
        `The import of the data set ${dataset} was cut off: the connection to the database was lost (${(error as Error).message}).\n` +
          'Run the same import again: it changes nothing that is in, and completes what is not.',
        { cause: error },
      )
    : error;
}

function incomplete(
  dataset: string,
  targets: readonly ImportTarget[],
  committed: readonly string[],
  cause: unknown,
): UserError {
  const missing = targets.map(({ database }) => database.name).filter((name) => !committed.includes(name));
  return new UserError(
    `The data set ${dataset} is in ${committed.join(', ')} and not in ${missing.join(', ')}, where the last step ` +
      `failed: ${String(cause)}\nRun the same import again to complete it.`,
    { cause },
  );
}
