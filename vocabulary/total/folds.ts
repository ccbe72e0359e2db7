import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

import { eb } from '../../platform/sql.js';
import {
  columnsOf,
  flag,
  areOfOneGroup,
  lookedAt,
  partial,
  relatedBy,
  maxOrOpen,
  type KeyedRecords,
  type Rows,
  type JudgedSpec,
} from './total-spec.js';
import { isLeftOut, verdictCode } from './verdict-code.js';

/*
 * The tables in which a statement works out what records of equal scopes come to, each from those before it:
 * `facets`, `pending`, `groupings`, `placed`, `standing`, `entries`, `reports`, `folds`.
 */

/** The facets of the records, with the code of the verdict on each. */
export const facets = (_keyed: KeyedRecords, spec: JudgedSpec): Rows =>
  eb
    .selectFrom('facet')
    .select(['facet.id', 'facet.alone'])
    .select(verdictCode(spec).as('code'))
    .where('facet.type', '=', spec.table) as Rows;

/** The records that may be added, and that stand to others in some way. */
export const related = (keyed: KeyedRecords, spec: JudgedSpec): Rows =>
  lookedAt({ ...keyed, records: keyed.relatedRecords ?? keyed.records }, spec)
    .where(sql.ref('row.alone'), '=', sql.lit(false))
    .where(
      'row.facet',
      'in',
      eb
        .selectFrom('facets')
        .select('id')
        .where(sql<SqlBool>`not ${isLeftOut('code')}`),
    ) as Rows;

/** The same with their keys, and what the rules ask of them. */
const candidates = (keyed: KeyedRecords, spec: JudgedSpec): Rows =>
  related(keyed, spec)
    .select(
      columnsOf(
        'row',
        'id',
        'scope',
        'status',
        'low',
        'high',
        'bound',
        'rank',
        'includedInId',
        'document',
        'print',
        'alike',
      ),
    )
    .select([
      sql`case when ${sql.ref('row.several')} then ${keyed.others} else 0 end`.as('others'),
      sql`${partial(keyed)}`.as('partial'),
    ]) as Rows;

/** Those records, with a number for each combination of keys: it makes joins that no engine does badly. */
export const pending = (keyed: KeyedRecords, spec: JudgedSpec): Rows =>
  eb
    .selectFrom(candidates(keyed, spec).as('candidate'))
    .selectAll('candidate')
    .select(
      sql`dense_rank() over (order by ${sql.join(keyed.keys.map((key) => sql.ref(`candidate.${key}`)))})`.as(
        'grouping',
      ),
    ) as Rows;

/** The keys that each number stands for. */
export const groupings = ({ keys }: KeyedRecords): Rows =>
  eb
    .selectFrom('pending')
    .select(['grouping', ...keys])
    .groupBy(['grouping', ...keys]) as Rows;

/**
 * The pending records that the data place in others that are pending with the same keys; `isKnown` where one of those is no
 * record of others too.
 */
export const placed = (): Rows =>
  relatedBy(['pending', 'part', 'id'], ['inclusion', 'record', 'whole'], ['pending', 'whole', 'id'])
    .select(columnsOf('part', 'id', 'grouping'))
    .select([
      sql`min(${flag(sql.ref('relation.isVague'))})`.as('isVague'),
      sql`max(${flag(eb('whole.others', '=', 0))})`.as('isKnown'),
      sql`min(${sql.ref('whole.id')})`.as('by'),
    ])
    .groupBy(columnsOf('part', 'id', 'grouping')) as Rows;

/** Why the data leave a record out. */
const byData = sql`case
  when ${sql.ref('placed.isVague')} = 1 then 'UNCLEAR_INCLUSION'
  when ${sql.ref('placed.isVague')} = 0 then 'INCLUDED_IN_ANOTHER'
end`;

/** The records that the data leave out, and why. */
export const leftOut = (): Rows =>
  eb
    .selectFrom('placed')
    .select(columnsOf('placed', 'grouping', 'id', 'by'))
    .select(byData.as('exclusion'))
    .where('placed.isKnown', '=', 1) as Rows;

/** The others of scopes that no other record has: each is a fold by itself. */
const single = (): Rows =>
  remaining(false)
    .select(columnsOf('part', 'grouping', 'scope', 'status', 'id as first', 'low', 'high', 'others', 'partial'))
    .select([
      sql`${flag(eb('placed.by', 'is not', null))}`.as('isWithin'),
      isVague.as('vague'),
      isInferred.as('inferred'),
      sql`${byData}`.as('withinBy'),
      'placed.by as within',
      sql.lit(1).as('isSingle'),
    ]) as Rows;

const isVague = flag(sql`${sql.ref('bound')} in ('ABOUT', 'APPROACHING')`);
const isInferred = flag(sql`${sql.ref('bound')} = 'INFERRED'`);

/** The pending records that the data do not leave out: those that share their scope, or the others. */
const remaining = (areAlike: boolean): Rows =>
  eb
    .selectFrom('pending as part')
    .leftJoin('placed', (join) => join.onRef('placed.id', '=', 'part.id').on(areOfOneGroup('placed', 'part')))
    .where(sql.ref('part.alike'), '=', sql.lit(areAlike))
    .where(sql`coalesce(${sql.ref('placed.isKnown')}, 0)`, '=', sql.lit(0)) as Rows;

/**
 * Those that share their scope, each with its place among those of its scope and status, the preferred ones first and then the largest:
 * the first stands for all. `same` is its place among those with the same number, `copy` among those printed alike.
 */
export function standing(): Rows {
  const within = columnsOf('part', 'grouping', 'scope', 'status');
  const isPreferred = sql`case when ${sql.ref('part.rank')} = 'PREFERRED' then 0 else 1 end`;
  const over = (expression: RawBuilder<unknown>, by: readonly string[], order: Expression<unknown>) =>
    sql`${expression} over (partition by ${sql.join(by.map((each) => sql.ref(each)))} order by ${order})`;
  const first = sql`${isPreferred}, coalesce(${sql.ref('part.low')}, -1) desc, ${sql.ref('part.id')}`;
  const numbers = [...within, 'part.low', 'part.high'];
  const id = sql.ref('part.id');
  return remaining(true)
    .selectAll('part')
    .select([
      over(sql`row_number()`, within, first).as('place'),
      over(sql`first_value(${id})`, within, first).as('first'),
      over(sql`first_value(${sql.ref('part.document')})`, within, first).as('firstDocument'),
      over(sql`first_value(${sql.ref('part.includedInId')})`, within, first).as('firstWhole'),
      over(sql`first_value(${isPreferred})`, within, first).as('hasNoPreferred'),
      over(sql`row_number()`, numbers, sql`${isPreferred}, ${id}`).as('same'),
      over(sql`row_number()`, [...numbers, 'part.print'], id).as('copy'),
    ])
    .select(['placed.by as within', byData.as('withinBy')]) as Rows;
}

/** What the records of a scope say, each number of a document once; parts of one whole are added. */
export function entries(): Rows {
  const isPart = eb('includedInId', 'is not', null);
  const unlessPart = (column: string): RawBuilder<unknown> =>
    sql`case when ${sql.ref('includedInId')} is null then ${sql.ref(column)} end`;
  const by = ['grouping', 'scope', 'status', 'document', 'includedInId'];
  return eb
    .selectFrom('standing')
    .select([...by, 'first'])
    .select([
      sql`case when ${isPart} then sum(${sql.ref('low')}) else min(${sql.ref('low')}) end`.as('low'),
      sql`case when ${isPart} then ${sumOrOpen('high')} else ${maxOrOpen('high')} end`.as('high'),
      sql`max(${sql.ref('others')})`.as('others'),
      sql`max(${sql.ref('partial')})`.as('partial'),
      sql`max(${flag(eb('within', 'is not', null))})`.as('isWithin'),
      sql`max(${isVague})`.as('vague'),
      sql`max(${isInferred})`.as('inferred'),
    ])
    .where(sql<SqlBool>`(${sql.ref('hasNoPreferred')} = 1 or ${sql.ref('rank')} = 'PREFERRED')`)
    .groupBy([...by, 'first'])
    .groupBy([unlessPart('low'), unlessPart('high'), unlessPart('copy')]) as Rows;
}

/** What each document comes to: its numbers may be of one thing or of several. */
export const reports = (): Rows =>
  gathered('entries', ['grouping', 'scope', 'status', 'first', 'document'], {
    low: sql`max(${sql.ref('low')})`,
    high: sumOrOpen('high'),
  });

/** What each scope comes to: its documents differ on one thing. `first` is the record that stands for it. */
export const folds = (): Rows => {
  const several = gathered('reports', ['grouping', 'scope', 'status', 'first'], {
    low: sql`case when count(${sql.ref('low')}) = count(*) then min(${sql.ref('low')}) end`,
    high: maxOrOpen('high'),
  }).select([
    sql`cast(null as text)`.as('withinBy'),
    sql`cast(null as text)`.as('within'),
    sql.lit(0).as('isSingle'),
  ]) as Rows;
  // Joins by a number are the fastest.
  return eb
    .selectFrom(
      eb
        .selectFrom(several.as('several'))
        .select(foldColumns)
        .unionAll(eb.selectFrom(single().as('single')).select(foldColumns))
        .as('fold'),
    )
    .selectAll('fold')
    .select(sql`row_number() over ()`.as('fold')) as Rows;
};

const foldColumns = [
  ...['grouping', 'scope', 'status', 'first', 'low', 'high', 'others', 'partial'],
  ...['isWithin', 'vague', 'inferred', 'withinBy', 'within', 'isSingle'],
];

function gathered(
  from: string,
  by: readonly string[],
  { low, high }: Readonly<Record<'low' | 'high', RawBuilder<unknown>>>,
): Rows {
  const most = (column: string) => sql`max(${sql.ref(column)})`.as(column);
  return eb
    .selectFrom(from)
    .select([...by])
    .select([
      low.as('low'),
      high.as('high'),
      most('others'),
      most('partial'),
      most('isWithin'),
      most('vague'),
      most('inferred'),
    ])
    .groupBy([...by]) as Rows;
}

function sumOrOpen(column: string): RawBuilder<number | null> {
  return sql`case when count(${sql.ref(column)}) = count(*) then sum(${sql.ref(column)}) end`;
}
