import type { SqlEntityManager } from '@mikro-orm/sql';

import type { Database } from '../database.js';
import { rowsWhere } from '../sql.js';
import { DatasetEntity } from './dataset.js';
import type { Derived } from './derivation.js';
import { ImportEntry, ImportFiles } from './history.entity.js';
import type { EntityRows } from './table.js';
import type { ImportTarget } from './target.js';

/**
 * Replaces the rows of a data set, in nested transactions: the innermost commits first, once all have written. `writes`
 * has the new rows for each database, and what follows from them. Adds the name of each database to `committed` once it has committed.
 */
export async function writeDataset(
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
  const before = await visibilityOf(target.database, dataset);
  await target.database.write().transactional(async (em) => {
    await target.database.advanceVersion(em);
    const { entities, derivation } = target.subgraph;
    const kept = [...derivation.entities, ImportEntry, ImportFiles];
    for (const entity of entities.filter((each) => !kept.includes(each))) {
      await em.nativeDelete(entity as never, entity === DatasetEntity ? { id: dataset } : { dataset });
    }
    for (const each of write.rows) {
      await insert(target.database, em, each, written);
    }
    await writeDerived(target.database, em, write);
    if (before !== visibilityIn(write)) {
      await target.database.changeAudience(em);
    }
    await target.database.analyze(em);
    await writeDataset(others, otherWrites, dataset, committed, written);
  });
  committed.push(target.database.name);
}

/** Who may see the data set before and after a write; empty where everybody may, or it is not there. */
async function visibilityOf(database: Database, dataset: string): Promise<string> {
  const rows = await rowsWhere<DatasetEntity>(database, 'dataset', 'id', [dataset]);
  return rows[0]?.visibility ?? '';
}

const visibilityIn = ({ rows }: Derived): string =>
  rows
    .filter(({ entity }) => entity === DatasetEntity)
    .flatMap((each) => each.rows as readonly DatasetEntity[])
    .map(({ visibility }) => visibility)
    .join('');

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
