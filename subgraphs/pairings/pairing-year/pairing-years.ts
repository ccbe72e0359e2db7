import { sql, type RawBuilder, type SqlBool } from 'kysely';

import type { DerivedRows } from '../../../platform/page.js';
import { eb, isSame, type AnyTables } from '../../../platform/sql.js';
import type { PairingKind } from '../pairing/pairing.rows.js';

/** A year in which a pairing held, as `pairingYears` gives it. */
export interface PairingYearRow extends PairingKind {
  /** The pairing and the year: `xihu-xuanen#2018`. */
  readonly id: string;
  readonly pairing: string;
  readonly year: number;
  /** 1 where it is known to have held in the year, else 0. */
  readonly confirmed: number;
  /** How many of its periods the year lies in; PostgreSQL gives a text. */
  readonly periods: number | string;
}

/** The years that a row can be of; a query cannot count them out without recursion. */
const [first, last] = [1949, 2149];

const text = (column: string): RawBuilder<string> => sql<string>`cast(${sql.ref(column)} as text)`;

const yearOf = (column: string): RawBuilder<number> => sql<number>`cast(substr(${text(column)}, 1, 4) as integer)`;

/** The year of the day before a date. */
const yearBefore = (column: string): RawBuilder<number> =>
  sql<number>`${yearOf(column)} - case when substr(${text(column)}, 5) = '-01-01' then 1 else 0 end`;

/** The last year of a date of some precision. */
const lastYearOf = (column: string, precision: string): RawBuilder<number> =>
  sql<number>`${yearOf(column)} + case when ${sql.ref(precision)} = 'DECADE' then 9 else 0 end`;

const rows = (query: unknown): DerivedRows => query as DerivedRows;

const identity = ['pairingId', 'fromDate', 'fromPrecision', 'basisId'] as const;

/** Something of all rows of a period: what several data sets report of it, as `mergedPeriods` puts them together. */
const ofPeriod = (of: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${of} over (partition by ${sql.join(identity.map((column) => sql.ref(`row.${column}`)))})`;

/** What is reported of periods, with the last end that any data set reports of the period. */
const reports = rows(
  eb
    .selectFrom('pairingPeriod as row')
    .select(['row.id', 'row.toPrecision', 'row.end', 'row.toDate', ...identity.map((column) => `row.${column}`)])
    .select([
      ofPeriod(sql`max(${sql.ref('row.toDate')})`).as('lastDate'),
      ofPeriod(sql`max(${sql.ref('row.endedBeforeDate')})`).as('endedBeforeDate'),
    ]),
);

/**
 * The periods, with whether the end is open (none is reported, or a plan alone), and the last year in which a source shows the
 * period; null where none is dated.
 */
const confirmedPeriods = rows(
  eb
    .selectFrom(reports.as('row'))
    .leftJoin('source as place', 'place.record', 'row.id')
    .leftJoin('document as text', (join) =>
      join
        .onRef('text.id', '=', 'place.document')
        .on((on) =>
          on.or([on('row.endedBeforeDate', 'is', null), on('text.publishedDate', '<', on.ref('row.endedBeforeDate'))]),
        ),
    )
    .select([
      'row.pairingId',
      yearOf('row.fromDate').as('fromYear'),
      yearBefore('row.lastDate').as('endYear'),
      sql<number>`coalesce(min(case when ${isSame('row.toDate', 'row.lastDate')} and ${sql.ref('row.toPrecision')} is not null
        then case when ${sql.ref('row.end')} in ('PLANNED_TERM', 'ENDED_BEFORE') then 1 else 0 end end), 1)`.as(
        'isOpen',
      ),
      sql<number>`max(${lastYearOf('text.publishedDate', 'text.publishedPrecision')})`.as('lastConfirmed'),
    ])
    .groupBy([...identity, 'lastDate', 'endedBeforeDate'].map((column) => `row.${column}`)),
);

const { fromYear, endYear, isOpen, lastConfirmed } = Object.fromEntries(
  ['fromYear', 'endYear', 'isOpen', 'lastConfirmed'].map((column) => [
    column,
    sql<number>`${sql.ref(`period.${column}`)}`,
  ]),
) as Readonly<Record<'fromYear' | 'endYear' | 'isOpen' | 'lastConfirmed', RawBuilder<number>>>;

/** The first year of a period; where no source dates its beginning, the last one that is known and no plan. */
const firstYear = sql<number>`coalesce(${fromYear}, case when ${isOpen} = 1 then ${lastConfirmed} else ${endYear} end)`;

/** Its last year: of its end, else the one in which it is last confirmed. */
const lastYear = sql<number>`coalesce(${endYear}, case when ${isOpen} = 1 then ${lastConfirmed} end, 0)`;

const calendar = sql<AnyTables>`(values ${sql.join(
  Array.from({ length: last - first + 1 }, (_, place) => sql`(${sql.lit(first + place)})`),
)})`.as('calendar');

// Both engines call the column of `values` so.
const calendarYear = sql<number>`${sql.ref('calendar.column1')}`;

/** Each year of each pairing once. */
const heldYears = rows(
  rows(eb.selectFrom(confirmedPeriods.as('period')))
    .innerJoin(calendar, (join) =>
      join.on(
        sql<SqlBool>`${calendarYear} = ${firstYear} or (${calendarYear} > ${firstYear} and ${calendarYear} <= ${lastYear})`,
      ),
    )
    .select([
      'period.pairingId',
      calendarYear.as('year'),
      sql<number>`max(case when ${isOpen} = 1 then case when ${calendarYear} <= ${lastConfirmed} then 1 else 0 end
        when ${endYear} is null then 0 else 1 end)`.as('confirmed'),
      sql<number>`count(*)`.as('periods'),
    ])
    .groupBy(['period.pairingId', calendarYear]),
);

/** The years of all pairings, with what they are. */
export const pairingYears: DerivedRows = rows(
  eb
    .selectFrom(heldYears.as('held'))
    .innerJoin('pairing as of', 'of.id', 'held.pairingId')
    .select([
      sql<string>`${sql.ref('of.id')} || '#' || ${text('held.year')}`.as('id'),
      'of.id as pairing',
      'held.year as year',
      'held.confirmed as confirmed',
      'held.periods as periods',
      'of.level as level',
      'of.scope as scope',
      'of.evidence as evidence',
      'of.programmeId as programmeId',
      'of.parentId as parentId',
    ]),
);
