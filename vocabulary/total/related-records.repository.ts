import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

import type { Database } from '../../platform/database.js';
import { anyOf, eb, type AnyTables, type Condition } from '../../platform/sql.js';
import type { CoverReason } from '../scope/relations.js';
import type { ExclusionReason } from './exclusion-reason.js';
import type { JudgedFacets } from './facets.repository.js';
import { judge, type Verdict } from './rules/judge.js';
import {
  judgedColumns,
  judgedRecord,
  relationsBy,
  type JudgedRecord,
  type JudgedRow,
  type Relations,
} from './rules/judged-record.js';
import type { Sums } from './tally.js';
import { columnsOf, flag, lookedAt, partial, type KeyedRecords, type Rows, type JudgedSpec } from './total-spec.js';

/** Whether a record is of a list that lacks pairings, as 1 or 0. */
const listed = ({ isListed }: KeyedRecords, { lacking }: JudgedFacets): Expression<number> =>
  isListed === undefined || lacking.length === 0
    ? sql.lit(0)
    : flag(eb.and([eb('row.facet', 'in', lacking), isListed]));

/** The records that stand to others in some way, with one of some ids, and what is asked of each. */
const relatedRecords = (keyed: KeyedRecords, spec: JudgedSpec, facets: JudgedFacets, ids: Expression<unknown>): Rows =>
  lookedAt({ ...keyed, records: keyed.recordsAmong?.(ids) ?? keyed.records }, spec)
    // By no index (`+`): a facet has many records, the ids are few.
    .where(sql`+${sql.ref('row.facet')}`, 'in', facets.related as never)
    .select(`row.${keyed.cluster} as cluster`)
    .select([
      sql`case when ${sql.ref('row.several')} then ${keyed.others} else 0 end`.as('others'),
      sql`${partial(keyed)}`.as('isPartial'),
      sql`${listed(keyed, facets)}`.as('listing'),
    ]) as Rows;

/** The ids of records that stand to others. */
const idsOfRelated = ({ table }: JudgedSpec): Rows =>
  eb.selectFrom(table).select('id').where('cluster', 'is not', null) as Rows;

/** What a group has of blocks: their sums, by the verdict; or, without a number, the blocks whose records are to be judged. */
export type BlockRow = Sums & {
  readonly exclusion: ExclusionReason | null;
  readonly vague: number | string;
  readonly inferred: number | string;
  /** `JudgedBlock`s, divided by semicolons, their numbers by spaces. */
  readonly judged: string | null;
} & Readonly<Record<string, string | number | null>>;

/**
 * The clusters of records of one status that stand to others, by keys. The importer has worked out the sums: of a cluster
 * where a group has all of it; of its blocks where the group has none of its hubs, or one block alone. One statement.
 */
export async function readBlocks(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  facets: JudgedFacets,
): Promise<readonly BlockRow[]> {
  const { keys } = keyed;
  // A filter may part blocks, and so does what a reader may not see.
  const blocks =
    spec.where.length === 0 && database.seesAll ? wholeBlocks(keyed, spec, facets) : countedBlocks(keyed, spec, facets);
  const partOf = keyed.cluster === 'yearCluster' ? sql.lit(0) : sql.ref('isPartial');
  const within = (value: RawBuilder<unknown>): RawBuilder<number> =>
    sql`${value} over (partition by ${sql.join([...keys, 'cluster'].map((key) => sql.ref(key)))})`;
  const present = eb
    .selectFrom('block')
    .select([...keys, 'cluster', 'block', 'isWhole', 'others', 'isPartial'])
    .select([
      within(sql`sum(${sql.ref('number')})`).as('total'),
      within(sql`max(${sql.ref('others')} + ${partOf})`).as('unlike'),
      within(sql`max(${sql.ref('isHub')})`).as('hubs'),
      within(sql`count(*)`).as('blocks'),
      within(sql`max(${sql.ref('listing')})`).as('listing'),
      within(sql`row_number()`).as('place'),
    ]);
  const hasAll = sql`${sql.ref('whole.size')} = ${sql.ref('present.total')} and ${sql.ref('present.unlike')} = 0`;
  const standsAlone = sql`(${sql.ref('present.hubs')} = 0 or ${sql.ref('present.blocks')} = 1) and ${sql.ref('present.isWhole')} = 1
    and ${sql.ref('present.others')} + ${sql.ref('present.isPartial')} = 0`;
  const taken = eb
    .selectFrom(present.as('present'))
    .leftJoin('clusterTally as whole', (join) =>
      join.onRef('whole.cluster', '=', 'present.cluster').on('whole.place', '=', sql.lit(0)),
    )
    .select([...columnsOf('present', ...keys, ...judgedBlock, 'listing', 'place'), flag(hasAll).as('hasAll')])
    .select(
      sql`case when ${hasAll} then ${sql.ref('present.cluster')} when ${standsAlone} then ${sql.ref('present.block')} end`.as(
        'taken',
      ),
    );
  const numbers = judgedBlock.map((column) => sql`cast(${sql.ref(`taken.${column}`)} as text)`);
  const isJudged = sql`${sql.ref('taken.taken')} is null`;
  const text = sql`case when ${isJudged} then ${sql.join(numbers, sql` || ' ' || `)} end`;
  const texts = database.engine === 'sqlite' ? sql`group_concat(${text}, ';')` : sql`string_agg(${text}, ';')`;
  const rows = await database
    .read<AnyTables>()
    // Inside an aggregate, SQLite would read all parties for each record.
    .with(
      (cte) => cte('block').materialized(),
      () => blocks,
    )
    .selectFrom(taken.as('taken'))
    .leftJoin('clusterTally as tally', 'tally.cluster', 'taken.taken')
    // A cluster is added once, with the first of its blocks.
    .where(sql<SqlBool>`${sql.ref('taken.hasAll')} = 0 or ${sql.ref('taken.place')} = 1`)
    .select([...columnsOf('taken', ...keys), 'tally.exclusion', texts.as('judged')])
    .select(sumColumns.map((column) => sql`sum(${sql.ref(`tally.${column}`)})`.as(column)))
    .select(sql`sum(${sql.ref('taken.listing')})`.as('listings'))
    .groupBy([...columnsOf('taken', ...keys), 'tally.exclusion'])
    .groupBy(isJudged)
    .execute();
  return rows as BlockRow[];
}

const sumColumns = ['number', 'lowSum', 'openLows', 'highSum', 'openHighs', 'partials', 'vague', 'inferred'] as const;

/** The blocks whose first record a total has: it has all of each. */
const wholeBlocks = (keyed: KeyedRecords, spec: JudgedSpec, facets: JudgedFacets): Rows =>
  relatedRecords(
    keyed,
    spec,
    facets,
    eb.selectFrom('clusterTally').select('record').where('type', '=', spec.table).where('record', 'is not', null),
  )
    .innerJoin('clusterTally as own', (join) =>
      join.onRef('own.record', '=', 'row.id').on('own.place', '=', sql.lit(0)),
    )
    .select(['own.cluster as block', 'own.size as number', flag(sql.ref('own.isHub')).as('isHub')])
    .select(sql.lit(1).as('isWhole')) as Rows;

/** The blocks of which a total has any records. */
function countedBlocks(keyed: KeyedRecords, spec: JudgedSpec, facets: JudgedFacets): Rows {
  const keys = [...keyed.keys, 'cluster', 'block'];
  const counted = eb
    .selectFrom(relatedRecords(keyed, spec, facets, idsOfRelated(spec)).select('row.block').as('member'))
    .select(keys)
    .select((member) => [
      sql`count(*)`.as('number'),
      ...['others', 'isPartial', 'listing'].map((column) => member.fn.max(column as never).as(column)),
    ])
    .where('block', 'is not', null)
    .groupBy(keys);
  return eb
    .selectFrom(counted.as('counted'))
    .innerJoin('clusterTally as own', (join) =>
      join.onRef('own.cluster', '=', 'counted.block').on('own.place', '=', sql.lit(0)),
    )
    .select(columnsOf('counted', ...keys, 'number', 'others', 'isPartial', 'listing'))
    .select([
      flag(sql.ref('own.isHub')).as('isHub'),
      flag(sql`${sql.ref('own.size')} = ${sql.ref('counted.number')}`).as('isWhole'),
    ]) as Rows;
}

const judgedBlock = ['block', 'cluster', 'others', 'isPartial'] as const;

/** What a group has of a block whose records are to be judged, with those of the same cluster. */
export type JudgedBlock = Readonly<Record<(typeof judgedBlock)[number], string>>;

/** The blocks of a row, as `readBlocks` gives it. */
export const judgedBlocks = (judged: string): readonly JudgedBlock[] =>
  judged.split(';').map((text) => {
    const [block = '', cluster = '', others = '', isPartial = ''] = text.split(' ');
    return { block, cluster, others, isPartial };
  });

/** The records of blocks that are looked at, by the number of the block: a group that has one of a block has all of these. */
export async function readRecordsOf(
  database: Database,
  { table, where }: JudgedSpec,
  blocks: readonly string[],
): Promise<ReadonlyMap<string, readonly JudgedRecord[]>> {
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(`${table} as row`)
    .select(columnsOf('row', 'block', ...judgedColumns))
    .where(anyOf(database, 'row.block', blocks))
    .where(eb.and([...where]))
    .execute()) as (JudgedRow & { readonly block: number | string })[];
  const byBlock = Map.groupBy(rows, ({ block }) => String(block));
  return new Map(Array.from(byBlock, ([block, same]) => [block, same.map((row) => judgedRecord(row))]));
}

/** A record that stands to others, with the keys of its group. */
export interface Member {
  readonly keys: Readonly<Record<string, string | number | null>>;
  readonly record: JudgedRecord;
  /** Whether it is of a list that lacks pairings. */
  readonly isListed: boolean;
}

/** The records that stand to others and meet a condition on their keys, once for each group. One statement. */
export async function readMembers(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  facets: JudgedFacets,
  isAsked: Condition,
): Promise<readonly Member[]> {
  const members = relatedRecords(keyed, spec, facets, idsOfRelated(spec))
    .where('row.cluster', 'is not', null)
    .select(columnsOf('row', ...judgedColumns));
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(members.as('member'))
    .selectAll()
    .where(isAsked)
    .execute()) as (Member['keys'] & JudgedRow)[];
  return rows.map((row) => ({
    keys: row,
    record: { ...judgedRecord(row), others: Number(row['others']) },
    isListed: Number(row['listing']) > 0,
  }));
}

/** Records of a group that are judged together. */
export interface Together<Of> {
  readonly of: Of;
  readonly records: readonly JudgedRecord[];
}

/** The verdicts on records. One statement, whatever the number of groups; none without groups. */
export async function judgeGroups<Of>(
  database: Database,
  groups: readonly Together<Of>[],
): Promise<readonly { readonly of: Of; readonly verdicts: readonly Verdict[] }[]> {
  if (groups.length === 0) {
    return [];
  }
  const relations = await readRelations(
    database,
    groups.flatMap(({ records }) => records),
  );
  return groups.map(({ of, records }) => ({ of, verdicts: judge(records, relations) }));
}

/** What relates records and their scopes. One statement. */
async function readRelations(database: Database, records: readonly JudgedRecord[]): Promise<Relations> {
  const scopes = [...new Set(records.map(({ scope }) => scope))];
  const ids = [...new Set(records.map(({ id }) => id))];
  const between = (
    [table, from, to]: readonly [string, string, string],
    ends: readonly string[],
    note: RawBuilder<unknown>,
  ): Rows =>
    eb
      .selectFrom(table)
      .select([sql.lit(table).as('relation'), `${from} as from`, `${to} as to`, sql<string>`${note}`.as('note')])
      .where(anyOf(database, from, ends))
      // By the first end: each of them with each of the others would be too many.
      .where(isAmong(database, to, ends)) as Rows;
  const text = (column: string): RawBuilder<unknown> => sql`case when ${sql.ref(column)} then 'true' end`;
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(
      between(['scopeCover', 'part', 'whole'], scopes, sql.ref('reason'))
        .unionAll(between(['scopeCross', 'one', 'other'], scopes, text('isReturning')))
        .unionAll(between(['inclusion', 'record', 'whole'], ids, text('isVague')))
        .as('related'),
    )
    .selectAll()
    .execute()) as { relation: string; from: string; to: string; note: string | null }[];
  const of = (relation: string): typeof rows => rows.filter((row) => row.relation === relation);
  return relationsBy(
    {
      covers: of('scopeCover').map(({ from, to, note }) => ({ part: from, whole: to, reason: note as CoverReason })),
      crosses: of('scopeCross').map(({ from, to, note }) => ({ one: from, other: to, isReturning: note !== null })),
    },
    of('inclusion').map(({ from, to, note }) => ({ record: from, whole: to, isVague: note !== null })),
  );
}

/** As `anyOf`, by no index. */
const isAmong = (database: Database, column: string, values: readonly string[]): Condition =>
  database.engine === 'sqlite'
    ? sql<SqlBool>`+${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    : anyOf(database, column, values);
