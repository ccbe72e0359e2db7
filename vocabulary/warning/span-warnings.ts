import { found } from '../../platform/import/problem.js';
import type { RowProblem } from '../../platform/import/table.js';
import type { FigureStatus } from '../figure/figure.js';
import { partialDateEnd, type PartialDate } from '../figure/partial-date.js';

/** A span as a row has it; its end is not included. */
export interface RowSpan {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/** An end that is written as if it were included: 2022-12-31, 2022-06-30, or 2022-12 after 2022-01. */
export function* closedEnds({ from, to }: RowSpan): Iterable<RowProblem> {
  // A year or its half as an end is the day after the span.
  if (to?.date == null || (to.precision !== 'DAY' && to.precision !== 'MONTH')) {
    return;
  }
  const next = partialDateEnd(to.date, to.precision);
  const isYear = next.endsWith('-01-01');
  const isLastDay =
    to.precision === 'DAY' && (isYear || (next.endsWith('-01') && from?.date?.endsWith('-01') === true));
  const isLastMonth =
    to.precision === 'MONTH' && isYear && from?.precision === 'MONTH' && from.date?.slice(5, 7) === '01';
  if (isLastDay || isLastMonth) {
    yield {
      column: 'to',
      found: `${cell(to)}, which is itself not in the span`,
      expected: `${found(isYear ? next.slice(0, 4) : next)} if the span ends with it: the end is not included`,
    };
  }
}

/** A figure of one year that has no year, which a plan for each year need not have, or more than one. */
export function* annualSpans({ from, to }: RowSpan, isPlan: boolean): Iterable<RowProblem> {
  if (from === null && isPlan) {
    return;
  }
  if (from === null) {
    const what =
      to === null ? 'nothing, though the figure is ANNUAL' : 'nothing, though the figure is ANNUAL and has an end';
    yield { column: 'from', found: what, expected: 'its year, such as "2022" with "2023" in `to`, or "unknown"' };
  } else if (from.date !== null && (from.precision === 'DECADE' || (to?.date ?? '') > yearAfter(from.date))) {
    const span = to === null ? cell(from) : `${cell(from)} to ${cell(to)}`;
    const expected = `${found(String(Number(from.date.slice(0, 4)) + 1))} at the latest for ANNUAL, or the basis CUMULATIVE`;
    yield { column: 'to', found: `${span}, which is longer than a year`, expected };
  }
}

const intended: readonly FigureStatus[] = ['COMMITTED', 'PLANNED', 'TARGET', 'EXPECTED'];

/** Whether the source reports something as done, or does not say. */
export const isReportedAsDone = (status: FigureStatus): boolean => !intended.includes(status);

/** Paired assistance began in 1979. */
const firstYear = 1979;
/** Figures may begin with the People’s Republic. */
const earliestBeginning = '1949';
/** No plan goes further. */
const yearsAhead = 30;

/** Years that are too early, or in the future of the import. `isPlan` where the future is meant. */
export function* oddYears({ from, to }: RowSpan, today: string, isPlan: boolean): Iterable<RowProblem> {
  const limit = `${Number(today.slice(0, 4)) + (isPlan ? yearsAhead : 1)}-01-01`;
  const last = to?.date == null ? { column: 'from', date: from } : { column: 'to', date: to };
  const isEarly = last.date?.date != null && last.date.date < `${firstYear}-01-01`;
  if (isEarly && last.date !== null) {
    yield { column: last.column, found: `${cell(last.date)}, a year before paired assistance`, expected: earlyHint };
  } else if (from?.date != null && from.date < earliestBeginning) {
    yield { column: 'from', found: `${cell(from)}, a year before paired assistance`, expected: earlyHint };
  }
  if (from?.date != null && from.date > (isPlan ? limit : today)) {
    yield { column: 'from', found: `${cell(from)}, which is in the future`, expected: futureHint(isPlan) };
  } else if (to?.date != null && to.date > limit) {
    yield { column: 'to', found: `${cell(to)}, which is in the future`, expected: futureHint(isPlan) };
  }
}

const earlyHint = `a year from ${firstYear}`;
const futureHint = (isPlan: boolean): string =>
  isPlan ? `a year in the next ${yearsAhead}` : 'a year that has begun, or a status such as PLANNED';

/** A partial date as its cell has it, quoted. */
export function cell({ date, precision }: PartialDate): string {
  const lengths: Partial<Record<PartialDate['precision'], number>> = { YEAR: 4, MONTH: 7, DAY: 10 };
  const day = date ?? 'unknown';
  if (precision === 'HALF_YEAR') {
    return found(`${day.slice(0, 4)}-H${day.slice(5, 7) === '01' ? 1 : 2}`);
  }
  return found(precision === 'DECADE' ? `${day.slice(0, 4)}s` : day.slice(0, lengths[precision]));
}

const yearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
