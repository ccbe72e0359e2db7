import { sql, type Expression, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';

import type { Database } from '../../platform/database.js';
import { eb, type AnyTables, type Condition } from '../../platform/sql.js';
import type { Basis, FigureStatus } from '../figure/figure.js';
import type { OwnedRecords } from '../record/belonging.js';
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

/** A query whose rows are sums of records, one for each combination of the keys. */
type Sums = SelectQueryBuilder<AnyTables, never, TotalColumns>;

/** The query that adds up records, once for each combination of the keys that `records` selects. */
export function sums(database: Database, records: OwnedRecords, keys: readonly string[], spec: TotalSpec): Sums {
  const classified = eb
    .selectFrom(`${spec.table} as row`)
    .innerJoin(records.as('owned'), 'owned.record', 'row.id')
    .select([
      'row.id',
      'row.low',
      'row.high',
      'row.bound',
      'row.includedInId',
      'row.mayBeIncludedInId',
      ...keys.map((key) => `owned.${key}`),
    ])
    .select(ineligibility(spec).as('reason'))
    .where(eb.and([...spec.where]));
  const judged = eb.selectFrom('classified as part').selectAll('part').select(exclusion(keys).as('exclusion'));
  const columns: Readonly<Record<string, Expression<number>>> = {
    parts: addedCount,
    low: addedLow,
    openLow: count(sql`${isCounted} and ${sql.ref('low')} is null`),
    high: sql`sum(case when ${isCounted} then ${sql.ref('high')} end)`,
    openHigh: count(sql`${isCounted} and ${sql.ref('high')} is null`),
    vague: count(sql`${isCounted} and ${sql.ref('bound')} in ('ABOUT', 'APPROACHING')`),
    inferred: count(sql`${isCounted} and ${sql.ref('bound')} = 'INFERRED'`),
    ...Object.fromEntries(
      Object.values(ExclusionReason).map((reason) => [
        reasonColumn(reason),
        count(sql`${sql.ref('exclusion')} = ${sql.lit(reason)}`),
      ]),
    ),
  };
  return database
    .read<AnyTables>()
    .with('classified', () => classified)
    .selectFrom(judged.as('judged'))
    .select([...keys])
    .select(Object.entries(columns).map(([name, expression]) => sql`${expression}`.as(name)))
    .groupBy([...keys]);
}

/** Holds for a record that is added. */
const isCounted = sql`${sql.ref('exclusion')} is null`;

/** How many records are added. */
export const addedCount = count(isCounted);

/** The sum of the lower ends of what is added. */
export const addedLow = sql<number>`coalesce(sum(case when ${isCounted} then ${sql.ref('low')} end), 0)`;

function count(condition: Expression<unknown>): Expression<number> {
  return sql`sum(case when ${condition} then 1 else 0 end)`;
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

/** Why a record is left out: it cannot be added, or what it is, or may be, a part of is added with the same keys. */
function exclusion(keys: readonly string[]): RawBuilder<ExclusionReason | null> {
  const sameKeys = keys.map((key) => sql`${sql.ref(`whole.${key}`)} is not distinct from ${sql.ref(`part.${key}`)}`);
  const isAdded = (part: string): Condition =>
    eb.exists(
      eb
        .selectFrom('classified as whole')
        .select(sql`1`.as('one'))
        .whereRef('whole.id', '=', part)
        .where('whole.reason', 'is', null)
        .where(sql<SqlBool>`${sql.join(sameKeys, sql` and `)}`),
    );
  return sql`case
    when ${eb('part.reason', 'is not', null)} then ${sql.ref('part.reason')}
    when ${isAdded('part.includedInId')} then ${sql.lit(ExclusionReason.INCLUDED_IN_ANOTHER)}
    when ${isAdded('part.mayBeIncludedInId')} then ${sql.lit(ExclusionReason.UNCLEAR_INCLUSION)}
  end`;
}
