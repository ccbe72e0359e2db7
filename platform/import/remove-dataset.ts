import type { LabelLanguage } from '../enum-label.js';
import { knownTables } from './check-folder.js';
import { deriveAll } from './derive-all.js';
import { visibilityText } from '../visibility/audience.js';
import { storedDatasets, storedRoles, titleOf } from './dataset.js';
import { withHistory, type ChangeSettings } from './history.js';
import { withImportLock } from './import-lock.js';
import { lostRowProblems } from './lost-rows.js';
import { ImportError } from './import-error.js';
import { say } from './message.js';
import { Problems } from './problems.js';
import { SaidError } from './said-error.js';
import { shippedFolders } from './shipped-folders.js';
import { storedRows } from './dry-run.js';
import type { ImportTarget } from './target.js';
import type { WarningSettings } from './warnings.js';
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
export async function removeDataset(
  targets: readonly ImportTarget[],
  dataset: string,
  settings: ChangeSettings & Pick<WarningSettings, 'language'> = {},
): Promise<Removal> {
  return withImportLock(targets, async () => {
    const removal = await checkRemoval(targets, dataset, settings.language);
    const committed: string[] = [];
    const without = await deriveAll(
      targets,
      { id: dataset, visibility: '' },
      new Map(),
      targets.map(() => []),
    );
    const change = {
      kind: 'REMOVAL',
      ...settings,
      dataset,
      title: await titleOf(targets, dataset),
      visibility: visibilityText((await storedRoles(targets)).get(dataset) ?? []),
      after: null,
    } as const;
    const writes = await withHistory(targets, without, change);
    try {
      await writeDataset(targets, writes, dataset, committed, () => undefined);
    } catch (error) {
      throw writeFailure('removal', dataset, targets, committed, error);
    }
    return removal;
  });
}

/** What a removal would remove; checks as it does, and writes nothing. */
export async function checkRemoval(
  targets: readonly ImportTarget[],
  dataset: string,
  language: LabelLanguage = 'EN',
): Promise<Removal> {
  if (shippedFolders.has(dataset)) {
    throw new SaidError(
      say(
        `The data set ${dataset} ships with Jiedui and cannot be removed: each start would load it again.`,
        `数据集 ${dataset} 是自带的，不能删除：每次启动都会再导入它。`,
      ),
    );
  }
  const stored = await storedDatasets(targets.map(({ database }) => database));
  if (!stored.includes(dataset)) {
    const own = stored.filter((id) => !shippedFolders.has(id));
    const named = JSON.stringify(dataset);
    throw new SaidError(
      own.length === 0
        ? say(
            `There is no data set ${named}. There is none that can be removed.`,
            `没有数据集 ${named}，也没有可以删除的数据集。`,
          )
        : say(
            `There is no data set ${named}. Those that can be removed: ${own.join(', ')}.`,
            `没有数据集 ${named}。可以删除的有：${own.join('、')}。`,
          ),
    );
  }
  const problems = new Problems(await lostRowProblems(targets, dataset, new Map()));
  if (problems.count > 0) {
    throw new ImportError(say(`The data set ${dataset} was not removed`, `数据集 ${dataset} 没有删除`), problems, {
      language,
    });
  }
  const tables: { table: string; rows: number }[] = [];
  for (const { file } of knownTables(targets)) {
    const rows = await storedRows(targets, file, dataset);
    tables.push({ table: file, rows: rows ?? 0 });
  }
  return { dataset, tables: tables.filter(({ rows }) => rows > 0) };
}
