import { sql } from 'kysely';

import type { Database } from '../../platform/database.js';
import type { AnyTables } from '../../platform/sql.js';
import { readFacets } from './facets.repository.js';
import { judgeGroups, readBlocks, readMembers } from './related-records.repository.js';
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

/**
 * What records come to for each combination of their keys, by `groupKey`. Two statements; where some of them stand to
 * others, three; where a group has some of those in part, five.
 */
export async function readTallies(
  database: Database,
  keyed: KeyedRecords,
  spec: JudgedSpec,
): Promise<ReadonlyMap<string, TalliedGroup>> {
  const facets = await readFacets(database, spec);
  const groups = new Map<string, TalliedGroup>();
  const tallyOf = (values: KeyValues): Tally => {
    const key = groupKey(values);
    const found = groups.get(key) ?? { values, tally: new Tally() };
    groups.set(key, found);
    return found.tally;
  };
  const valuesOf = (row: Row): KeyValues => keyed.keys.map((key) => row[key] ?? null);
  const lacking = new Set(facets.lacking.map(String));
  for (const row of await readPlainSums(database, keyed, spec, facets.related)) {
    const facet = String(row['facet']);
    const { code, kind } = facets.all.get(facet) ?? { code: 0, kind: null };
    const { exclusion, detail, isAdded, sharpness } = verdictOf(code);
    const number = Number(row.number);
    const tally = tallyOf(valuesOf(keyed.kindKey === undefined ? row : { ...row, [keyed.kindKey]: kind }));
    tally.judged(exclusion, number, detail);
    if (isAdded) {
      tally.addSums(lacking.has(facet) ? row : { ...row, listings: 0 }, {
        vague: sharpness === 'vague' ? number : 0,
        inferred: sharpness === 'inferred' ? number : 0,
      });
    }
  }
  if (facets.related.length === 0) {
    return groups;
  }
  const judged = new Set<string>();
  // Records of several statuses stand to one another across clusters.
  const isOfOneStatus = spec.statuses.length === 1;
  for (const row of isOfOneStatus ? await readBlocks(database, keyed, spec, facets) : []) {
    const tally = tallyOf(valuesOf(row));
    tally.listings += Number(row.listings);
    if (row.block === null) {
      tally.judged(row.exclusion, Number(row.number));
      tally.addSums({ ...row, listings: 0 }, { vague: Number(row.vague), inferred: Number(row.inferred) });
    } else {
      judged.add(groupKey([...valuesOf(row), String(row.block)]));
    }
  }
  if (isOfOneStatus && judged.size === 0) {
    return groups;
  }
  const blocks = [...new Set(Array.from(judged, (key) => String((JSON.parse(key) as KeyValues).at(-1))))];
  const members = await readMembers(database, keyed, spec, facets, isOfOneStatus ? { blocks } : {});
  const asked = members.filter((row) => !isOfOneStatus || judged.has(groupKey([...valuesOf(row), String(row.block)])));
  const together = Map.groupBy(asked, (row) =>
    groupKey([...valuesOf(row), isOfOneStatus ? String(row.cluster) : null]),
  );
  const related = Array.from(together.values(), (same) => ({ of: valuesOf(same[0] ?? {}), members: same }));
  for (const row of isOfOneStatus ? [] : members) {
    tallyOf(valuesOf(row)).listings += Number(row.listing);
  }
  for (const { of, verdicts } of await judgeGroups(database, related)) {
    const tally = tallyOf(of);
    for (const { exclusion, adds } of verdicts) {
      tally.judged(exclusion, 1);
      if (adds) {
        tally.add(adds);
      }
    }
  }
  return groups;
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
