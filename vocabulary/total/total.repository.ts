import { sql, type Expression, type JoinBuilder, type RawBuilder, type SelectQueryBuilder } from 'kysely';

import type { Database } from '../../platform/database.js';
import { eb, isSame, type AnyTables, type Condition } from '../../platform/sql.js';
import type { Basis, FigureStatus } from '../figure/figure.js';
import { ExclusionReason, reasonColumn, type TotalColumns } from './total.js';
import type { Unit } from '../figure/unit.js';

/** Which records a total adds; the others it counts as left out, by reason. */
export interface TotalSpec {
  readonly table: string;
  /** Which records are looked at. */
  readonly where: readonly Condition[];
  /** Holds for those of the kind that is added; null where kinds do not matter. */
  readonly ofKind: Condition | null;
  readonly unit: Unit;
  readonly statuses: readonly FigureStatus[];
  readonly basis: Basis;
}

/** Which records have which keys. */
export type KeyedRecords = SelectQueryBuilder<AnyTables, string, AnyTables>;

/** A query whose rows are sums of records, one for each combination of the keys. */
type Sums = SelectQueryBuilder<AnyTables, never, TotalColumns>;

/**
 * The query that adds up records, once for each combination of the keys. `records` selects the keys of each record, from
 * the table with the alias `row`, each combination of a record and its keys once.
 */
export function sums(database: Database, records: KeyedRecords, keys: readonly string[], spec: TotalSpec): Sums {
  const judged = eb
    .selectFrom(classified(records, spec).as('part'))
    .leftJoin('wholes as whole', (join) => isIn(join, 'whole', 'includedInId', keys))
    .leftJoin('wholes as vague', (join) => isIn(join, 'vague', 'mayBeIncludedInId', keys))
    .select(['part.low', 'part.high', 'part.bound', ...keys.map((key) => `part.${key}`)])
    .select(exclusion.as('exclusion'));
  // By exclusion first, so that what is summed is evaluated for few rows.
  const tallied = eb
    .selectFrom(judged.as('judged'))
    .select([...keys, 'exclusion'])
    .select(Object.entries(tallies).map(([name, expression]) => expression.as(name)))
    .groupBy([...keys, 'exclusion']);
  return database
    .read<AnyTables>()
    .with('wholes', () => wholes(records, keys, spec))
    .selectFrom(tallied.as('tallied'))
    .select([...keys])
    .select(Object.entries(columns).map(([name, expression]) => expression.as(name)))
    .groupBy([...keys]);
}

/** The records that are looked at, with their keys, and why each cannot be added. */
function classified(records: KeyedRecords, spec: TotalSpec): KeyedRecords {
  return records
    .select(['row.id', 'row.low', 'row.high', 'row.bound', 'row.includedInId', 'row.mayBeIncludedInId'])
    .select(ineligibility(spec).as('reason'))
    .where(eb.and([...spec.where])) as KeyedRecords;
}

/** The records that can be added and that others are, or may be, included in. */
function wholes(records: KeyedRecords, keys: readonly string[], spec: TotalSpec): KeyedRecords {
  const named = (column: string): KeyedRecords =>
    eb.selectFrom(`${spec.table} as part`).select(`part.${column} as id`).where(`part.${column}`, 'is not', null);
  const included = classified(records, spec).where(
    eb('row.id', 'in', named('includedInId').union(named('mayBeIncludedInId'))),
  );
  return eb
    .selectFrom(included.as('included'))
    .select(['included.id', ...keys.map((key) => `included.${key}`)])
    .where('included.reason', 'is', null) as KeyedRecords;
}

/** Joins the record that `part` is included in, by a column, if it is added with the same keys. */
function isIn(join: Join, whole: string, column: string, keys: readonly string[]): Join {
  return keys.reduce(
    (joined, key) => joined.on(isSame(`${whole}.${key}`, `part.${key}`)),
    join.onRef(`${whole}.id`, '=', `part.${column}`),
  );
}

type Join = JoinBuilder<AnyTables, AnyTables>;

/** Why a record is left out: it cannot be added, or what it is, or may be, a part of is added with the same keys. */
const exclusion = sql<ExclusionReason | null>`case
  when ${sql.ref('part.reason')} is not null then ${sql.ref('part.reason')}
  when ${sql.ref('whole.id')} is not null then ${sql.lit(ExclusionReason.INCLUDED_IN_ANOTHER)}
  when ${sql.ref('vague.id')} is not null then ${sql.lit(ExclusionReason.UNCLEAR_INCLUSION)}
end`;

/** What is counted and summed of the records with the same keys and the same exclusion. */
const tallies: Readonly<Record<string, RawBuilder<unknown>>> = {
  number: sql`count(*)`,
  lows: sql`count(${sql.ref('low')})`,
  lowSum: sql`sum(${sql.ref('low')})`,
  highs: sql`count(${sql.ref('high')})`,
  highSum: sql`sum(${sql.ref('high')})`,
  vagueNumber: sql`sum(case when ${sql.ref('bound')} in ('ABOUT', 'APPROACHING') then 1 else 0 end)`,
  inferredNumber: sql`sum(case when ${sql.ref('bound')} = 'INFERRED' then 1 else 0 end)`,
};

/** How many records are added. */
export const addedCount = sumOfAdded(sql.ref('number'));

/** The sum of the lower ends of what is added. */
export const addedLow = sumOfAdded(sql.ref('lowSum'));

const columns: Readonly<Record<string, RawBuilder<unknown>>> = {
  parts: addedCount,
  low: addedLow,
  openLow: sumOfAdded(sql`${sql.ref('number')} - ${sql.ref('lows')}`),
  high: sumOfAdded(sql.ref('highSum')),
  openHigh: sumOfAdded(sql`${sql.ref('number')} - ${sql.ref('highs')}`),
  vague: sumOfAdded(sql.ref('vagueNumber')),
  inferred: sumOfAdded(sql.ref('inferredNumber')),
  ...Object.fromEntries(
    Object.values(ExclusionReason).map((reason) => [
      reasonColumn(reason),
      sql`sum(case when ${sql.ref('exclusion')} = ${sql.lit(reason)} then ${sql.ref('number')} else 0 end)`,
    ]),
  ),
};

/** The sum of an expression over the records that are added; 0 where there are none. */
function sumOfAdded(expression: Expression<unknown>): RawBuilder<number> {
  return sql`coalesce(sum(case when ${sql.ref('exclusion')} is null then ${expression} end), 0)`;
}

/** Why a record cannot be added with the others, whatever they are; null when it can. */
function ineligibility({ ofKind, unit, statuses, basis }: TotalSpec): RawBuilder<ExclusionReason | null> {
  const reason = (value: ExclusionReason): Expression<ExclusionReason> => sql.lit(value);
  return sql`case
    when ${eb('row.unit', 'is', null)} then ${reason('NO_FIGURE')}
    when not coalesce(${ofKind ?? sql`true`}, false) then ${reason('OTHER_KIND')}
    when ${eb('row.unit', '<>', unit)} then ${reason('OTHER_UNIT')}
    when ${eb('row.status', 'not in', statuses)} then ${reason('OTHER_STATUS')}
    when ${eb('row.basis', '<>', basis)} then ${reason('OTHER_BASIS')}
  end`;
}
