import {
  sql,
  type Expression,
  type QueryCreator,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';

import type { Database } from '../../platform/database.js';
import { eb, type AnyTables } from '../../platform/sql.js';
import { ExclusionReason, partialReasons } from './exclusion-reason.js';
import { entries, folds, groupings, leftOut, pending, placed, reports, standing } from './folds.js';
import { covered, crossed, judged, open, pairs, tops } from './overlaps.js';
import {
  columnsOf,
  areOfOneGroup,
  lookedAt,
  partial,
  type KeyedRecords,
  type Rows,
  type TotalSpec,
} from './total-spec.js';
import { detailOf, exclusionOf, isLeftOut, numberOf, verdictCode } from './verdict-code.js';
import { detailColumn, leftValues, reasonColumn, type TotalColumns } from './total-columns.js';

/** A query whose rows are sums of records, one for each combination of the keys. */
type Sums = SelectQueryBuilder<AnyTables, never, TotalColumns>;

/** The tables of a statement, each from those before it. They are evaluated once. */
const tables = {
  pending,
  groupings,
  placed,
  standing,
  entries,
  reports,
  folds,
  pairs,
  covered,
  open,
  tops,
  crossed,
  judged,
} as const;

/** A statement over records by keys, which may read from what the rules make of them. */
export function ruled(database: Database, keyed: KeyedRecords, spec: TotalSpec): QueryCreator<AnyTables> {
  return Object.entries(tables).reduce<QueryCreator<AnyTables>>(
    (statement, [name, table]) =>
      statement.with(
        (cte) => cte(name).materialized(),
        () => table(keyed, spec),
      ),
    database.read<AnyTables>(),
  );
}

/** The query that adds up records, once for each combination of the keys. */
export function sums(database: Database, keyed: KeyedRecords, spec: TotalSpec): Sums {
  const { keys } = keyed;
  const tallied = alone(keyed, spec).unionAll(added(keyed)).unionAll(counted(keyed)) as Rows;
  return ruled(database, keyed, spec)
    .selectFrom(tallied.as('tallied'))
    .select([...keys])
    .select(Object.entries(columns).map(([name, expression]) => expression.as(name)))
    .groupBy([...keys]);
}

/** Sums and counts by verdict: of the records that cannot be added, and of those that stand alone. */
function alone(keyed: KeyedRecords, spec: TotalSpec): Rows {
  const code = verdictCode(spec);
  const judged = lookedAt(keyed, spec)
    .select(columnsOf('row', 'low', 'high'))
    .select([code.as('code'), sql`${partial(keyed)}`.as('partial')])
    .where(sql<SqlBool>`(${sql.ref('row.alone')} or ${isLeftOut(code)})`) as Rows;
  // By the verdict as a number first, so that the rest is evaluated for few rows.
  const byCode = eb
    .selectFrom(judged.as('single'))
    .select([...keyed.keys, 'code'])
    .select([
      sql`count(*)`.as('number'),
      sql`sum(${sql.ref('low')})`.as('lowSum'),
      sql`count(*) - count(${sql.ref('low')})`.as('openLows'),
      sql`sum(${sql.ref('high')})`.as('highSum'),
      sql`count(*) - count(${sql.ref('high')})`.as('openHighs'),
      ...(keyed.isPartial ? [sql`sum(${sql.ref('partial')})`.as('partials')] : [sql.lit(0).as('partials')]),
    ])
    .groupBy([...keyed.keys, 'code']) as Rows;
  return eb
    .selectFrom(byCode.as('byCode'))
    .select([...keyed.keys])
    .select([exclusionOf('code').as('exclusion'), detailOf('code').as('detail')])
    .select(['number', 'lowSum', 'openLows', 'highSum', 'openHighs', 'partials'])
    .select([
      numberOf('code', 'vague').as('vagueNumber'),
      numberOf('code', 'inferred').as('inferredNumber'),
      sql.lit(0).as('sharedWith'),
    ]) as Rows;
}

/** What each fold adds. */
function added({ keys }: KeyedRecords): Rows {
  const [low, high] = [eb('addsLow', '=', 1), eb('addsHigh', '=', 1)];
  return eb
    .selectFrom('judged')
    .innerJoin('groupings', 'groupings.grouping', 'judged.grouping')
    .select(columnsOf('groupings', ...keys))
    .select([
      sql`null`.as('exclusion'),
      sql`null`.as('detail'),
      sql.lit(0).as('number'),
      sql`case when ${low} then ${sql.ref('low')} end`.as('lowSum'),
      sql`case when ${low} and ${sql.ref('low')} is null then 1 else 0 end`.as('openLows'),
      sql`case when ${high} then ${sql.ref('high')} end`.as('highSum'),
      sql`case when ${high} and ${sql.ref('high')} is null then 1 else 0 end`.as('openHighs'),
      sql`case when ${high} then ${sql.ref('partial')} else 0 end`.as('partials'),
      sql`case when ${high} then ${sql.ref('vague')} else 0 end`.as('vagueNumber'),
      sql`case when ${high} then ${sql.ref('inferred')} else 0 end`.as('inferredNumber'),
      sql`case when ${high} then ${sql.ref('others')} else 0 end`.as('sharedWith'),
    ]) as Rows;
}

/** How many of the pending records have which verdict. */
function counted({ keys }: KeyedRecords): Rows {
  const numbers = eb
    .selectFrom(verdicts().as('verdict'))
    .select(['grouping', 'exclusion'])
    .select(sql`count(*)`.as('number'))
    .groupBy(['grouping', 'exclusion']);
  return eb
    .selectFrom(numbers.as('numbers'))
    .innerJoin('groupings', 'groupings.grouping', 'numbers.grouping')
    .select([...columnsOf('groupings', ...keys), 'numbers.exclusion'])
    .select([sql`null`.as('detail'), sql.ref('numbers.number').as('number')])
    .select(nothing.map((name) => sql.lit(0).as(name))) as Rows;
}

/** What becomes of each record that is looked at: as `verdicts`, with those that stand alone or cannot be added. */
export function allVerdicts(keyed: KeyedRecords, spec: TotalSpec): Rows {
  const code = verdictCode(spec);
  const singles = eb
    .selectFrom(
      lookedAt(keyed, spec)
        .select('row.id')
        .select(code.as('code'))
        .where(sql<SqlBool>`(${sql.ref('row.alone')} or ${isLeftOut(code)})`)
        .as('coded'),
    )
    .select([...keyed.keys, 'id'])
    .select([sql<string | null>`cast(null as text)`.as('by'), exclusionOf('code').as('exclusion')]) as Rows;
  const columns = [...keyed.keys, 'id', 'by', 'exclusion'];
  return eb
    .selectFrom(singles.as('single'))
    .select(columns)
    .unionAll(
      eb
        .selectFrom(verdicts().as('verdict'))
        .innerJoin('groupings', 'groupings.grouping', 'verdict.grouping')
        .select([...columnsOf('groupings', ...keyed.keys), ...columnsOf('verdict', 'id', 'by', 'exclusion')]),
    ) as Rows;
}

const nothing = [
  'lowSum',
  'openLows',
  'highSum',
  'openHighs',
  'partials',
  'vagueNumber',
  'inferredNumber',
  'sharedWith',
] as const;

/** Why each of the pending records is left out, or not added in full, and by which record; null where it is added. */
function verdicts(): Rows {
  const isFirst = sql`(${sql.ref('standing.place')} = 1
    or (${sql.ref('standing.includedInId')} = ${sql.ref('standing.firstWhole')} and ${sql.ref('standing.hasNoPreferred')} = 1))`;
  const isWithin = eb('standing.within', 'is not', null);
  const asFold = sql`(${isFirst} or ${sql.ref('judged.addsHigh')} = 0)`;
  const byScope = eb
    .selectFrom('standing')
    .innerJoin('judged', (join) =>
      join
        .onRef('judged.scope', '=', 'standing.scope')
        .onRef('judged.status', '=', 'standing.status')
        .on(areOfOneGroup('judged', 'standing')),
    )
    .where('judged.isSingle', '=', 0)
    .select(columnsOf('standing', 'grouping', 'id'))
    .select([
      sql`case when ${isWithin} then ${sql.ref('standing.within')} when ${asFold} then ${sql.ref('judged.by')} else ${sql.ref('standing.first')} end`.as(
        'by',
      ),
      sql`case
        when ${isWithin} then ${sql.ref('standing.withinBy')}
        when ${asFold} then ${sql.ref('judged.reason')}
        when ${sql.ref('standing.same')} > 1 and ${sql.ref('standing.copy')} = 1 then 'REPORTED_TWICE'
        when ${sql.ref('standing.hasNoPreferred')} = 1 and ${sql.ref('standing.document')} = ${sql.ref('standing.firstDocument')} then 'INDISTINCT'
        else 'COMPETING'
      end`.as('exclusion'),
    ]) as Rows;
  const single = eb
    .selectFrom('judged')
    .select(['grouping', 'first as id', 'by', 'reason as exclusion'])
    .where('isSingle', '=', 1) as Rows;
  return byScope.unionAll(single).unionAll(leftOut()) as Rows;
}

/** Holds for a record that is counted, in full or not. */
export const isCounted = sql<SqlBool>`(${sql.ref('exclusion')} is null or ${sql.ref('exclusion')} in (${sql.join(
  partialReasons.map((each) => sql.lit(each)),
)}))`;

/** How many records are added. */
export const addedCount = sumOf(sql`case when ${isCounted} then ${sql.ref('number')} end`);

/** Holds for a group with a record of the kind and unit that are added. */
export const isOfKind = sql<SqlBool>`sum(case when ${sql.ref('exclusion')} in ('OTHER_KIND', 'OTHER_UNIT') then 0 else ${sql.ref('number')} end) > 0`;

/** The sum of the lower ends of what is added. */
export const addedLow = sumOf(ofAdded('lowSum'));

const columns: Readonly<Record<string, RawBuilder<unknown>>> = {
  parts: addedCount,
  low: addedLow,
  openLow: sumOf(ofAdded('openLows')),
  high: sumOf(ofAdded('highSum')),
  openHigh: sumOf(ofAdded('openHighs')),
  partial: sumOf(ofAdded('partials')),
  vague: sumOf(ofAdded('vagueNumber')),
  inferred: sumOf(ofAdded('inferredNumber')),
  sharedWith: sql`max(${sql.ref('sharedWith')})`,
  ...Object.fromEntries(
    Object.values(ExclusionReason).map((reason) => [
      reasonColumn(reason),
      sql`sum(case when ${sql.ref('exclusion')} = ${sql.lit(reason)} then ${sql.ref('number')} else 0 end)`,
    ]),
  ),
  ...Object.fromEntries(
    leftValues.map((value) => [
      detailColumn(value),
      sql`sum(case when ${sql.ref('detail')} = ${sql.lit(value)} then ${sql.ref('number')} else 0 end)`,
    ]),
  ),
};

/** A column for what is added; null for what is left out. */
function ofAdded(column: string): RawBuilder<unknown> {
  return sql`case when ${sql.ref('exclusion')} is null then ${sql.ref(column)} end`;
}

/** The sum of an expression; 0 where there is none. */
function sumOf(expression: Expression<unknown>): RawBuilder<number> {
  return sql`coalesce(sum(${expression}), 0)`;
}
