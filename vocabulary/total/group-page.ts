import { sql, type SelectQueryBuilder } from 'kysely';

import type { Database } from '../../platform/database.js';
import { badUserInput } from '../../platform/errors.js';
import { filterConditions, type FilterFields } from '../../platform/filter.js';
import { cursorOf, pageRequest } from '../../platform/page.js';
import { eb, type AnyTables } from '../../platform/sql.js';
import type { GroupedArguments } from './group-arguments.js';

/** A query whose rows are groups: its keys, `parts`, the number in it, and `low`, `openLow`, `high`, `openHigh`, `partial`. */
export type GroupRows = SelectQueryBuilder<AnyTables, never, Readonly<Record<string, number | string | null>>>;

/** A row of a group, and its place among all. */
export interface PlacedGroup {
  readonly row: Readonly<Record<string, number | string | null>>;
  readonly cursor: string;
  /** How many groups follow. */
  readonly following: number;
}

/** A page of groups in order, and how many there are. */
export interface GroupPage {
  readonly groups: readonly PlacedGroup[];
  readonly totalCount: () => Promise<number>;
  readonly hasNextPage: () => Promise<boolean>;
}

const cursors = 'group';

/** Checks the arguments of groups, and gives where the page begins. Throws BAD_USER_INPUT. */
export function groupPageRequest({ groupBy, first, after }: GroupedArguments): { first: number; skipped: number } {
  if (new Set(groupBy).size < groupBy.length) {
    throw badUserInput('groupBy', 'keys, each once', groupBy);
  }
  const page = pageRequest(cursors, first, after);
  return { first: page.first, skipped: page.after === null ? 0 : placeOf(page.after, after) };
}

/** Reads a page of groups: one statement. */
export async function readGroupPage(
  database: Database,
  grouped: GroupRows,
  keys: readonly string[],
  { orderBy, ...args }: GroupedArguments,
  having: FilterFields,
): Promise<GroupPage> {
  const { first, skipped } = groupPageRequest({ orderBy, ...args });
  const isAdded = sql`${sql.ref('groups.parts')} > 0`;
  const ends = eb
    .selectFrom(grouped.as('groups'))
    .selectAll('groups')
    .select([
      sql`case when ${isAdded} and ${sql.ref('openLow')} = 0 then ${sql.ref('low')} end`.as('lowEnd'),
      sql`case when ${isAdded} and ${sql.ref('openHigh')} + ${sql.ref('partial')} = 0 then ${sql.ref('high')} end`.as(
        'highEnd',
      ),
    ]);
  const chosen = database
    .read<AnyTables>()
    .selectFrom(ends.as('groups'))
    .where(eb.and(filterConditions(having, args.having, 'having')));
  const listed = chosen
    .selectAll('groups')
    .select(sql<number | string>`count(*) over ()`.as('number')) as unknown as GroupRows;
  const byTotal = listed
    .orderBy(sql`case when ${isAdded} then 0 else 1 end`)
    .orderBy('groups.low', orderBy === 'TOTAL_DESC' ? 'desc' : 'asc');
  const ordered = keys.reduce<GroupRows>(
    (query, key) => query.orderBy(`groups.${key}`, (order) => order.asc().nullsLast()),
    orderBy === 'KEYS' ? listed : byTotal,
  );
  const rows = await ordered.limit(first).offset(skipped).execute();
  const number = rows[0] ? Number(rows[0]['number']) : null;
  const totalCount = async (): Promise<number> => {
    if (number !== null) {
      return number;
    }
    const { count } = await chosen.select(sql<number | string>`count(*)`.as('count')).executeTakeFirstOrThrow();
    return Number(count);
  };
  return {
    groups: rows.map((row, index) => ({
      row,
      cursor: cursorOf(cursors, String(skipped + index + 1)),
      following: (number ?? 0) - (skipped + index + 1),
    })),
    totalCount,
    hasNextPage: async () => (await totalCount()) > skipped + rows.length,
  };
}

/** The place that a cursor names. Throws BAD_USER_INPUT. */
function placeOf(cursor: string, given: unknown): number {
  if (!/^[1-9]\d{0,8}$/.test(cursor)) {
    throw badUserInput('after', `a cursor that a list of ${cursors} gave`, given);
  }
  return Number(cursor);
}
