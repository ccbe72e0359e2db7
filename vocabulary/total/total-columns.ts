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

/** What a total is of beside its columns. */
interface TotalContext extends Pick<Total, 'sharedAmong' | 'readRecords' | 'recordType'> {
  /** Whether the figures that `sums` counts as partial are of a part of their year, or of lists that are. */
  readonly partial: 'YEAR' | 'LISTING';
  /** Whether a record in it is of a list that is partial, where `sums` does not say so. */
  readonly readListing?: () => Promise<boolean>;
}

/** A total of the columns that `sums` selects; null stands for no record at all. */
export function totalOf(
  { unit, statuses }: { readonly unit: Unit; readonly statuses: readonly FigureStatus[] },
  columns: TotalColumns | null,
  { partial, readListing, ...context }: TotalContext,
): Total {
  const number = (name: string): number => Number(columns?.[name] ?? 0);
  const count = number('parts');
  const isPartial = number('partial') > 0;
  const isOfPartOfYear = isPartial && partial === 'YEAR';
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
    isPartial: isOfPartOfYear,
    isOfPartialListing: readListing ?? (() => Promise.resolve(isPartial && partial === 'LISTING')),
    ...context,
  };
  if (count === 0) {
    return { ...common, value: null, min: 0, max: null, bound: Bound.AT_LEAST };
  }
  const min = number('openLow') > 0 ? null : number('low') / 100;
  const max = number('openHigh') > 0 || isOfPartOfYear ? null : number('high') / 100;
  const point = number('vague') > 0 ? Bound.ABOUT : number('inferred') > 0 ? Bound.INFERRED : Bound.EXACT;
  return { ...common, value: min === max ? min : null, min, max, bound: boundOf(min, max, point) };
}

function boundOf(min: number | null, max: number | null, point: Bound): Bound {
  if (min === null) {
    return max === null ? Bound.ABOUT : Bound.AT_MOST;
  }
  return max === null ? Bound.AT_LEAST : min === max ? point : Bound.RANGE;
}
