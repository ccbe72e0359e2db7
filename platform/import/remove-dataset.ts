import { UserError } from '../errors.js';
import { knownTables } from './check-folder.js';
import { deriveAll } from './derive-all.js';
import { storedDatasets } from './dataset.js';
import { withImportLock } from './import-lock.js';
import { lostRowProblems } from './lost-rows.js';
import { ImportError } from './import-error.js';
import { Problems } from './problems.js';
import { shippedFolders } from './shipped-folders.js';
import { storedRows } from './dry-run.js';
import type { ImportTarget } from './target.js';
import { writeDataset } from './write-dataset.js';
import { writeFailure } from './write-failure.js';

/** A removed data set, and the rows that it had in each CSV table. */
export interface Removal {
  readonly dataset: string;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/**
 * Removes a data set from every subgraph. Throws a `UserError` before anything is written: for one that ships or is
 * unknown, and an `ImportError` where other data sets refer to its rows.
 */
export async function removeDataset(targets: readonly ImportTarget[], dataset: string): Promise<Removal> {
  return withImportLock(targets, async () => {
    const removal = await checkRemoval(targets, dataset);
    const committed: string[] = [];
    const without = await deriveAll(
      targets,
      dataset,
      new Map(),
      targets.map(() => []),
    );
    try {
      await writeDataset(targets, without, dataset, committed, () => undefined);
    } catch (error) {
      throw writeFailure('removal', dataset, targets, committed, error);
    }
    return removal;
  });
}

/** What a removal would remove; checks as it does, and writes nothing. */
export async function checkRemoval(targets: readonly ImportTarget[], dataset: string): Promise<Removal> {
  if (shippedFolders.has(dataset)) {
    throw new UserError(
      `The data set ${dataset} ships with Jiedui and cannot be removed: each start would load it again.`,
    );
  }
  const stored = await storedDatasets(targets.map(({ database }) => database));
  if (!stored.includes(dataset)) {
    const own = stored.filter((id) => !shippedFolders.has(id));
    const there =
      own.length === 0 ? 'There is none that can be removed.' : `Those that can be removed: ${own.join(', ')}.`;
    throw new UserError(`There is no data set ${JSON.stringify(dataset)}. ${there}`);
  }
  const problems = new Problems(await lostRowProblems(targets, dataset, new Map()));
  if (problems.count > 0) {
    throw new ImportError(`The data set ${dataset} was not removed`, problems);
  }
  const tables: { table: string; rows: number }[] = [];
  for (const { file } of knownTables(targets)) {
    const rows = await storedRows(targets, file, dataset);
    tables.push({ table: file, rows: rows ?? 0 });
  }
  return { dataset, tables: tables.filter(({ rows }) => rows > 0) };
}
