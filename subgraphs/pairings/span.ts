import { eb, type Condition } from '../../platform/sql.js';
import type { DatePrecision } from '../../vocabulary/figure/partial-date.js';

/** A half-open span as tables have it: a date of less than a day's precision is the first day of its span. */
export interface Span {
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly toPrecision: DatePrecision | null;
}

/** Whether a day is in a span. Neither an unknown beginning nor an end on an unknown day tells of any day. */
export function holdsOn({ fromDate, toDate, toPrecision }: Span, day: string): boolean {
  return fromDate !== null && fromDate <= day && (toPrecision === null || (toDate !== null && toDate > day));
}

/** `holdsOn` as a condition on the rows of a table, `day` being a value or a column. */
export function spanHoldsOn(table: string, day: unknown): Condition {
  return eb.and([
    eb(`${table}.fromDate`, '<=', day),
    eb.or([eb(`${table}.toPrecision`, 'is', null), eb(`${table}.toDate`, '>', day)]),
  ]);
}

/** The spans that follow one another without a gap, the last of them: its first and its last to end. */
export function lastRun<Of extends Span>(spans: readonly Of[]): { readonly first: Of; readonly last: Of } | null {
  return spans
    .filter(({ fromDate }) => fromDate !== null)
    .reduce<{ first: Of; last: Of } | null>((run, span) => {
      if (run === null || !goesOn(run.last, span)) {
        return { first: span, last: span };
      }
      return { first: run.first, last: endsLater(span, run.last) ? span : run.last };
    }, null);
}

function goesOn({ toDate, toPrecision }: Span, { fromDate }: Span): boolean {
  return toPrecision === null || (toDate !== null && fromDate !== null && fromDate <= toDate);
}

function endsLater(one: Span, other: Span): boolean {
  return other.toPrecision !== null && (one.toPrecision === null || (one.toDate ?? '') > (other.toDate ?? ''));
}
