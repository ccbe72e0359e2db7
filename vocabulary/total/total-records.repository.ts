import { sql } from 'kysely';

import type { Database } from '../../platform/database.js';
import type { Page, PageRequest } from '../../platform/page.js';
import { eb, type AnyTables, type Condition } from '../../platform/sql.js';
import { partialReasons, type ExclusionReason } from './exclusion-reason.js';
import { readFacets, type JudgedFacets } from './facets.repository.js';
import { judgeGroups, readMembers } from './related-records.repository.js';
import type { TotalRecordRow } from './total-record.js';
import { groupKey, lookedAt, type KeyedRecords, type KeyValues, type TotalSpec } from './total-spec.js';
import { verdictOf } from './verdict-code.js';

/** A page of what each total does with its records, by `groupKey`: all groups at once. */
export async function readTotalRecords(
  database: Database,
  keyed: KeyedRecords,
  spec: TotalSpec,
  groups: readonly KeyValues[],
  { first, after }: PageRequest,
): Promise<Map<string, Page<TotalRecordRow>>> {
  const isAsked = eb.or(
    groups.map((values) => eb.and(keyed.keys.map((key, place) => hasValue(key, values[place] ?? null)))),
  );
  const facets = await readFacets(database, spec);
  const plain = await readPlainRecords(database, keyed, spec, { facets, isAsked, first, after });
  const related = await readRelatedRecords(database, keyed, spec, facets, isAsked);
  const rows = Map.groupBy([...plain, ...related], ({ group }) => group);
  return new Map(
    Array.from(rows, ([group, all]) => {
      const found = all
        .map(({ row }) => row)
        .filter(({ id }) => after === null || id > after)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1));
      return [group, { rows: found.slice(0, first), hasNextPage: found.length > first }];
    }),
  );
}

interface GroupedRow {
  readonly group: string;
  readonly row: TotalRecordRow;
}

/** What the total of a group does with a record; the counted ones come first. */
function rowOf(record: string, exclusion: ExclusionReason | null, by: string | null): TotalRecordRow {
  const counted = exclusion === null || partialReasons.includes(exclusion);
  return { id: `${counted ? '0' : '1'}${record}`, record, counted, reason: exclusion, by };
}

type Row = Readonly<Record<string, string | number | null>>;

const groupOf = ({ keys }: KeyedRecords, row: Row): string => groupKey(keys.map((key) => row[key] ?? null));

/** The first of the records of each group that stand to no other, or cannot be added; one more than are asked for. */
async function readPlainRecords(
  database: Database,
  keyed: KeyedRecords,
  spec: TotalSpec,
  {
    facets: { all, related, added },
    isAsked,
    first,
    after,
  }: PageRequest & { readonly facets: JudgedFacets; readonly isAsked: Condition },
): Promise<readonly GroupedRow[]> {
  const isAdded = added.length === 0 ? sql<boolean>`false` : eb('row.facet', 'in', added);
  const records = lookedAt(keyed, spec)
    .select(['row.id as record', 'row.facet'])
    .select(sql`case when ${isAdded} then '0' else '1' end || ${sql.ref('row.id')}`.as('id'))
    .$if(related.length > 0, (rows) => rows.where('row.facet', 'not in', related as never));
  const numbered = eb
    .selectFrom(records.as('placed'))
    .selectAll('placed')
    .select(
      sql`row_number() over (partition by ${sql.join(keyed.keys.map((key) => sql.ref(key)))} order by ${sql.ref('id')})`.as(
        'number',
      ),
    )
    .where(isAsked)
    .where(after === null ? sql<boolean>`true` : eb('id', '>', after));
  const rows = await database
    .read<AnyTables>()
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('number', '<=', first + 1)
    .execute();
  return (rows as Row[]).map((row) => ({
    group: groupOf(keyed, row),
    row: rowOf(String(row['record']), verdictOf(all.get(String(row['facet']))?.code ?? 0).exclusion, null),
  }));
}

/** The records of groups that stand to others in some way. */
async function readRelatedRecords(
  database: Database,
  keyed: KeyedRecords,
  spec: TotalSpec,
  facets: JudgedFacets,
  isAsked: Condition,
): Promise<readonly GroupedRow[]> {
  if (facets.related.length === 0) {
    return [];
  }
  const members = await readMembers(database, keyed, spec, facets, isAsked);
  const groups = Map.groupBy(members, ({ keys }) => groupOf(keyed, keys));
  return (
    await judgeGroups(
      database,
      Array.from(groups, ([of, same]) => ({ of, records: same.map(({ record }) => record) })),
    )
  ).flatMap(({ of: group, verdicts }) =>
    verdicts.map(({ record, exclusion, by }) => ({ group, row: rowOf(record.id, exclusion, by) })),
  );
}

const hasValue = (key: string, value: string | number | null): Condition =>
  value === null ? eb(key, 'is', null) : eb(key, '=', value);
