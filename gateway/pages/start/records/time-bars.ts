import { element } from '../element.js';
import type { Period } from './period.js';

type Day = { readonly date: string | null } | null;

/** A period with its days. */
export type DatedPeriod = Period & { readonly from: Day; readonly to: Day; readonly lastConfirmed: Day };

/** The first and the last year of a picture; the last is not included. */
export type YearSpan = readonly [first: number, last: number];

/** The years of some periods; null where no source dates one. */
export function yearsOf(periods: readonly DatedPeriod[]): YearSpan | null {
  const years = periods.flatMap(({ from, to, lastConfirmed }) =>
    [from, to, lastConfirmed].flatMap((day) => (day?.date ? [yearOf(day.date)] : [])),
  );
  return years.length === 0 ? null : [Math.floor(Math.min(...years)), Math.floor(Math.max(...years)) + 1];
}

/** The years of a picture as marks, every fifth or so. */
export function yearAxis([first, last]: YearSpan): HTMLElement {
  const step = [1, 2, 5, 10, 20].find((each) => (last - first) / each <= 8) ?? 50;
  const years = Array.from({ length: last - first }, (_, place) => first + place).filter((year) => year % step === 0);
  const axis = element('div', { class: 'year-axis', 'aria-hidden': 'true' });
  for (const year of years) {
    const mark = element('span', {}, String(year));
    mark.style.left = `${share(year, [first, last])}%`;
    axis.append(mark);
  }
  return axis;
}

/**
 * Periods as bars on the line of years: from the beginning to the end, or to where it is last confirmed and from there, paler, to
 * the last year. The text beside it says the same.
 */
export function timeBars(periods: readonly DatedPeriod[], span: YearSpan): HTMLElement {
  const line = element('div', { class: 'time-bars', 'aria-hidden': 'true' });
  for (const { from, to, lastConfirmed } of periods) {
    if (from?.date) {
      const begin = yearOf(from.date);
      const end = to?.date ? yearOf(to.date) : span[1];
      const sure = lastConfirmed?.date ? Math.max(begin, Math.min(end, yearOf(lastConfirmed.date))) : end;
      line.append(bar(begin, sure, span, ''), ...(sure < end ? [bar(sure, end, span, 'pale')] : []));
    }
  }
  return line;
}

function bar(begin: number, end: number, span: YearSpan, style: string): HTMLElement {
  const made = element('span', { class: style });
  made.style.left = `${share(begin, span)}%`;
  made.style.width = `max(3px, ${share(end, span) - share(begin, span)}%)`;
  return made;
}

const share = (year: number, [first, last]: YearSpan): number =>
  Math.round(((year - first) / Math.max(1, last - first)) * 1000) / 10;

const yearOf = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12;
