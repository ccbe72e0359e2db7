import { say } from '../../platform/import/message.js';
import type { CheckedRow, RowWarning, WarningContext } from '../../platform/import/table.js';
import type { RecordRow } from '../record/record-columns.js';
import { cell, isReportedAsDone } from './span-warnings.js';

const expected = say('a time before its document, or a status such as PLANNED', '文献之前的时间，或“计划”之类的状态');

/** Figures that are reported as done, of a time after the publication of all their sources. One statement. */
export async function documentWarnings(
  rows: readonly CheckedRow<RecordRow>[],
  { daysOf }: WarningContext,
): Promise<RowWarning[]> {
  const ids = new Set<string>();
  for (const { values } of rows) {
    for (const { document } of values.sources) {
      ids.add(document);
    }
  }
  const published = await daysOf('documents.csv', [...ids]);
  const warnings: RowWarning[] = [];
  for (const { line, values } of rows) {
    const { from, to, status, sources } = values;
    const last = isReportedAsDone(status) ? lastOf(sources, published) : null;
    if (last === null) {
      continue;
    }
    if (from?.date != null && from.date > last) {
      warnings.push({
        line,
        column: 'from',
        found: say(`${cell(from)}, after its document of ${last}`, `${cell(from)}，晚于 ${last} 的文献`),
        expected,
      });
    } else if (to?.date != null && to.date > `${Number(last.slice(0, 4)) + 1}-01-01`) {
      warnings.push({
        line,
        column: 'to',
        found: say(`${cell(to)}, after its document of ${last}`, `${cell(to)}，晚于 ${last} 的文献`),
        expected,
      });
    }
  }
  return warnings;
}

/** The last day on which one of the sources may have been published; null where that of one is not known. */
function lastOf(
  sources: RecordRow['sources'],
  published: ReadonlyMap<string, { readonly last: string }>,
): string | null {
  let last = '';
  for (const { document } of sources) {
    const day = published.get(document)?.last;
    if (day === undefined) {
      return null;
    }
    last = last > day ? last : day;
  }
  return last;
}
