import { say } from '../../platform/import/message.js';
import { found } from '../../platform/import/problem.js';
import type { CheckedRow, RowWarning, WarningContext } from '../../platform/import/table.js';
import { rowsWhere } from '../../platform/sql.js';
import type { Unit } from '../figure/unit.js';
import { intervalOf, type RecordRow } from '../record/record-columns.js';
import type { Reported } from '../record/reported.js';

type Whole = Pick<Reported, 'id' | 'high' | 'unit' | 'status'>;

/** The database may give numbers as text. */
type StoredWhole = Pick<Reported, 'id' | 'dataset' | 'unit' | 'status'> & { readonly high: number | string | null };

/** Units of which a part may have more than its whole. */
const rates: readonly Unit[] = ['PERCENT', 'PERCENT_PER_YEAR', 'TIMES', 'DAY_PER_YEAR'];

/** Parts that are larger than their whole. `table` has the records of other data sets; one statement. */
export async function partWarnings(
  rows: readonly CheckedRow<RecordRow>[],
  table: string,
  { database, dataset }: WarningContext,
): Promise<RowWarning[]> {
  const parts = rows.filter(({ values: { includedIn, mayBeIncludedIn } }) => (includedIn ?? mayBeIncludedIn) !== null);
  if (parts.length === 0) {
    return [];
  }
  const wholes = new Map<string, Whole>();
  const ids = new Set(parts.flatMap(({ values }) => [values.includedIn ?? [], values.mayBeIncludedIn ?? []].flat()));
  for (const { high, ...whole } of await rowsWhere<StoredWhole>(database, table, 'id', [...ids])) {
    if (whole.dataset !== dataset && high !== null) {
      wholes.set(whole.id, { ...whole, high: Number(high) });
    }
  }
  for (const { values } of rows) {
    if (ids.has(values.id)) {
      wholes.set(values.id, { ...intervalOf(values), id: values.id, unit: values.unit, status: values.status });
    }
  }
  return parts.flatMap(({ line, values }) =>
    (['includedIn', 'mayBeIncludedIn'] as const).flatMap((column): RowWarning[] => {
      const whole = wholes.get(values[column] ?? '');
      const low = intervalOf(values).low;
      const isOfOneKind =
        whole &&
        whole.unit !== null &&
        whole.unit === values.unit &&
        whole.status === values.status &&
        !rates.includes(whole.unit);
      if (!isOfOneKind || low === null || whole.high === null || low <= whole.high) {
        return [];
      }
      const what = say(
        `${found(whole.id)}, whose ${whole.high / 100} is less than the ${low / 100} of this part`,
        `${found(whole.id)}，它的 ${whole.high / 100} 小于这一部分的 ${low / 100}`,
      );
      return [
        { line, column, found: what, expected: say('a whole that is not smaller than its part', '不小于部分的整体') },
      ];
    }),
  );
}
