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
import {
  columnsOf,
  flag,
  groupKey,
  lookedAt,
  partial,
  type KeyedRecords,
  type KeyValues,
  type Rows,
  type JudgedSpec,
} from './total-spec.js';

/** A record that stands to others: its id, and with how many others it is shared. */
type Member = readonly [id: string, others: number];

/** Whether a record is of a list that lacks pairings, as 1 or 0. */
const listed = ({ isListed }: KeyedRecords, { lacking }: JudgedFacets): Expression<number> =>
  isListed === undefined || lacking.length === 0
    ? sql.lit(0)
    : flag(eb.and([eb('row.facet', 'in', lacking), isListed]));

/** The records of facets that stand to others in some way, with their keys. */
const relatedRecords = (keyed: KeyedRecords, spec: JudgedSpec, facets: JudgedFacets): Rows =>
  lookedAt({ ...keyed, records: keyed.relatedRecords ?? keyed.records }, spec)
    .where('row.cluster', 'is not', null)
    .where('row.facet', 'in', facets.related as never)
    .select(columnsOf('row', 'id', 'cluster'))
    .select([
      sql`case when ${sql.ref('row.several')} then ${keyed.others} else 0 end`.as('others'),
      sql`${partial(keyed)}`.as('partial'),
      sql`${listed(keyed, facets)}`.as('listing'),
    ]) as Rows;

/** The sums of the clusters that a group has whole, by the verdict; or, without sums, the members of one of which it has a part. */
export type ClusterRow = Sums & {
  readonly exclusion: ExclusionReason | null;
  readonly vague: number | string;
  readonly inferred: number | string;
  /** Pairs of an id and a number, as JSON. */
  readonly members: string | null;
} & Readonly<Record<string, string | number | null>>;

/**
 * The clusters of records that stand to others, by keys. Of those that are whole, and of one owner, the importer has
 * worked out the sums. One statement.
 */
export async function readClusters(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  facets: JudgedFacets,
): Promise<readonly ClusterRow[]> {
  const { keys } = keyed;
  const pair = sql`(${sql.ref('id')}, ${sql.ref('others')})`;
  const members =
    database.engine === 'sqlite'
      ? sql<string>`json_group_array(json_array${pair})`
      : sql<string>`cast(json_agg(json_build_array${pair}) as text)`;
  // Records of several statuses stand to one another across clusters.
  const cluster = spec.statuses.length === 1 ? sql.ref('cluster') : sql`cast(null as bigint)`;
  const present = eb
    .selectFrom('member')
    .select([...keys, cluster.as('cluster'), sql`count(*)`.as('number')])
    .select([
      sql`max(${sql.ref('others')} + ${sql.ref('partial')})`.as('unlike'),
      sql`sum(${sql.ref('listing')})`.as('listing'),
      members.as('members'),
    ])
    .groupBy([...keys, ...(spec.statuses.length === 1 ? ['cluster'] : [])]) as Rows;
  const broken = (column: string): RawBuilder<unknown> =>
    sql`case when ${sql.ref('tally.cluster')} is null then ${sql.ref(column)} end`;
  const rows = await database
    .read<AnyTables>()
    // Inside an aggregate, SQLite would read all parties for each record.
    .with(
      (cte) => cte('member').materialized(),
      () => relatedRecords(keyed, spec, facets),
    )
    .selectFrom(present.as('present'))
    .leftJoin('clusterTally as tally', (join) =>
      join
        .onRef('tally.cluster', '=', 'present.cluster')
        .onRef('tally.size', '=', 'present.number')
        .on('present.unlike', '=', sql.lit(0)),
    )
    .select([...columnsOf('present', ...keys), 'tally.exclusion'])
    .select(sumColumns.map((column) => sql`sum(${sql.ref(`tally.${column}`)})`.as(column)))
    .select(sql`sum(${sql.ref('present.listing')})`.as('listings'))
    .select([sql.lit(0).as('partials'), sql`max(${broken('present.members')})`.as('members')])
    .groupBy([...columnsOf('present', ...keys), 'tally.exclusion'])
    .groupBy(broken('present.cluster'))
    .execute();
  return rows as ClusterRow[];
}

const sumColumns = ['number', 'lowSum', 'openLows', 'highSum', 'openHighs', 'vague', 'inferred'] as const;

/** The records of each group that stand to others, with their keys. One statement. */
export async function readMembers(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  facets: JudgedFacets,
  isAsked: Condition,
): Promise<readonly RelatedGroup<KeyValues>[]> {
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(relatedRecords(keyed, spec, facets).as('member'))
    .selectAll()
    .where(isAsked)
    .execute()) as ClusterRow[];
  const valuesOf = (row: ClusterRow | undefined): KeyValues => keyed.keys.map((key) => row?.[key] ?? null);
  return Array.from(Map.groupBy(rows, (row) => groupKey(valuesOf(row))).values(), (same) => ({
    of: valuesOf(same[0]),
    members: same.map(({ id, others }): Member => [String(id), Number(others)]),
  }));
}

/** Records of a group that stand to others, of which the rules decide. */
export interface RelatedGroup<Of> {
  readonly of: Of;
  readonly members: readonly Member[];
}

/** The verdicts on the records of groups. Two statements, whatever the number of groups; none without groups. */
export async function judgeGroups<Of>(
  database: Database,
  keyed: KeyedRecords,
  { table }: JudgedSpec,
  groups: readonly RelatedGroup<Of>[],
): Promise<readonly { readonly of: Of; readonly verdicts: readonly Verdict[] }[]> {
  if (groups.length === 0) {
    return [];
  }
  const ids = [...new Set(groups.flatMap(({ members }) => members.map(([id]) => id)))];
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(`${table} as row`)
    .select(columnsOf('row', ...judgedColumns))
    .select(sql`${partial(keyed)}`.as('isPartial'))
    .where(anyOf(database, 'row.id', ids))
    .execute()) as JudgedRow[];
  const records = new Map(rows.map((row) => [row.id, judgedRecord(row)]));
  const relations = await readRelations(database, [...records.values()]);
  return groups.map(({ of, members }) => ({
    of,
    verdicts: judge(
      members.flatMap(([id, others]) => {
        const record = records.get(id);
        return record ? [others > 0 ? { ...record, others } : record] : [];
      }),
      relations,
    ),
  }));
}

/** What relates records and their scopes. One statement. */
async function readRelations(database: Database, records: readonly JudgedRecord[]): Promise<Relations> {
  const scopes = [...new Set(records.map(({ scope }) => scope))];
  const ids = records.map(({ id }) => id);
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
