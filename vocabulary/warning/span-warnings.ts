import { say, type Message } from '../../platform/import/message.js';
import { found } from '../../platform/import/problem.js';
import type { RowProblem } from '../../platform/import/table.js';
import type { FigureStatus } from '../figure/figure.js';
import { partialDateEnd, type PartialDate } from '../figure/partial-date.js';
import { plainDate } from '../written/dates.js';

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
      found: say(`${cell(to)}, which is itself not in the span`, `${cell(to)}，本身不含在期间内`),
      expected: say(
        `${found(isYear ? next.slice(0, 4) : next)} if the span ends with it: the end is not included`,
        `${found(isYear ? next.slice(0, 4) : next)}，如果期间到它为止：止期不含在内`,
      ),
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
      to === null
        ? say('nothing, though the figure is ANNUAL', '空，而口径是“当年”（ANNUAL）')
        : say('nothing, though the figure is ANNUAL and has an end', '空，而口径是“当年”（ANNUAL），并有止期');
    const expected = say('its year, such as "2022" with "2023" in `to`, or "unknown"', '哪一年，如“2022年”，或“不详”');
    yield { column: 'from', found: what, expected };
  } else if (from.date !== null && (from.precision === 'DECADE' || (to?.date ?? '') > yearAfter(from.date))) {
    const span = to === null ? cell(from) : `${cell(from)} to ${cell(to)}`;
    const latest = found(String(Number(from.date.slice(0, 4)) + 1));
    const expected = say(
      `${latest} at the latest for ANNUAL, or the basis CUMULATIVE`,
      `“当年”最晚到 ${latest}，或口径写“累计”（CUMULATIVE）`,
    );
    yield { column: 'to', found: say(`${span}, which is longer than a year`, `${span}，超过一年`), expected };
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
    yield { column: last.column, found: early(last.date), expected: earlyHint };
  } else if (from?.date != null && from.date < earliestBeginning) {
    yield { column: 'from', found: early(from), expected: earlyHint };
  }
  if (from?.date != null && from.date > (isPlan ? limit : today)) {
    yield { column: 'from', found: future(from), expected: futureHint(isPlan) };
  } else if (to?.date != null && to.date > limit) {
    yield { column: 'to', found: future(to), expected: futureHint(isPlan) };
  }
}

const early = (date: PartialDate): Message =>
  say(`${cell(date)}, a year before paired assistance`, `${cell(date)}，对口支援开始之前`);
const earlyHint = say(`a year from ${firstYear}`, `${firstYear} 年以后`);
const future = (date: PartialDate): Message => say(`${cell(date)}, which is in the future`, `${cell(date)}，在未来`);
const futureHint = (isPlan: boolean): Message =>
  isPlan
    ? say(`a year in the next ${yearsAhead}`, `今后 ${yearsAhead} 年内`)
    : say('a year that has begun, or a status such as PLANNED', '已开始的年份，或“计划”之类的状态');

/** A partial date as its cell has it, quoted. */
export const cell = (date: PartialDate): string => found(plainDate(date));

const yearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
