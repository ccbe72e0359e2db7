import type { SqlEntityManager } from '@mikro-orm/sql';

import type { Database } from '../database.js';
import { DatasetEntity } from './dataset.js';
import type { EntityRows } from './table.js';
import type { ImportTarget } from './target.js';

/**
 * Replaces the rows of a data set, in nested transactions: the innermost commits first, once all have written. `writes`
 * has the new rows for each database. Adds the name of each database to `committed` once it has committed.
 */
export async function writeDataset(
  targets: readonly ImportTarget[],
  writes: readonly (readonly EntityRows[])[],
  dataset: string,
  committed: string[],
  written: (count: number) => void,
): Promise<void> {
  const [target, ...others] = targets;
  const [rows, ...otherRows] = writes;
  if (!target || !rows) {
    return;
  }
  await target.database.write().transactional(async (em) => {
    await target.database.advanceVersion(em);
    for (const entity of target.subgraph.entities) {
      await em.nativeDelete(entity as never, entity === DatasetEntity ? { id: dataset } : { dataset });
    }
    for (const each of rows) {
      await insert(target.database, em, each, written);
    }
    await target.database.analyze(em);
    await writeDataset(others, otherRows, dataset, committed, written);
  });
  committed.push(target.database.name);
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
