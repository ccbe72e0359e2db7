import { historyOf, type ChangeSettings } from './history.js';
import type { ImportEntry } from './history.entity.js';
import { importFiles, type ImportResult } from './import-folder.js';
import { keptFiles } from './kept-files.js';
import { say } from './message.js';
import { removeDataset, type Removal } from './remove-dataset.js';
import { SaidError } from './said-error.js';
import type { ImportTarget } from './target.js';
import type { WarningSettings } from './warnings.js';

/** What an undo did: it loaded what was before, or removed what was not there before. */
export type Undone = { readonly entry: ImportEntry } & (
  { readonly kind: 'loaded'; readonly result: ImportResult } | { readonly kind: 'removed'; readonly removal: Removal }
);

/**
 * Puts a data set back to what it was before its last change, whole; without a name that which was changed last. To undo
 * again takes the undo back. Throws a `UserError` where that state was not kept, and an `ImportError` where other data
 * sets refer to rows that would go.
 */
export async function undo(
  targets: readonly ImportTarget[],
  dataset: string | null,
  settings: WarningSettings & ChangeSettings = {},
): Promise<Undone> {
  const [entry] = (await historyOf(targets)).filter((each) => dataset === null || each.dataset === dataset);
  if (!entry) {
    const named = JSON.stringify(dataset);
    throw new SaidError(
      dataset === null
        ? say(
            'There is nothing to undo: no data set was imported or removed.',
            '没有可撤销的：没有导入或删除过数据集。',
          )
        : say(
            `There is nothing to undo: the data set ${named} was not imported or removed.`,
            `没有可撤销的：数据集 ${named} 没有导入或删除过。`,
          ),
    );
  }
  const { before } = await keptFiles(targets, entry.dataset);
  if (before === null) {
    throw new SaidError(
      say(
        `What the data set ${entry.dataset} was before was not kept: import it again from its files.`,
        `数据集 ${entry.dataset} 之前的内容没有保存：请从原文件重新导入。`,
      ),
    );
  }
  const how = { ...settings, kind: 'UNDO' } as const;
  return before.files === null
    ? { entry, kind: 'removed', removal: await removeDataset(targets, entry.dataset, how) }
    : { entry, kind: 'loaded', result: await importFiles(targets, before.files, undefined, how) };
}
