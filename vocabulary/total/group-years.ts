import { sql, type SqlBool } from 'kysely';

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
