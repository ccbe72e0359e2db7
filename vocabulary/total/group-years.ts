import { sql, type RawBuilder, type SqlBool } from 'kysely';

import { eb } from '../../platform/sql.js';

const dateText = (column: string): RawBuilder<string> => sql`cast(${sql.ref(column)} as text)`;
const yearIn = (date: RawBuilder<string>): RawBuilder<number> => sql`cast(substr(${date}, 1, 4) as integer)`;
const isNewYear = (date: RawBuilder<string>): RawBuilder<boolean> => sql`substr(${date}, 6, 5) = '01-01'`;

const [fromText, toText] = [dateText('row.fromDate'), dateText('row.toDate')];
const isAnnual = eb('row.basis', '=', 'ANNUAL');
/** The year before the end, which is not included; a yearly figure that has no end is of the year in which it begins. */
const lastYear = sql<number>`case
  when ${sql.ref('row.toDate')} is not null then ${yearIn(toText)} - case when ${isNewYear(toText)} then 1 else 0 end
  when ${isAnnual} then ${yearIn(fromText)}
end`;
const firstYear = sql<number>`case
  when ${sql.ref('row.fromDate')} is not null then ${yearIn(fromText)}
  when ${isAnnual} and ${sql.ref('row.toPrecision')} = 'YEAR' then ${yearIn(toText)} - 1
end`;

/** The one year that a figure is of; null where there is none. */
export const year = sql<number>`case when ${firstYear} = ${lastYear} then ${firstYear} end`;

/** The years of a figure of several; null where it has no date. */
export const years = sql<string>`case when ${firstYear} = ${lastYear} or (${firstYear} is null and ${lastYear} is null) then null
  else coalesce(cast(${firstYear} as text), '') || '–' || coalesce(cast(${lastYear} as text), '') end`;

/** Holds for a figure of less than its year. */
export const isPartOfYear = sql<SqlBool>`(${firstYear} = ${lastYear}
  and not (coalesce(${isNewYear(fromText)}, true) and coalesce(${isNewYear(toText)}, true)))`;
