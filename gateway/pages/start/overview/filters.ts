import type { PairingsFilter, RegionFilter } from '../../generated/graphql.js';
import type { OverviewState } from './state.js';

/** A filter of records by both sides, their programme and the year of their figures. */
export interface RecordsFilter {
  readonly donor?: RegionFilter;
  readonly recipient?: RegionFilter;
  readonly programme?: { readonly eq: string };
  readonly year?: { readonly eq: number };
}

/** The records of a state. Their level is no filter, but a key of their groups. */
export function recordsFilter(state: OverviewState): RecordsFilter {
  const { year } = state;
  return { ...sidesFilter(state), ...(typeof year === 'number' ? { year: { eq: year } } : {}) };
}

/** The pairings of a state; those of its day are asked for beside it. */
export function pairingsFilter(state: OverviewState): PairingsFilter {
  const { level, year, round } = state;
  return {
    ...sidesFilter(state),
    ...(level === null ? {} : { level: { eq: level } }),
    ...(round === null ? {} : { round: { eq: round } }),
    ...(typeof year === 'number' ? { period: heldIn(year) } : {}),
  };
}

const sidesFilter = ({ from, to, programme }: OverviewState): Omit<RecordsFilter, 'year'> => ({
  ...(from === null ? {} : { donor: { within: from } }),
  ...(to === null ? {} : { recipient: { within: to } }),
  ...(programme === null ? {} : { programme: { eq: programme } }),
});

/** The pairings of a state whose beginning no source dates, so that no day shows them. */
export const undatedFilter = (state: OverviewState): PairingsFilter => ({
  ...pairingsFilter(state),
  not: { period: { from: { isNull: false } } },
});

/** The day of the pairings of a state; null for any time, and where there is a year or a round in place of a day. */
export const dayOf = ({ day, year, round }: OverviewState): string | null =>
  typeof year === 'number' || round !== null ? null : day;

/** Periods with a day of the year. */
const heldIn = (year: number): PairingsFilter['period'] => ({
  from: { lt: `${year + 1}-01-01` },
  or: [{ to: { isNull: true } }, { to: { gt: `${year}-01-01` } }],
});
