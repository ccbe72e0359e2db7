import { Basis, Bound, FigureStatus } from '../figure/figure.js';
import type { Unit } from '../figure/unit.js';
import { ExclusionReason } from './exclusion-reason.js';
import type { Total } from './total.js';

/** The sums and counts of a total as the database gives them; numbers may come as text. */
export type TotalColumns = Readonly<Record<string, number | string | null>>;

/** The column that counts what is left out for a reason. */
export const reasonColumn = (reason: ExclusionReason): string =>
  reason.toLowerCase().replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());

/** The column that counts what is left out for a status or basis. */
export const detailColumn = (value: FigureStatus | Basis): string =>
  `left${value.charAt(0)}${value.slice(1).toLowerCase()}`;

/** The statuses and bases that what is left out can have. */
export const leftValues: readonly (FigureStatus | Basis)[] = [...Object.values(FigureStatus), ...Object.values(Basis)];

/** A total of the columns that `sums` selects; null stands for no record at all. */
export function totalOf(
  { unit, statuses }: { readonly unit: Unit; readonly statuses: readonly FigureStatus[] },
  columns: TotalColumns | null,
  context: Pick<Total, 'sharedAmong' | 'readRecords' | 'recordType'>,
): Total {
  const number = (name: string): number => Number(columns?.[name] ?? 0);
  const count = number('parts');
  const isCounted = (each: { readonly count: number }): boolean => each.count > 0;
  const common = {
    unit,
    count,
    shared: number('sharedWith'),
    excluded: Object.values(ExclusionReason)
      .map((reason) => ({ reason, count: number(reasonColumn(reason)) }))
      .filter(isCounted),
    details: leftValues.map((value) => ({ value, count: number(detailColumn(value)) })).filter(isCounted),
    isOfDone: statuses.every((status) => status === FigureStatus.ACTUAL),
    isPartial: number('partial') > 0,
    ...context,
  };
  const sum = sumOf(columns);
  if (sum === null) {
    return { ...common, value: null, min: 0, max: null, bound: Bound.AT_LEAST };
  }
  const point = number('vague') > 0 ? Bound.ABOUT : number('inferred') > 0 ? Bound.INFERRED : Bound.EXACT;
  return { ...common, ...sum, bound: boundOf(sum.min, sum.max, point) };
}

/** A sum in its unit: `value` where it is one number, `min` and `max` null where they are open. */
export type Sum = Pick<Total, 'value' | 'min' | 'max'>;

/** The sum of the columns that `sums` selects; null where no record is added. */
export function sumOf(columns: TotalColumns | null): Sum | null {
  const number = (name: string): number => Number(columns?.[name] ?? 0);
  if (number('parts') === 0) {
    return null;
  }
  const min = number('openLow') > 0 ? null : number('low') / 100;
  const max = number('openHigh') + number('partial') > 0 ? null : number('high') / 100;
  return { value: min === max ? min : null, min, max };
}

function boundOf(min: number | null, max: number | null, point: Bound): Bound {
  if (min === null) {
    return max === null ? Bound.ABOUT : Bound.AT_MOST;
  }
  return max === null ? Bound.AT_LEAST : min === max ? point : Bound.RANGE;
}
