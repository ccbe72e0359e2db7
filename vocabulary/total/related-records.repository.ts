import { sql, type RawBuilder, type SqlBool } from 'kysely';

import type { Database } from '../../platform/database.js';
import { anyOf, eb, type AnyTables, type Condition } from '../../platform/sql.js';
import type { InclusionEntity, ScopeCover, ScopeCross } from '../scope/scope.entity.js';
import type { ExclusionReason } from './exclusion-reason.js';
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
  lookedAt,
  ofPartialListing,
  partial,
  type KeyedRecords,
  type Rows,
  type JudgedSpec,
} from './total-spec.js';

/** The id of a record, and with how many others it is shared. */
type Member = readonly [id: string, others: number];

/** A group of records that stand to others in some way, of which more is to be read. */
export interface RelatedGroup<Of> {
  readonly of: Of;
  readonly members: readonly Member[];
}

/** The records of facets that stand to others in some way, with their keys. */
export const relatedRecords = (keyed: KeyedRecords, spec: JudgedSpec, facets: readonly number[]): Rows =>
  lookedAt({ ...keyed, records: keyed.relatedRecords ?? keyed.records }, spec)
    .where('row.cluster', 'is not', null)
    .where('row.facet', 'in', facets as never)
    .select(columnsOf('row', 'id', 'cluster'))
    .select([
      sql`case when ${sql.ref('row.several')} then ${keyed.others} else 0 end`.as('others'),
      sql`${partial(keyed)}`.as('partial'),
      sql`${ofPartialListing(keyed)}`.as('listing'),
    ]) as Rows;

/** Sums of the clusters that a group has whole, by the verdict; or, as JSON, the members of one of which it has a part. */
export type ClusterRow = Sums & {
  readonly exclusion: ExclusionReason | null;
  readonly vague: number | string;
  readonly inferred: number | string;
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
  facets: readonly number[],
): Promise<readonly ClusterRow[]> {
  const { keys } = keyed;
  const pair = sql`(${sql.ref('id')}, ${sql.ref('others')})`;
  const members =
    database.engine === 'sqlite'
      ? sql<string>`json_group_array(json_array${pair})`
      : sql<string>`cast(json_agg(json_build_array${pair}) as text)`;
  // Intentions and what is done relate across clusters.
  const isByCluster = spec.statuses.length === 1;
  const present = eb
    .selectFrom(relatedRecords(keyed, spec, facets).as('member'))
    .select([...keys])
    .select([
      (isByCluster ? sql.ref('cluster') : sql.lit(0)).as('cluster'),
      sql`count(*)`.as('number'),
      sql`max(${sql.ref('others')} + ${sql.ref('partial')})`.as('unlike'),
      sql`sum(${sql.ref('listing')})`.as('listing'),
      members.as('members'),
    ])
    .groupBy([...keys, ...(isByCluster ? ['cluster'] : [])]) as Rows;
  const isBroken = sql`${sql.ref('tally.cluster')} is null`;
  const broken = (column: string): RawBuilder<unknown> => sql`case when ${isBroken} then ${sql.ref(column)} end`;
  const rows = await database
    .read<AnyTables>()
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

/** The verdicts on the records of groups. Four statements, whatever the number of groups; none without groups. */
export async function judgeGroups<Of>(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  groups: readonly RelatedGroup<Of>[],
): Promise<readonly { readonly of: Of; readonly verdicts: readonly Verdict[] }[]> {
  if (groups.length === 0) {
    return [];
  }
  const ids = new Set(groups.flatMap(({ members }) => members.map(([id]) => id)));
  const { records, relations } = await readJudged(database, spec, keyed, [...ids]);
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

/** Records as the rules look at them, by their ids, and what relates them. */
async function readJudged(
  database: Database,
  { table }: JudgedSpec,
  keyed: KeyedRecords,
  ids: readonly string[],
): Promise<{ readonly records: ReadonlyMap<string, JudgedRecord>; readonly relations: Relations }> {
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(`${table} as row`)
    .select(columnsOf('row', ...judgedColumns))
    .select(sql`${partial(keyed)}`.as('isPartial'))
    .where(anyOf(database, 'row.id', ids))
    .execute()) as JudgedRow[];
  const records = new Map(rows.map((row) => [row.id, judgedRecord(row)]));
  return { records, relations: await readRelations(database, table, [...records.values()]) };
}

async function readRelations(database: Database, type: string, records: readonly JudgedRecord[]): Promise<Relations> {
  const scopes = [...new Set(records.map(({ scope }) => scope))];
  const between = async <Row>(table: string, from: string, to: string, ends: readonly string[]): Promise<Row[]> =>
    (await database
      .read<AnyTables>()
      .selectFrom(table)
      .selectAll()
      .where('type', '=', type)
      .where(anyOf(database, from, ends))
      // By the first end: each of them with each of the others would be too many.
      .where(isAmong(database, to, ends))
      .execute()) as Row[];
  const covers = await between<ScopeCover>('scopeCover', 'part', 'whole', scopes);
  const crosses = await between<ScopeCross>('scopeCross', 'one', 'other', scopes);
  const inclusions = await between<InclusionEntity>('inclusion', 'record', 'whole', [...records.map(({ id }) => id)]);
  return relationsBy({ covers, crosses }, inclusions);
}

/** As `anyOf`, by no index. */
const isAmong = (database: Database, column: string, values: readonly string[]): Condition =>
  database.engine === 'sqlite'
    ? sql<SqlBool>`+${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    : anyOf(database, column, values);
