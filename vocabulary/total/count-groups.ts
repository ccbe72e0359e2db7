import { sql } from 'kysely';
import { ArgsType, Field, Int, type ClassType } from 'type-graphql';

import type { Database } from '../../platform/database.js';
import { filterConditions } from '../../platform/filter.js';
import { eb, type AnyTables, type Condition } from '../../platform/sql.js';
import type { VocabularyContext } from '../context.js';
import type { Filter } from '../record/filter.js';
import type { StoredType } from '../record/repository.js';
import { countHaving, withGroups, type GroupedArguments } from './group-arguments.js';
import { groupKeyEnum, nestedKeys, type OwnKey } from './group-key.js';
import { groupKeysType, keysOf } from './group-keys.js';
import { groupPageRequest, readGroupPage, rowOf } from './group-page.js';
import { groupedQuery, type Group, type GroupList } from './group-query.js';
import { keyedRecords } from './group-records.js';
import type { GroupedType, RecordGroups } from './group.js';
import { Tally } from './tally.js';
import type { KeyedRecords } from './total-spec.js';

/** The arguments of groups that count. */
export interface CountArguments extends GroupedArguments {
  readonly filter?: object | null;
}

/** The arguments of groups that count what meets a filter. */
export function countArguments({ input }: Pick<Filter, 'input'>, plural: string): ClassType<CountArguments> {
  @ArgsType()
  class WithFilter {
    @Field(() => input, { nullable: true, description: `Which ${plural} are counted; all when left out.` })
    filter?: object | null;
  }
  return withGroups(WithFilter, countHaving);
}

/** What a group that counts tells of its members. */
export const countMeasure = (plural: string) =>
  ({ name: 'count', type: Int, description: `How many ${plural} there are, each once.` }) as const;

/** The root fields that count records of a type that has no totals by keys: `outcomeGroups`, `outcomeGroupPage`. */
export function countQuery(
  type: StoredType & { readonly filter?: Filter },
  { plural, file, own, nested }: GroupedType,
  keys: Pick<RecordGroups, 'kind' | 'donor' | 'recipient'>,
): Function {
  const { name, table, filter } = type;
  if (filter === undefined) {
    throw new TypeError(`The type of record ${name} has no filter.`);
  }
  return groupedQuery<CountArguments>({
    name,
    table,
    plural,
    description: `${plural.charAt(0).toUpperCase()}${plural.slice(1)} counted by keys: they have no total. KIND is \`${keys.kind.column}\`.`,
    keys: groupKeyEnum(name, plural, file, own),
    keysType: groupKeysType(name, plural, keys.kind, own),
    args: countArguments(filter, plural),
    measure: countMeasure(plural),
    read: (args, context) =>
      readCounts(context, args, {
        keyed: keyedRecords(table, args.groupBy, { ...keys, own }),
        where: filterConditions(filter.fields, args.filter),
        own,
        nestedBy: [...nestedKeys, ...nested],
      }),
  });
}

/** What is counted. */
export interface Counted {
  readonly keyed: Pick<KeyedRecords, 'records' | 'keys'>;
  readonly where: readonly Condition[];
  readonly own: Readonly<Record<string, OwnKey>>;
  /** The keys by which a group may lie in another. */
  readonly nestedBy: readonly string[];
}

/** Counts rows by keys, the first groups in order. Throws BAD_USER_INPUT. */
export async function readCounts(
  context: VocabularyContext,
  args: CountArguments,
  { keyed, where, own, nestedBy }: Counted,
): Promise<GroupList> {
  const page = await readPage(context.database, args, { keyed, where });
  const nested = args.groupBy.some((key) => nestedBy.includes(key));
  return {
    ...page,
    groups: page.groups.map(({ values, tally, cursor, following }): Group => ({
      keys: keysOf(rowOf(keyed.keys, values), own, context),
      count: tally.count,
      nested,
      cursor,
      following,
    })),
  };
}

async function readPage(
  database: Database,
  args: CountArguments,
  { keyed: { records, keys }, where }: Pick<Counted, 'keyed' | 'where'>,
): ReturnType<typeof readGroupPage> {
  groupPageRequest(args);
  const rows = await database
    .read<AnyTables>()
    .selectFrom(records.where(eb.and([...where])).as('counted'))
    .select([...keys, sql<number | string>`count(*)`.as('number')])
    .groupBy([...keys])
    .execute();
  const groups = (rows as Readonly<Record<string, number | string | null>>[]).map((row) => {
    const tally = new Tally();
    tally.judged(null, Number(row['number']));
    tally.low = tally.count;
    return { values: keys.map((key) => row[key] ?? null), tally };
  });
  return readGroupPage(database, groups, args, countHaving.fields);
}
