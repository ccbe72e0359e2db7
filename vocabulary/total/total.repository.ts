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
import { entries, facets, folds, groupings, leftOut, pending, placed, related, reports, standing } from './folds.js';
import { covered, crossed, judged, open, pairs, tops } from './overlaps.js';
import {
  columnsOf,
  areOfOneGroup,
  lookedAt,
  partial,
  type KeyedRecords,
  type Rows,
  type JudgedSpec,
} from './total-spec.js';
import { detailOf, exclusionOf, isLeftOut, numberOf } from './verdict-code.js';
import { detailColumn, leftValues, reasonColumn, type TotalColumns } from './total-columns.js';

/** A query whose rows are sums of records, one for each combination of the keys. */
type Sums = SelectQueryBuilder<AnyTables, never, TotalColumns>;

/** The tables of a statement, each from those before it. They are evaluated once. */
const tables = {
  facets,
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

/** A statement over records by keys; what the rules make of them is in it where some of them stand to others. */
export interface Statement {
  readonly tables: QueryCreator<AnyTables>;
  readonly isRuled: boolean;
}

/** Begins a statement over records by keys. The rules are left out where no record needs them: they are long to compile. */
export async function statementOver(database: Database, keyed: KeyedRecords, spec: JudgedSpec): Promise<Statement> {
  const one = await database
    .read<AnyTables>()
    .with('facets', () => facets(keyed, spec))
    .selectFrom(related(keyed, spec).select('row.id').limit(1).as('one'))
    .select('id')
    .executeTakeFirst();
  const isRuled = one !== undefined;
  const own = isRuled ? Object.entries(tables) : [['facets', facets] as const];
  return {
    isRuled,
    tables: own.reduce<QueryCreator<AnyTables>>(
      (statement, [name, table]) =>
        statement.with(
          (cte) => cte(name).materialized(),
          () => table(keyed, spec),
        ),
      database.read<AnyTables>(),
    ),
  };
}

/** The query that adds up records, once for each combination of the keys. */
export function sums({ tables, isRuled }: Statement, keyed: KeyedRecords, spec: JudgedSpec): Sums {
  const { keys } = keyed;
  const plain = alone(keyed, spec);
  const tallied = isRuled ? (plain.unionAll(ruled(keyed)) as Rows) : plain;
  return tables
    .selectFrom(tallied.as('tallied'))
    .select([...keys])
    .select(Object.entries(columns).map(([name, expression]) => expression.as(name)))
    .groupBy([...keys]);
}

/** Sums and counts by verdict: of the records that cannot be added, and of those that stand alone. */
function alone(keyed: KeyedRecords, spec: JudgedSpec): Rows {
  // By facet first, so that the rest is evaluated for few rows.
  const byFacet = eb
    .selectFrom(
      lookedAt(keyed, spec)
        .select(columnsOf('row', 'facet', 'low', 'high'))
        .select(sql`${partial(keyed)}`.as('partial'))
        .as('single'),
    )
    .select([...keyed.keys, 'facet'])
    .select([
      sql`count(*)`.as('number'),
      sql`sum(${sql.ref('low')})`.as('lowSum'),
      sql`count(*) - count(${sql.ref('low')})`.as('openLows'),
      sql`sum(${sql.ref('high')})`.as('highSum'),
      sql`count(*) - count(${sql.ref('high')})`.as('openHighs'),
      ...(keyed.isPartial ? [sql`sum(${sql.ref('partial')})`.as('partials')] : [sql.lit(0).as('partials')]),
    ])
    .groupBy([...keyed.keys, 'facet']) as Rows;
  return eb
    .selectFrom(byFacet.as('byFacet'))
    .innerJoin('facets', 'facets.id', 'byFacet.facet')
    .where(sql<SqlBool>`(${sql.ref('facets.alone')} or ${isLeftOut('code')})`)
    .select([...keyed.keys])
    .select([exclusionOf('code').as('exclusion'), detailOf('code').as('detail')])
    .select('number')
    .select((['lowSum', 'openLows', 'highSum', 'openHighs', 'partials'] as const).map((name) => ofAdded(name).as(name)))
    .select([
      numberOf('code', 'vague').as('vagueNumber'),
      numberOf('code', 'inferred').as('inferredNumber'),
      sql.lit(0).as('sharedWith'),
    ]) as Rows;
}

/** What the records that stand to others add, and which verdicts they have. */
function ruled({ keys }: KeyedRecords): Rows {
  const by = ['grouping', 'exclusion'];
  const tallies = eb
    .selectFrom(verdicts().as('verdict'))
    .select([...by, sql`count(*)`.as('number')])
    .select(added.map((name) => sql`sum(${sql.ref(name)})`.as(name)))
    .select(sql`max(${sql.ref('sharedWith')})`.as('sharedWith'))
    .groupBy(by);
  return eb
    .selectFrom(tallies.as('tallies'))
    .innerJoin('groupings', 'groupings.grouping', 'tallies.grouping')
    .select([...columnsOf('groupings', ...keys), 'tallies.exclusion'])
    .select([sql`null`.as('detail'), 'tallies.number'])
    .select([...added, 'sharedWith']) as Rows;
}

/** What becomes of each record that is looked at: as `verdicts`, with those that stand alone or cannot be added. */
export function allVerdicts({ isRuled }: Statement, keyed: KeyedRecords, spec: JudgedSpec): Rows {
  const singles = eb
    .selectFrom(
      lookedAt(keyed, spec)
        .select(columnsOf('row', 'id', 'facet'))
        .as('single'),
    )
    .innerJoin('facets', 'facets.id', 'single.facet')
    .where(sql<SqlBool>`(${sql.ref('facets.alone')} or ${isLeftOut('code')})`)
    .select([...keyed.keys, 'single.id'])
    .select([sql<string | null>`cast(null as text)`.as('by'), exclusionOf('code').as('exclusion')]) as Rows;
  if (!isRuled) {
    return singles;
  }
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

/** What is added of records: sums, and how many have no number there or one that is not sharp. */
const added = ['lowSum', 'openLows', 'highSum', 'openHighs', 'partials', 'vagueNumber', 'inferredNumber'] as const;

/**
 * What becomes of each of the pending records: why it is left out, or not added in full, and by which record, null where
 * it is added; and what its fold adds, which the first of its records has.
 */
function verdicts(): Rows {
  const isSingle = eb('judged.isSingle', '=', 1);
  const isFirst = sql`(${sql.ref('standing.place')} = 1
    or (${sql.ref('standing.includedInId')} = ${sql.ref('standing.firstWhole')} and ${sql.ref('standing.hasNoPreferred')} = 1))`;
  const isWithin = eb('standing.within', 'is not', null);
  const asFold = sql`(${isSingle} or ${isFirst} or ${sql.ref('judged.addsHigh')} = 0)`;
  const has = sql`(${isSingle} or ${sql.ref('standing.place')} = 1)`;
  const [low, high] = [sql`${has} and ${eb('addsLow', '=', 1)}`, sql`${has} and ${eb('addsHigh', '=', 1)}`];
  const number = (condition: Expression<unknown>, column: string): RawBuilder<number> =>
    sql`case when ${condition} then ${sql.ref(column)} else 0 end`;
  const judgedRecords = eb
    .selectFrom('judged')
    .leftJoin('standing', (join) =>
      join
        .onRef('judged.scope', '=', 'standing.scope')
        .onRef('judged.status', '=', 'standing.status')
        .on(areOfOneGroup('judged', 'standing'))
        .on(eb('judged.isSingle', '=', 0)),
    )
    .select('judged.grouping')
    .select([
      sql`coalesce(${sql.ref('standing.id')}, ${sql.ref('judged.first')})`.as('id'),
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
      sql`case when ${low} then ${sql.ref('judged.low')} end`.as('lowSum'),
      sql`case when ${low} and ${sql.ref('judged.low')} is null then 1 else 0 end`.as('openLows'),
      sql`case when ${high} then ${sql.ref('judged.high')} end`.as('highSum'),
      sql`case when ${high} and ${sql.ref('judged.high')} is null then 1 else 0 end`.as('openHighs'),
      number(high, 'judged.partial').as('partials'),
      number(high, 'judged.vague').as('vagueNumber'),
      number(high, 'judged.inferred').as('inferredNumber'),
      number(high, 'judged.others').as('sharedWith'),
    ]) as Rows;
  const nothing = leftOut()
    .select(added.map((name) => sql.lit(0).as(name)))
    .select(sql.lit(0).as('sharedWith')) as Rows;
  return judgedRecords.unionAll(nothing) as Rows;
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
export const addedLow = sumOf(sql.ref('lowSum'));

const columns: Readonly<Record<string, RawBuilder<unknown>>> = {
  parts: addedCount,
  low: addedLow,
  openLow: sumOf(sql.ref('openLows')),
  high: sumOf(sql.ref('highSum')),
  openHigh: sumOf(sql.ref('openHighs')),
  partial: sumOf(sql.ref('partials')),
  vague: sumOf(sql.ref('vagueNumber')),
  inferred: sumOf(sql.ref('inferredNumber')),
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

/** A column where the code is of records that are added; 0 where it is of others. */
function ofAdded(column: string): RawBuilder<unknown> {
  return sql`case when ${isLeftOut('code')} then 0 else ${sql.ref(column)} end`;
}

/** The sum of an expression; 0 where there is none. */
function sumOf(expression: Expression<unknown>): RawBuilder<number> {
  return sql`coalesce(sum(${expression}), 0)`;
}
