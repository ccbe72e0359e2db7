import { sql, type SqlBool } from 'kysely';

import type { Database } from '../../platform/database.js';
import type { AnyTables } from '../../platform/sql.js';
import { readFacets, withVisibleRounds, type JudgedFacets } from './facets.repository.js';
import {
  judgedBlocks,
  judgeGroups,
  readBlocks,
  readMembers,
  readRecordsOf,
  type JudgedBlock,
  type Together,
} from './related-records.repository.js';
import type { JudgedRecord } from './rules/judged-record.js';
import { Tally, type Sums } from './tally.js';
import {
  columnsOf,
  flag,
  groupKey,
  lookedAt,
  allListed,
  partial,
  type JudgedSpec,
  type KeyedRecords,
  type KeyValues,
} from './total-spec.js';
import { verdictOf } from './verdict-code.js';

/** Records with the same values of the keys, and what they come to. */
export interface TalliedGroup {
  readonly values: KeyValues;
  readonly tally: Tally;
}

/** Gives the group of a row, which may be new. */
type GroupOf = (row: Row) => TalliedGroup;

/**
 * What records come to for each combination of their keys, by `groupKey`. Two statements; where some of them stand to
 * others, three; where a group has some of those in part, five.
 */
export async function readTallies(
  database: Database,
  records: KeyedRecords,
  spec: JudgedSpec,
): Promise<ReadonlyMap<string, TalliedGroup>> {
  const keyed = withVisibleRounds(database, records);
  const facets = await readFacets(database, spec);
  const groups = new Map<string, TalliedGroup>();
  const groupOf: GroupOf = (row) => {
    const values = keyed.keys.map((key) => row[key] ?? null);
    const key = groupKey(values);
    const found = groups.get(key) ?? { values, tally: new Tally() };
    groups.set(key, found);
    return found;
  };
  const lacking = new Set(facets.lacking.map(String));
  for (const row of await readPlainSums(database, keyed, spec, facets.related)) {
    const facet = String(row['facet']);
    const { code, kind } = facets.all.get(facet) ?? { code: 0, kind: null };
    const { exclusion, detail, isAdded, sharpness } = verdictOf(code);
    const number = Number(row.number);
    const { tally } = groupOf(keyed.kindKey === undefined ? row : { ...row, [keyed.kindKey]: kind });
    tally.judged(exclusion, number, detail);
    if (isAdded) {
      tally.addSums(lacking.has(facet) ? row : { ...row, listings: 0 }, {
        vague: sharpness === 'vague' ? number : 0,
        inferred: sharpness === 'inferred' ? number : 0,
      });
    }
  }
  if (facets.related.length > 0) {
    const members =
      spec.statuses.length === 1
        ? await partsOfClusters(database, keyed, spec, facets, groupOf)
        : await allTogether(database, keyed, spec, facets, groupOf);
    for (const { of, verdicts } of await judgeGroups(database, members)) {
      for (const { exclusion, adds } of verdicts) {
        of.tally.judged(exclusion, 1);
        if (adds) {
          of.tally.add(adds);
        }
      }
    }
  }
  return groups;
}

/** Adds the clusters and blocks whose sums the importer has; gives the records of the others, by group and cluster. */
async function partsOfClusters(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  facets: JudgedFacets,
  groupOf: GroupOf,
): Promise<readonly Together<TalliedGroup>[]> {
  const judged: { readonly of: TalliedGroup; readonly blocks: readonly JudgedBlock[] }[] = [];
  for (const row of await readBlocks(database, keyed, spec, facets)) {
    const of = groupOf(row);
    of.tally.listings += Number(row.listings);
    if (row.judged === null) {
      of.tally.judged(row.exclusion, Number(row.number));
      of.tally.addSums({ ...row, listings: 0 }, { vague: Number(row.vague), inferred: Number(row.inferred) });
    } else {
      judged.push({ of, blocks: judgedBlocks(row.judged) });
    }
  }
  if (judged.length === 0) {
    return [];
  }
  const numbers = new Set(judged.flatMap(({ blocks }) => blocks.map(({ block }) => block)));
  const records = await readRecordsOf(database, spec, [...numbers]);
  const recordsIn = ({ block, others, isPartial }: JudgedBlock): readonly JudgedRecord[] =>
    (records.get(block) ?? []).map((record) => ({
      ...record,
      others: Number(others),
      isPartial: Number(isPartial) === 1,
    }));
  return judged.flatMap(({ of, blocks }) =>
    Array.from(Map.groupBy(blocks, ({ cluster }) => cluster).values(), (same) => ({
      of,
      records: same.flatMap(recordsIn),
    })),
  );
}

/** All records that stand to others, by group: those of several statuses stand to one another across clusters. */
async function allTogether(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  facets: JudgedFacets,
  groupOf: GroupOf,
): Promise<readonly Together<TalliedGroup>[]> {
  const members = await readMembers(database, keyed, spec, facets, sql<SqlBool>`true`);
  return Array.from(
    Map.groupBy(members, ({ keys }) => groupOf(keys)),
    ([of, same]) => {
      of.tally.listings += same.filter(({ isListed }) => isListed).length;
      return { of, records: same.map(({ record }) => record) };
    },
  );
}

type Row = Readonly<Record<string, string | number | null>>;

/** Sums by keys and facet of the records that stand to no other, or cannot be added; the key that facets have is left to them. */
async function readPlainSums(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
  related: readonly number[],
): Promise<readonly (Sums & Row)[]> {
  const { isPartial, isListed } = keyed;
  // With facets first, SQLite would read the rows by an index on them, one at a time.
  const by = [...keyed.keys.filter((key) => key !== keyed.kindKey), 'facet'];
  const listed = isListed === undefined || isListed === allListed ? sql.lit(0) : flag(isListed);
  const records = lookedAt(keyed, spec)
    .select(columnsOf('row', 'facet', 'low', 'high'))
    .select([sql`${partial(keyed)}`.as('partial'), sql`${listed}`.as('listed')])
    .$if(related.length > 0, (rows) => rows.where('row.facet', 'not in', related as never));
  const rows = await database
    .read<AnyTables>()
    .selectFrom(records.as('record'))
    .select(by)
    .select([
      sql`count(*)`.as('number'),
      sql`sum(${sql.ref('low')})`.as('lowSum'),
      sql`count(*) - count(${sql.ref('low')})`.as('openLows'),
      sql`sum(${sql.ref('high')})`.as('highSum'),
      sql`count(*) - count(${sql.ref('high')})`.as('openHighs'),
      (isPartial ? sql`sum(${sql.ref('partial')})` : sql.lit(0)).as('partials'),
      (isListed === allListed ? sql`count(*)` : isListed ? sql`sum(${sql.ref('listed')})` : sql.lit(0)).as('listings'),
    ])
    .groupBy(by)
    .execute();
  return rows as (Sums & Row)[];
}
