import { holdsOn } from '../span.js';
import type { PairingPeriod } from './pairing-period.entity.js';

/** A period, out of what several data sets report of it: the rows of one pairing, beginning and basis. */
export interface MergedPeriod extends PairingPeriod {
  /** The ids of the rows, which have its sources. */
  readonly rows: readonly string[];
  /** Those of them that have its end. */
  readonly endRows: readonly string[];
}

/** The periods of one pairing, the earliest first, one without a date before it. */
export function mergedPeriods(rows: readonly PairingPeriod[]): readonly MergedPeriod[] {
  const groups = Map.groupBy(rows, ({ fromDate, fromPrecision, basisId }) =>
    JSON.stringify([fromDate, fromPrecision, basisId]),
  );
  return Array.from(groups.values(), merged).toSorted((one, other) =>
    (one.fromDate ?? '').localeCompare(other.fromDate ?? ''),
  );
}

/** Whether a period holds on a day: one that ended before a known day is not reported to have ended until then. */
export const periodHoldsOn = (
  { fromDate, toDate, toPrecision, endedBeforeDate }: PairingPeriod,
  day: string,
): boolean => holdsOn({ fromDate, toPrecision, toDate: toDate ?? endedBeforeDate }, day);

/** What one data set leaves open another may tell; of several ends the last. */
function merged(rows: readonly PairingPeriod[]): MergedPeriod {
  const ends = rows.filter(({ toPrecision }) => toPrecision !== null);
  const to = ends.map(({ toDate }) => toDate ?? '').reduce((last, each) => (each > last ? each : last), '');
  const last = ends.filter(({ toDate }) => (toDate ?? '') === to);
  return Object.assign(
    {},
    rows[0],
    told(rows, ['fromBound', 'confidence', 'note', 'noteZh', 'roundId', 'parentId']),
    told(last, ['toDate', 'toPrecision', 'end', 'endedBeforeDate', 'endedBeforePrecision', 'supersededById']),
    { rows: rows.map(({ id }) => id), endRows: last.map(({ id }) => id) },
  ) as MergedPeriod;
}

/** The first value of each column that any of the rows has; null where none has one. */
function told<Column extends keyof PairingPeriod>(
  rows: readonly PairingPeriod[],
  columns: readonly Column[],
): Pick<PairingPeriod, Column> {
  const values = columns.map((column) => [column, rows.find((row) => row[column] !== null)?.[column] ?? null]);
  return Object.fromEntries(values) as Pick<PairingPeriod, Column>;
}
