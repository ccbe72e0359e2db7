import { sql } from 'kysely';

import type { Database } from '../../platform/database.js';
import { badUserInput } from '../../platform/errors.js';
import { filterConditions, type FilterFields } from '../../platform/filter.js';
import { cursorOf, pageRequest } from '../../platform/page.js';
import { eb, type AnyTables, type Condition } from '../../platform/sql.js';
import type { GroupedArguments } from './group-arguments.js';
import type { KeyValues } from './total-spec.js';
import type { TalliedGroup } from './total.repository.js';

/** A group and its place among all. */
export interface PlacedGroup extends TalliedGroup {
  readonly cursor: string;
  /** How many groups follow. */
  readonly following: number;
}

/** A page of groups in order, and how many there are. */
export interface GroupPage {
  readonly groups: readonly PlacedGroup[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
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

/** A page of groups; where there are conditions on them, the database decides. */
export async function readGroupPage(
  database: Database,
  groups: readonly TalliedGroup[],
  { orderBy, having, ...args }: GroupedArguments,
  fields: FilterFields,
): Promise<GroupPage> {
  const { first, skipped } = groupPageRequest({ orderBy, ...args });
  const conditions = filterConditions(fields, having, 'having');
  const chosen = conditions.length === 0 ? groups : await groupsWhere(database, groups, conditions);
  const shown = chosen.toSorted(comparisons[orderBy]).slice(skipped, skipped + first);
  return {
    groups: shown.map((group, index) => {
      const place = skipped + index + 1;
      return { ...group, cursor: cursorOf(cursors, String(place)), following: chosen.length - place };
    }),
    totalCount: chosen.length,
    hasNextPage: chosen.length > skipped + shown.length,
  };
}

/** The groups that meet conditions on `groups.parts`, `lowEnd` and `highEnd`; an end that is open is null. */
async function groupsWhere(
  database: Database,
  groups: readonly TalliedGroup[],
  conditions: readonly Condition[],
): Promise<readonly TalliedGroup[]> {
  const ends = groups.map(({ tally: { count, low, openLows, high, openHighs, partials } }) => [
    count,
    count > 0 && openLows === 0 ? low : null,
    count > 0 && openHighs + partials === 0 ? high : null,
  ]);
  const rows =
    database.engine === 'sqlite'
      ? sql`(select key as place, value ->> 0 as parts, value ->> 1 as low_end, value ->> 2 as high_end
          from json_each(${JSON.stringify(ends)}))`
      : sql`(select place - 1 as place, cast(value ->> 0 as bigint) as parts, cast(value ->> 1 as bigint) as low_end,
          cast(value ->> 2 as bigint) as high_end
          from json_array_elements(cast(${JSON.stringify(ends)} as json)) with ordinality as each(value, place))`;
  const found = await database
    .read<AnyTables>()
    .selectFrom(rows.as('groups'))
    .select(sql<number | string>`place`.as('place'))
    .where(eb.and([...conditions]))
    .execute();
  const places = new Set(found.map(({ place }) => Number(place)));
  return groups.filter((_group, place) => places.has(place));
}

type Comparison = (one: TalliedGroup, other: TalliedGroup) => number;

/** By the keys, null last. */
const byKeys: Comparison = ({ values: one }, { values: other }) => {
  const place = one.findIndex((value, at) => value !== other[at]);
  const [value, against] = [one[place] ?? null, other[place] ?? null];
  return place < 0 ? 0 : value === null ? 1 : against === null || value < against ? -1 : 1;
};

/** By the total, groups without one last. */
const byTotal =
  (sign: 1 | -1): Comparison =>
  (one, other) =>
    Number(one.tally.count === 0) - Number(other.tally.count === 0) ||
    sign * (one.tally.low - other.tally.low) ||
    byKeys(one, other);

const comparisons: Readonly<Record<GroupedArguments['orderBy'], Comparison>> = {
  TOTAL_DESC: byTotal(-1),
  TOTAL_ASC: byTotal(1),
  KEYS: byKeys,
};

/** The values of a group by their keys. */
export const rowOf = (keys: readonly string[], values: KeyValues): Readonly<Record<string, string | number | null>> =>
  Object.fromEntries(keys.map((key, place) => [key, values[place] ?? null]));

/** The place that a cursor names. Throws BAD_USER_INPUT. */
function placeOf(cursor: string, given: unknown): number {
  if (!/^[1-9]\d{0,8}$/.test(cursor)) {
    throw badUserInput('after', `a cursor that a list of ${cursors} gave`, given);
  }
  return Number(cursor);
}
