import { sql, type RawBuilder, type SqlBool } from 'kysely';

const [first, last] = [sql.ref('row.firstYear'), sql.ref('row.lastYear')];

/** The one year that a figure is of; null where there is none. */
export const year = sql<number>`case when ${first} = ${last} then ${first} end`;

/** The years of a figure of several; null where it has no date. */
export const years = sql<string>`case when ${first} = ${last} or (${first} is null and ${last} is null) then null
  else coalesce(cast(${first} as text), '') || '–' || coalesce(cast(${last} as text), '') end`;

/** Holds for a figure of less than its year. */
export const isPartOfYear = sql<SqlBool>`${sql.ref('row.partOfYear')}`;

/** Holds for a figure of one year. */
export const isOfOneYear = sql<SqlBool>`${first} = ${last}`;

const [from, to] = [sql`cast(${sql.ref('row.fromDate')} as text)`, sql`cast(${sql.ref('row.toDate')} as text)`];

const halfOf = (date: unknown): RawBuilder<string> =>
  sql<string>`substr(${date}, 1, 4) || case when substr(${date}, 6) < '07' then '-H1' else '-H2' end`;

/** The half-year of the day before `to`. */
const lastHalf = sql<string>`case substr(${to}, 6)
  when '01-01' then cast(${last} as text) || '-H2'
  when '07-01' then cast(${last} as text) || '-H1'
  else ${halfOf(to)} end`;

/** The half-year that a figure is of: 2018-H1; null where it is of longer, or has no dates. */
export const halfYear = sql<string>`case when ${halfOf(from)} = ${lastHalf} then ${halfOf(from)} end`;

/** Holds for a figure of less than its half-year, or than its year where it is of no half. */
export const isPartOfHalf = sql<SqlBool>`case when ${halfYear} is null then ${isPartOfYear}
  else substr(${from}, 6) not in ('01-01', '07-01') or substr(${to}, 6) not in ('01-01', '07-01') end`;
