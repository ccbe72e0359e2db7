import type { Basis } from './figure.js';
import type { PartialDate } from './partial-date.js';

/** The years that a figure is of. */
export interface Years {
  readonly firstYear: number | null;
  /** Included. */
  readonly lastYear: number | null;
  readonly partOfYear: boolean;
}

/** The years of a span; a yearly figure of which the source gives one year alone is of that year. */
export function yearsOf({
  from,
  to,
  basis,
}: {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly basis: Basis;
}): Years {
  const [start, end] = [from?.date ?? null, to?.date ?? null];
  const before = end === null ? null : yearIn(end) - (isNewYear(end) ? 1 : 0);
  const isAnnual = basis === 'ANNUAL';
  const firstYear = start !== null ? yearIn(start) : isAnnual && to?.precision === 'YEAR' ? before : null;
  const lastYear = before ?? (isAnnual && start !== null ? yearIn(start) : null);
  return {
    firstYear,
    lastYear,
    partOfYear:
      firstYear !== null && firstYear === lastYear && [start, end].some((day) => day !== null && !isNewYear(day)),
  };
}

const yearIn = (day: string): number => Number(day.slice(0, 4));
const isNewYear = (day: string): boolean => day.endsWith('-01-01');
