import { labelsOf } from '../platform/described-enum.js';
import { labelText, type LabelLanguage } from '../platform/enum-label.js';
import type { GatheredOverlaps } from '../platform/import/derivation.js';
import type { DryRun } from '../platform/import/dry-run.js';
import { ImportKind, type ImportEntry } from '../platform/import/history.entity.js';
import { warningText } from '../platform/import/import-error.js';
import type { ImportResult } from '../platform/import/import-folder.js';
import { inLanguage, say, type Message } from '../platform/import/message.js';
import type { Undone } from '../platform/import/undo.js';
import type { Removal } from '../platform/import/remove-dataset.js';

/** The result of an import as text. */
export function loadText({ dataset, rows, overlaps, warnings }: ImportResult, language: LabelLanguage = 'EN'): string {
  const result =
    rows === 0
      ? say(`The data set ${dataset} is loaded already: nothing to do.`, `数据集 ${dataset} 已经导入，无需再做。`)
      : say(`Imported the data set ${dataset}: ${rows} rows.`, `已导入数据集 ${dataset}：${rows} 行。`);
  return [
    inLanguage(result, language),
    ...warnings.map((warning) => warningText(warning, language)),
    ...overlapLines(overlaps, language),
  ].join('\n');
}

/** How many rows overlap with others, by reason, with the first of each. They are imported all the same. */
function overlapLines(overlaps: readonly GatheredOverlaps[], language: LabelLanguage): string[] {
  const lines = overlaps.map(({ reason, rows, first }) => {
    const shown = first.map(({ file, line, row, by }) => `${file}:${line ?? '?'} ${row} (${by})`);
    const others = rows - first.length;
    const more = inLanguage(say(`${others} more`, `另有 ${others} 行`), language);
    return `  ${reason} ${rows}: ${[...shown, ...(others > 0 ? [more] : [])].join(', ')}`;
  });
  const title = say(
    'Rows that overlap with others (in brackets), so that totals do not add them in full:',
    '与其他行（括号内）重叠的行，合计时不全部相加：',
  );
  return lines.length === 0 ? [] : [inLanguage(title, language), ...lines];
}

/** A removal, done or only checked, as text. */
export function removalText({ dataset, tables }: Removal, isDry: boolean, language: LabelLanguage): string {
  const result = isDry
    ? say(
        `No problems found, nothing written. The data set ${dataset} would be removed, with its rows:`,
        `没有问题，也没有写入。将会删除数据集 ${dataset} 及其各行：`,
      )
    : say(`Removed the data set ${dataset}, with its rows:`, `已删除数据集 ${dataset} 及其各行：`);
  const width = Math.max(...tables.map(({ table }) => table.length));
  return [
    inLanguage(result, language),
    ...tables.map(({ table, rows }) => `  ${table.padEnd(width)} ${String(rows).padStart(7)}`),
  ].join('\n');
}

/** The history of imports as text: one line for each change, the latest first. */
export function historyText(entries: readonly ImportEntry[], language: LabelLanguage): string {
  const kinds = labelsOf(ImportKind);
  const lines = entries.map(({ at, dataset, kind, by, rows, added, changed, removed, digest }) => {
    const difference =
      added === null || changed === null || removed === null
        ? inLanguage(say('what was before is not known', '之前的内容未知'), language)
        : `+${added} ~${changed} -${removed}`;
    const who = by === null ? '' : ` ${by}`;
    const count = inLanguage(say(`${rows} rows`, `${rows} 行`), language);
    return `${at} ${dataset} ${labelText(kinds[kind], language)}${who}: ${count} (${difference}) ${digest?.slice(0, 12) ?? ''}`.trimEnd();
  });
  return lines.length === 0
    ? inLanguage(say('No data set was imported or removed.', '没有导入或删除过数据集。'), language)
    : lines.join('\n');
}

/** An undo as text. */
export function undoText(undone: Undone, language: LabelLanguage): string {
  const { dataset, at } = undone.entry;
  const title = say(
    `Put back the data set ${dataset} to what it was before ${at}.`,
    `已将数据集 ${dataset} 恢复到 ${at} 之前的内容。`,
  );
  const rest =
    undone.kind === 'loaded' ? loadText(undone.result, language) : removalText(undone.removal, false, language);
  return `${inLanguage(title, language)}\n${rest}`;
}

/** What an import would do, as text. */
export function dryRunText(
  { dataset, isIn, tables, changes: rowChanges, absentColumns, overlaps, warnings }: DryRun,
  language: LabelLanguage,
): string {
  const width = Math.max(...tables.map(({ table }) => table.length));
  const changes = tables.map(
    ({ table, now, then }) => `  ${table.padEnd(width)} ${String(now).padStart(7)} → ${String(then).padStart(7)}`,
  );
  const absences = absentColumns.map(({ table, columns }): Message =>
    columns.length === 1
      ? say(
          `${table} has no column ${columns.join()}: it is taken as empty.`,
          `${table} 没有列 ${columns.join()}：按空处理。`,
        )
      : say(
          `${table} has no columns ${columns.join(', ')}: they are taken as empty.`,
          `${table} 没有列 ${columns.join('、')}：按空处理。`,
        ),
  );
  const result = isIn
    ? say(
        `The data set ${dataset} is loaded already with this content: an import would change nothing.`,
        `数据集 ${dataset} 已按此内容导入：再导入不会有任何改变。`,
      )
    : say(
        `No problems found, nothing written. An import would replace the data set ${dataset}; its rows, now → then:`,
        `没有问题，也没有写入。导入将替换数据集 ${dataset}；各表的行数，现在 → 导入后：`,
      );
  return [
    inLanguage(result, language),
    ...(isIn ? [] : changes),
    ...(isIn || !rowChanges?.some(({ changed, removed }) => changed + removed > 0)
      ? []
      : [
          inLanguage(say('Rows added, changed and taken away:', '增加、改动、减少的行：'), language),
          ...rowChanges.map(
            ({ table, added, changed, removed }) => `  ${table.padEnd(width)} +${added} ~${changed} -${removed}`,
          ),
        ]),
    ...absences.map((absence) => inLanguage(absence, language)),
    ...warnings.map((warning) => warningText(warning, language)),
    ...overlapLines(overlaps, language),
  ].join('\n');
}
