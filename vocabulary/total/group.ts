import { sql, type SqlBool } from 'kysely';
import { Args, ArgsType, Ctx, Directive, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';

import type { Database } from '../../platform/database.js';
import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { badUserInput } from '../../platform/errors.js';
import { cursorOf, pageRequest } from '../../platform/page.js';
import { eb } from '../../platform/sql.js';
import { stubOrOwned } from '../../platform/subgraph.js';
import type { VocabularyContext } from '../context.js';
import { plainListSize, tableCost } from '../record/connection.js';
import type { StoredType } from '../record/repository.js';
import { totalSpec, type RecordTotal } from './record-total.js';
import { standingRegions, type Standing } from '../party/standing.js';
import { PairingStub, RegionStub } from '../pairing/stubs.js';
import { TotalArguments } from './total-arguments.js';
import { addedCount, addedLow, sums, type KeyedRecords, type TotalSpec } from './total.repository.js';
import { Total, totalOf, type TotalColumns } from './total.js';

const GroupKey = describedEnum('GroupKey', 'What records are grouped by.', {
  PAIRING: ['by pairing', '按结对', 'The pairing they belong to; a record of two pairings is in the group of each.'],
  DONOR: [
    'by region that helps',
    '按帮扶地区',
    'The region that helps: the record’s own donor, else that of its pairing. A body counts for the region it belongs to.',
  ],
  RECIPIENT: [
    'by region that is helped',
    '按受帮扶地区',
    'The region that is helped: the record’s own recipient, or where its people come from, else that of its pairing. A body counts for the region it belongs to.',
  ],
  DONOR_PROVINCE: ['by province that helps', '按帮扶省份', 'The province of the region that helps.'],
  RECIPIENT_PROVINCE: ['by province that is helped', '按受帮扶省份', 'The province of the region that is helped.'],
  YEAR: ['by year', '按年份', 'The year in which the period of the figure begins.'],
  KIND: ['by kind', '按类别', 'The kind of record.'],
});
type GroupKey = EnumValue<typeof GroupKey>;

const GroupOrder = describedEnum('GroupOrder', 'The order of groups. Equal ones are in the order of their keys.', {
  TOTAL_DESC: [
    'largest total first',
    '合计从大到小',
    'The largest total first, by its lower end; groups without a total come last.',
  ],
  TOTAL_ASC: [
    'smallest total first',
    '合计从小到大',
    'The smallest total first, by its lower end; groups without a total come last.',
  ],
  KEYS: ['by the keys', '按分组依据', 'By the keys, in the order in which they are named.'],
});
type GroupOrder = EnumValue<typeof GroupOrder>;

@ArgsType()
export class GroupArguments extends TotalArguments {
  @Directive(tableCost)
  @Field(() => [GroupKey], { description: 'What to group by, at least one.' })
  groupBy!: GroupKey[];

  @Field(() => GroupOrder, { description: 'Which groups come first.' })
  orderBy: GroupOrder = GroupOrder.TOTAL_DESC;

  @Field(() => Int, { description: 'How many groups at most, from 0 to 500.' })
  first = 50;

  @Field(() => String, {
    nullable: true,
    description: 'Only the groups after the one with this `cursor`, in the same order; null starts with the first.',
  })
  after?: string | null;
}

/** What the records of a group have in common; a key that was not asked for is null. */
@ObjectType('GroupKeys')
abstract class GroupKeys {
  @Field(stubOrOwned('Pairing', PairingStub), {
    nullable: true,
    description: 'The pairing; null where the records belong to none, or it is no key.',
  })
  readonly pairing!: PairingStub | null;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The region that helps; null where no region is named, or it is no key.',
  })
  readonly donor!: RegionStub | null;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The region that is helped; null where no region is named, or it is no key.',
  })
  readonly recipient!: RegionStub | null;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The province of the donor; null where there is none, or it is no key.',
  })
  readonly donorProvince!: RegionStub | null;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The province of the recipient; null where there is none, or it is no key.',
  })
  readonly recipientProvince!: RegionStub | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The year; null where the source gives no beginning, or it is no key.',
  })
  readonly year!: number | null;
}

/** A group as its query gives it. */
interface Group {
  readonly cursor: string;
  readonly following: number;
  readonly keys: Readonly<Record<string, unknown>>;
  readonly total: Total;
}

/** What groups of a type of record add, and where its keys are. */
export interface RecordGroups<Arguments extends GroupArguments = GroupArguments> extends RecordTotal<Arguments> {
  readonly description: string;
  /** What the total of a group is, as its field says it. */
  readonly totalDescription: string;
  readonly donor: Standing;
  readonly recipient: Standing;
  readonly kind: { readonly column: string; readonly type: object; readonly description: string };
}

/** The root field that gives groups of a type of record: `fundGroups`. */
export function groupQuery(type: StoredType, plural: string, groups: RecordGroups): Function {
  const { name, table } = type;
  const { args: Arguments, description, totalDescription, kind } = groups;

  @ObjectType(`${name}GroupKeys`, { description: `What the ${plural} of a group have in common.` })
  class Keys extends GroupKeys {
    @Field(() => kind.type, { nullable: true, description: kind.description })
    readonly kind!: string | null;
  }

  @ObjectType(`${name}Group`, { description: `${capitalised(plural)} that have keys in common, added up.` })
  class RecordGroup {
    @Field(() => Keys, { description: 'What they have in common.' })
    readonly keys!: Keys;

    @Field(() => Total, { description: totalDescription })
    readonly total!: Total;

    @Field(() => String, { description: 'Its place in the order asked for, for `after`.' })
    readonly cursor!: string;

    @Field(() => Int, {
      description: 'How many groups follow it, on this page and beyond; 0 of the last. A page has at most 500.',
    })
    readonly following!: number;
  }

  @Resolver()
  class GroupResolver {
    @Directive(plainListSize)
    @Query(() => [RecordGroup], { name: `${table}Groups`, nullable: true, description })
    async groups(
      @Args(() => Arguments) args: GroupArguments,
      @Ctx() { database }: VocabularyContext,
    ): Promise<readonly Group[]> {
      return readGroups(database, args, groups, totalSpec(type, groups, args));
    }
  }
  return GroupResolver;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Adds up records by keys, the first groups in order: one statement. Throws BAD_USER_INPUT. */
async function readGroups(
  database: Database,
  { groupBy, orderBy, first, after }: GroupArguments,
  groups: RecordGroups,
  spec: TotalSpec,
): Promise<Group[]> {
  if (groupBy.length === 0 || new Set(groupBy).size < groupBy.length) {
    throw badUserInput('groupBy', 'at least one key, each once', groupBy);
  }
  const page = pageRequest(cursors, first, after);
  const skipped = page.after === null ? 0 : placeOf(page.after, after);
  const keys = groupBy.map((key) => keyColumns[key]);
  const added = sums(database, withKeys(spec.table, groupBy, groups), keys, spec).select(
    sql<number | string>`count(*) over ()`.as('groups'),
  );
  const byTotal = added
    .orderBy(sql`case when ${addedCount} = 0 then 1 else 0 end`)
    .orderBy(addedLow, orderBy === 'TOTAL_DESC' ? 'desc' : 'asc');
  const ordered = keys.reduce(
    (query, key) => query.orderBy(key, (order) => order.asc().nullsLast()),
    orderBy === 'KEYS' ? added : byTotal,
  );
  const rows = await ordered.limit(page.first).offset(skipped).execute();
  return rows.map((row, index) => {
    const place = skipped + index + 1;
    return {
      keys: keysOf(row),
      total: totalOf(spec.unit, row),
      cursor: cursorOf(cursors, String(place)),
      following: Number(row.groups) - place,
    };
  });
}

const cursors = 'group';

/** The place that a cursor names. Throws BAD_USER_INPUT. */
function placeOf(cursor: string, given: unknown): number {
  if (!/^[1-9]\d{0,8}$/.test(cursor)) {
    throw badUserInput('after', `a cursor that a list of ${cursors} gave`, given);
  }
  return Number(cursor);
}

const keyColumns: Readonly<Record<GroupKey, string>> = {
  PAIRING: 'pairing',
  DONOR: 'donor',
  RECIPIENT: 'recipient',
  DONOR_PROVINCE: 'donorProvince',
  RECIPIENT_PROVINCE: 'recipientProvince',
  YEAR: 'year',
  KIND: 'kind',
};

/** The records of a table, alias `row`, with the keys that each is grouped by: each combination once. */
function withKeys(table: string, groupBy: readonly GroupKey[], groups: RecordGroups): KeyedRecords {
  let query = eb.selectFrom(`${table} as row`) as KeyedRecords;
  if (groupBy.includes('PAIRING')) {
    query = query
      .leftJoin('recordPairing as link', 'link.record', 'row.id')
      .leftJoin('pairingRef as pairing', 'pairing.id', 'link.pairing')
      .select('pairing.id as pairing')
      .where(isFirstLink);
  }
  query = withSide(query, 'donor', groups.donor, groupBy);
  query = withSide(query, 'recipient', groups.recipient, groupBy);
  query = groupBy.includes('KIND') ? query.select(`row.${groups.kind.column} as kind`) : query;
  return groupBy.includes('YEAR') ? query.select(year.as('year')) : query;
}

/** Adds the region, and the province, of a side: each once, however many of its parties are there. */
function withSide(
  records: KeyedRecords,
  side: 'donor' | 'recipient',
  standing: Standing,
  groupBy: readonly GroupKey[],
): KeyedRecords {
  const [byRegion, byProvince] =
    side === 'donor' ? (['DONOR', 'DONOR_PROVINCE'] as const) : (['RECIPIENT', 'RECIPIENT_PROVINCE'] as const);
  const columns = [
    ...(groupBy.includes(byRegion) ? ['standing.region as region'] : []),
    ...(groupBy.includes(byProvince) ? ['ref.province as province'] : []),
  ];
  if (columns.length === 0) {
    return records;
  }
  const isByPairing = groupBy.includes('PAIRING');
  const regions = eb
    .selectFrom(standingRegions(standing).as('standing'))
    .leftJoin('regionRef as ref', 'ref.id', 'standing.region')
    .select(['standing.record', ...columns, ...(isByPairing ? ['standing.pairing'] : [])])
    .distinct();
  const joined = records.leftJoin(regions.as(side), (join) => {
    const ofRecord = join.onRef(`${side}.record`, '=', 'row.id');
    return isByPairing
      ? ofRecord.on(eb.or([eb(`${side}.pairing`, 'is', null), eb(`${side}.pairing`, '=', eb.ref('link.pairing'))]))
      : ofRecord;
  });
  const query = groupBy.includes(byRegion) ? joined.select(`${side}.region as ${side}`) : joined;
  return groupBy.includes(byProvince) ? query.select(`${side}.province as ${side}Province`) : query;
}

/** Holds for a link to a pairing, and for the first of a record's links that lead to none. */
const isFirstLink = sql<SqlBool>`(${sql.ref('pairing.id')} is not null or ${sql.ref('link.pairing')} is null or not exists ${eb
  .selectFrom('recordPairing as earlier')
  .leftJoin('pairingRef as earlierPairing', 'earlierPairing.id', 'earlier.pairing')
  .select(sql`1`.as('one'))
  .whereRef('earlier.record', '=', 'link.record')
  .whereRef('earlier.pairing', '<', 'link.pairing')
  .where('earlierPairing.id', 'is', null)})`;

/** The year of a date, which SQLite keeps as text. */
const year = sql<number>`cast(substr(cast(${sql.ref('row.fromDate')} as text), 1, 4) as integer)`;

function keysOf(row: TotalColumns): Group['keys'] {
  const reference = (key: string): object | null => (row[key] == null ? null : { id: row[key] });
  return {
    pairing: reference('pairing'),
    donor: reference('donor'),
    recipient: reference('recipient'),
    donorProvince: reference('donorProvince'),
    recipientProvince: reference('recipientProvince'),
    year: row['year'] ?? null,
    kind: row['kind'] ?? null,
  };
}
