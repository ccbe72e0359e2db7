import { sql } from 'kysely';

import type { Database } from '../../platform/database.js';
import type { Page, PageRequest } from '../../platform/page.js';
import { eb, type Condition } from '../../platform/sql.js';
import type { ExclusionReason } from './exclusion-reason.js';
import type { TotalRecordRow } from './total-record.js';
import type { KeyedRecords, TotalSpec } from './total-spec.js';
import { allVerdicts, isCounted, statementOver } from './total.repository.js';

/** The values of the keys of a group, in their order. */
export type KeyValues = readonly (string | number | null)[];

/** A page of what each total does with its records, by `groupKey`: all groups at once. */
export async function readTotalRecords(
  database: Database,
  keyed: KeyedRecords,
  spec: TotalSpec,
  groups: readonly KeyValues[],
  { first, after }: PageRequest,
): Promise<Map<string, Page<TotalRecordRow>>> {
  const { keys } = keyed;
  const isAsked = eb.or(groups.map((values) => eb.and(keys.map((key, place) => hasValue(key, values[place] ?? null)))));
  const statement = await statementOver(database, keyed, spec);
  const placed = eb
    .selectFrom(allVerdicts(statement, keyed, spec).as('verdict'))
    .select([...keys, 'id as record', 'exclusion', 'by'])
    .select(sql`case when ${isCounted} then '0' else '1' end || ${sql.ref('id')}`.as('id'))
    .where(isAsked);
  const numbered = eb
    .selectFrom(placed.as('placed'))
    .selectAll('placed')
    .select(
      sql`row_number() over (partition by ${sql.join(keys.map((key) => sql.ref(key)))} order by ${sql.ref('id')})`.as(
        'number',
      ),
    )
    .where(after === null ? sql<boolean>`true` : eb('id', '>', after));
  const rows = await statement.tables
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('number', '<=', first + 1)
    .orderBy('id')
    .execute();
  const byGroup = Map.groupBy(rows as Row[], (row) => groupKey(keys.map((key) => row[key] as string | null)));
  return new Map(
    Array.from(byGroup, ([group, found]) => [
      group,
      { rows: found.slice(0, first).map(rowOf), hasNextPage: found.length > first },
    ]),
  );
}

type Row = Readonly<Record<string, unknown>>;

function rowOf({ id, record, exclusion, by }: Row): TotalRecordRow {
  return {
    id: id as string,
    record: record as string,
    counted: (id as string).startsWith('0'),
    reason: exclusion as ExclusionReason | null,
    by: by as string | null,
  };
}

/** A text that tells a group from others. */
export const groupKey = (values: KeyValues): string => JSON.stringify(values);

const hasValue = (key: string, value: string | number | null): Condition =>
  value === null ? eb(key, 'is', null) : eb(key, '=', value);
