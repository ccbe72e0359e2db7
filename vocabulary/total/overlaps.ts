import { sql, type RawBuilder, type SqlBool } from 'kysely';

import { eb, type Condition } from '../../platform/sql.js';
import type { FigureStatus } from '../figure/figure.js';
import {
  columnsOf,
  flag,
  areOfOneGroup,
  maxOrOpen,
  relatedBy,
  type KeyedRecords,
  type Rows,
  type JudgedSpec,
} from './total-spec.js';

/*
 * The tables in which a statement works out which folds lie in which and which cross, each from those before it:
 * `pairs`, `covered`, `open`, `tops`, `crossed`, `judged`.
 */

/** The firmest status first: what is done has in it what was intended of it. */
const firmest: readonly FigureStatus[] = ['ACTUAL', 'COMMITTED', 'PLANNED', 'TARGET', 'EXPECTED'];

const firmness = (alias: string): RawBuilder<number> =>
  sql`case ${sql.ref(`${alias}.status`)} ${sql.join(
    firmest.map((status, place) => sql`when ${sql.lit(status)} then ${sql.lit(place)}`),
    sql` `,
  )} end`;

const isFirmer = (one: string, other: string): Condition => sql`${firmness(one)} < ${firmness(other)}`;
const hasSameStatus = (one: string, other: string): Condition => eb(`${one}.status`, '=', eb.ref(`${other}.status`));

/** The folds that lie in others of the same keys, each with each. */
export function pairs(_keyed: KeyedRecords, { statuses }: JudgedSpec): Rows {
  const areSeveral = statuses.length > 1;
  const columns = [
    'part.fold as part',
    'whole.fold as whole',
    ...columnsOf('part', 'low', 'high', 'status'),
    'whole.status as wholeStatus',
    'whole.first as by',
    'whole.others as wholeOthers',
    'whole.high as wholeHigh',
  ];
  const reason = areSeveral
    ? sql`case when ${hasSameStatus('part', 'whole')} then ${sql.ref('relation.reason')} else 'FIRMER_STATUS' end`
    : sql.ref('relation.reason');
  const inScopes = relatedBy(['folds', 'part', 'scope'], ['scopeCover', 'part', 'whole'], ['folds', 'whole', 'scope'])
    .where(areSeveral ? eb.or([hasSameStatus('part', 'whole'), isFirmer('whole', 'part')]) : sql<SqlBool>`true`)
    .select(columns)
    .select(sql`${reason}`.as('reason')) as Rows;
  const inStatuses = eb
    .selectFrom('folds as part')
    .innerJoin('folds as whole', (join) =>
      join.onRef('whole.scope', '=', 'part.scope').on(areOfOneGroup('whole', 'part')).on(isFirmer('whole', 'part')),
    )
    .select(columns)
    .select(sql.lit('FIRMER_STATUS').as('reason')) as Rows;
  return areSeveral ? (inScopes.unionAll(inStatuses) as Rows) : inScopes;
}

/** The folds that lie in others; `isKnown` where one of those is no record of others too. */
export const covered = (): Rows =>
  eb
    .selectFrom('pairs')
    .select('part')
    .select(sql`max(${flag(eb('wholeOthers', '=', 0))})`.as('isKnown'))
    .groupBy('part') as Rows;

/** The folds that are added: those that lie in none, or in what is of others too. */
export const open = (): Rows =>
  eb
    .selectFrom('folds as fold')
    .leftJoin('covered', 'covered.part', 'fold.fold')
    .selectAll('fold')
    .select(sql`${flag(sql`${sql.ref('covered.part')} is not null or ${sql.ref('fold.isWithin')} = 1`)}`.as('isShared'))
    .where(sql`coalesce(${sql.ref('covered.isKnown')}, 0)`, '=', sql.lit(0)) as Rows;

/** The pairs whose whole is added. */
export const tops = (): Rows =>
  eb
    .selectFrom('pairs')
    .innerJoin('open', 'open.fold', 'pairs.whole')
    .selectAll('pairs')
    .select(
      sql`${flag(sql`${sql.ref('pairs.low')} > ${sql.ref('pairs.wholeHigh')} and ${sql.ref('pairs.status')} = ${sql.ref('pairs.wholeStatus')}`)}`.as(
        'isMore',
      ),
    ) as Rows;

/** The folds that cross a larger one that is added, and is no record of others too. */
export function crossed(_keyed: KeyedRecords, { statuses }: JudgedSpec): Rows {
  const low = (alias: string): RawBuilder<number> => sql`coalesce(${sql.ref(`${alias}.low`)}, -1)`;
  const isBefore = sql<boolean>`(${low('larger')} > ${low('fold')}
    or (${low('larger')} = ${low('fold')} and ${sql.ref('larger.first')} < ${sql.ref('fold.first')}))`;
  const crossings = (related: Rows, isReturning: RawBuilder<unknown>, condition: Condition): Rows =>
    related
      .where(eb('larger.others', '=', 0))
      .where(isBefore)
      .where(condition)
      .select(['fold.fold', 'larger.first as by', isReturning.as('isReturning')]) as Rows;
  const across = (table: string, one: string, other: string): Rows =>
    relatedBy(['open', 'fold', 'scope'], [table, one, other], ['open', 'larger', 'scope']);
  const inEqualScopes = (): Rows =>
    eb
      .selectFrom('open as fold')
      .innerJoin('open as larger', (join) =>
        join.onRef('larger.scope', '=', 'fold.scope').on(areOfOneGroup('larger', 'fold')),
      ) as Rows;
  const never = flag(sql`false`);
  const areUnlike: Condition = eb(sql.ref('larger.status'), '<>', eb.ref('fold.status'));
  const plain = crossings(across('scopeCross', 'one', 'other'), flag(sql.ref('relation.isReturning')), sql`true`);
  const all =
    statuses.length > 1
      ? [across('scopeCover', 'part', 'whole'), across('scopeCover', 'whole', 'part'), inEqualScopes()].reduce(
          (query, related) => query.unionAll(crossings(related, never, areUnlike)) as Rows,
          plain,
        )
      : plain;
  return eb
    .selectFrom(all.as('crossing'))
    .select('fold')
    .select([sql`min(${sql.ref('by')})`.as('by'), sql`min(${sql.ref('isReturning')})`.as('isReturning')])
    .groupBy('fold') as Rows;
}

/** What each fold adds: a lower and a higher end, and whether each of them counts; and why it is not added in full. */
export function judged(): Rows {
  const extended = eb
    .selectFrom('tops')
    .select('whole')
    .select([maxOrOpen('high').as('high'), sql`count(*)`.as('number')])
    .where('isMore', '=', 1)
    .groupBy('whole') as Rows;
  const inWhole = eb
    .selectFrom('tops')
    .select('part')
    .select([
      sql`min(${sql.ref('by')})`.as('by'),
      sql`case when max(${sql.ref('isMore')}) = 1 then 'CONTRADICTED' else min(${sql.ref('reason')}) end`.as('reason'),
    ])
    .groupBy('part') as Rows;
  const isExtended = eb('extended.number', 'is not', null);
  return eb
    .selectFrom('folds as fold')
    .leftJoin('open', 'open.fold', 'fold.fold')
    .leftJoin(inWhole.as('inWhole'), 'inWhole.part', 'fold.fold')
    .leftJoin(extended.as('extended'), 'extended.whole', 'fold.fold')
    .leftJoin('crossed', 'crossed.fold', 'fold.fold')
    .select(
      columnsOf(
        'fold',
        'grouping',
        'scope',
        'status',
        'first',
        'others',
        'partial',
        'vague',
        'inferred',
        'low',
        'isSingle',
      ),
    )
    .select([
      sql`case when ${isExtended} then case when ${sql.ref('extended.high')} > ${sql.ref('fold.high')} then ${sql.ref('extended.high')} when ${sql.ref('extended.high')} is not null then ${sql.ref('fold.high')} end else ${sql.ref('fold.high')} end`.as(
        'high',
      ),
      sql`${flag(sql`${sql.ref('open.fold')} is not null and ${sql.ref('fold.others')} = 0 and ${sql.ref('crossed.fold')} is null`)}`.as(
        'addsLow',
      ),
      sql`${flag(sql`${sql.ref('open.fold')} is not null and ${sql.ref('open.isShared')} = 0`)}`.as('addsHigh'),
      sql`case
        when ${sql.ref('fold.within')} is not null then ${sql.ref('fold.withinBy')}
        when ${sql.ref('inWhole.part')} is not null then ${sql.ref('inWhole.reason')}
        when ${sql.ref('crossed.isReturning')} = 1 then 'RETURNING'
        when ${sql.ref('crossed.isReturning')} = 0 then 'OVERLAPPING'
        when ${sql.ref('fold.others')} > 0 then 'SHARED'
      end`.as('reason'),
      sql`coalesce(${sql.ref('fold.within')}, ${sql.ref('inWhole.by')}, ${sql.ref('crossed.by')})`.as('by'),
    ]) as Rows;
}
