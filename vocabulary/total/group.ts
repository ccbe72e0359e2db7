import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { Args, ArgsType, Ctx, Directive, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { badUserInput } from '../../platform/errors.js';
import { pageRequest } from '../../platform/page.js';
import { eb, isSame, type Condition } from '../../platform/sql.js';
import { stubOrOwned } from '../../platform/subgraph.js';
import type { VocabularyContext } from '../context.js';
import { plainListSize, tableCost } from '../record/connection.js';
import type { StoredType } from '../record/repository.js';
import { totalSpec, type RecordTotal } from './record-total.js';
import type { PartyRole } from '../party/party.js';
import { PairingStub, RegionStub } from '../pairing/stubs.js';
import { TotalArguments } from './total-arguments.js';
import { groupKey, readTotalRecords, type KeyValues } from './total-records.repository.js';
import { addedCount, addedLow, isOfKind, sums } from './total.repository.js';
import type { Rows, TotalSpec } from './total-spec.js';
import { Total } from './total.js';
import { totalOf, type TotalColumns } from './total-columns.js';

const GroupKey = describedEnum('GroupKey', 'What records are grouped by.', {
  PAIRING: ['by pairing', '按结对', 'The pairing they belong to; a record of two pairings is in the group of each.'],
  DONOR: ['by region that helps', '按帮扶地区', 'The region that helps.'],
  RECIPIENT: ['by region that is helped', '按受帮扶地区', 'The region that is helped.'],
  DONOR_PROVINCE: ['by province that helps', '按帮扶省份', 'The province of the region that helps.'],
  RECIPIENT_PROVINCE: ['by province that is helped', '按受帮扶省份', 'The province of the region that is helped.'],
  YEAR: [
    'by year',
    '按年份',
    'The year that the figure is of. Figures of several years are in none of them: each such period is a group.',
  ],
  KIND: ['by kind', '按类别', 'The kind of record.'],
});
type GroupKey = EnumValue<typeof GroupKey>;

/** Keys that lie in one another. */
const nestedKeys: readonly GroupKey[] = ['PAIRING', 'DONOR', 'RECIPIENT'];

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
    description: 'The year; null where figures are of several years or of no known one, or it is no key.',
  })
  readonly year!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The years of figures of several, the last included: "2021–2023", "–2023" where they begin with the beginning; null where they are of one year or of no known one, or YEAR is no key.',
  })
  readonly years!: string | null;
}

/** A group as its query gives it. */
interface Group {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly total: Total;
}

/** What groups of a type of record add, and where its keys are: sides are named by a role of its own or by its pairing. */
export interface RecordGroups<Arguments extends GroupArguments = GroupArguments> extends RecordTotal<Arguments> {
  readonly description: string;
  /** What the total of a group is, as its field says it. */
  readonly totalDescription: string;
  readonly donor: PartyRole | 'PAIRING';
  readonly recipient: PartyRole | 'PAIRING';
  readonly kind: { readonly column: string; readonly type: object; readonly description: string };
}

/** The root field that gives groups of a type of record: `fundGroups`. */
export function groupQuery(type: StoredType, plural: string, groups: RecordGroups, areKindsNested: boolean): Function {
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

    @Field(() => Boolean, {
      description:
        'Whether a group may lie in another: a region in the one above, a pairing in the one that it is a part of, a kind in a wider one. Then the sum of groups is no total.',
    })
    readonly nested!: boolean;
  }

  @Resolver()
  class GroupResolver {
    @Directive(plainListSize)
    @Query(() => [RecordGroup], { name: `${table}Groups`, nullable: true, description })
    async groups(
      @Args(() => Arguments) args: GroupArguments,
      @Ctx() scope: VocabularyContext,
    ): Promise<readonly (Group & { readonly nested: boolean })[]> {
      const read = await readGroups(scope, type, args, groups, totalSpec(type, groups, args));
      const nested = args.groupBy.some((key) => nestedKeys.includes(key) || (key === 'KIND' && areKindsNested));
      return read.map((group) => ({ ...group, nested }));
    }
  }
  return GroupResolver;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Adds up records by keys, the first groups in order: one statement. Throws BAD_USER_INPUT. */
async function readGroups(
  { database, loaders }: VocabularyContext,
  type: StoredType,
  args: GroupArguments,
  groups: RecordGroups,
  spec: TotalSpec,
): Promise<Group[]> {
  const { groupBy, orderBy, first } = args;
  if (groupBy.length === 0 || new Set(groupBy).size < groupBy.length) {
    throw badUserInput('groupBy', 'at least one key, each once', groupBy);
  }
  const { first: limit } = pageRequest('Group', first, null);
  const keys = groupBy.flatMap((key) => (key === 'YEAR' ? [keyColumns[key], 'years'] : [keyColumns[key]]));
  const records = withKeys(spec.table, groupBy, groups);
  const keyed = {
    records,
    keys,
    others: otherKeys(groupBy, groups),
    ...(groupBy.includes('YEAR') ? { isPartial: isPartOfYear } : {}),
  };
  // What the arguments themselves leave out makes no group.
  const added = sums(database, keyed, spec).having(isOfKind);
  const byTotal = added
    .orderBy(sql`case when ${addedCount} = 0 then 1 else 0 end`)
    .orderBy(addedLow, orderBy === 'TOTAL_DESC' ? 'desc' : 'asc');
  const ordered = keys.reduce(
    (query, key) => query.orderBy(key, (order) => order.asc().nullsLast()),
    orderBy === 'KEYS' ? added : byTotal,
  );
  const rows = await ordered.limit(limit).execute();
  const totalIn = (row: TotalColumns): Total =>
    totalOf(spec, row, {
      sharedAmong: groupBy.join() === 'PAIRING' ? 'PAIRINGS' : 'PARTIES',
      recordType: type,
      readRecords: async (page) =>
        (await loaders.one(
          [type, groups, 'records'],
          [args, page],
          groupKey(keys.map((key) => row[key] ?? null)),
          (asked) =>
            readTotalRecords(
              database,
              keyed,
              spec,
              asked.map((group) => JSON.parse(group) as KeyValues),
              page,
            ),
        )) ?? { rows: [], hasNextPage: false },
    });
  return rows.map((row) => ({ keys: keysOf(row), total: totalIn(row) }));
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
function withKeys(table: string, groupBy: readonly GroupKey[], groups: RecordGroups): Rows {
  const asks = (...keys: readonly GroupKey[]): boolean => keys.some((key) => groupBy.includes(key));
  const isByPairing =
    (groups.donor === 'PAIRING' && asks('DONOR', 'DONOR_PROVINCE')) ||
    (groups.recipient === 'PAIRING' && asks('RECIPIENT', 'RECIPIENT_PROVINCE'));
  let query = eb.selectFrom(`${table} as row`) as Rows;
  if (asks('PAIRING') || isByPairing) {
    query = query
      .leftJoin('recordPairing as link', 'link.record', 'row.id')
      .leftJoin('pairingRef as pairing', 'pairing.id', 'link.pairing');
    // Several pairings may have the same side.
    query = asks('PAIRING') ? query.select('pairing.id as pairing').where(isFirstLink) : query.distinct();
  }
  for (const side of ['donor', 'recipient'] as const) {
    query = withSide(query, side, groups[side], groupBy);
  }
  query = asks('KIND') ? query.select(`row.${groups.kind.column} as kind`) : query;
  return asks('YEAR') ? query.select([year.as('year'), years.as('years')]) : query;
}

/** Adds the region, and the province, of a side. */
function withSide(
  records: Rows,
  side: 'donor' | 'recipient',
  role: PartyRole | 'PAIRING',
  groupBy: readonly GroupKey[],
): Rows {
  const asksRegion = groupBy.includes(side === 'donor' ? 'DONOR' : 'RECIPIENT');
  const asksProvince = groupBy.includes(side === 'donor' ? 'DONOR_PROVINCE' : 'RECIPIENT_PROVINCE');
  if (!asksRegion && !asksProvince) {
    return records;
  }
  const [party, region] = [`${side}Party`, `${side}Region`];
  const id = role === 'PAIRING' ? `pairing.${side}` : `${party}.region`;
  let query = records;
  if (role !== 'PAIRING') {
    query = query
      .leftJoin(`party as ${party}`, (join) =>
        join.onRef(`${party}.record`, '=', 'row.id').on(`${party}.role`, '=', role),
      )
      .where(isFirstParty(party, asksRegion ? `${party}.region` : `${region}.province`, asksRegion));
  }
  query = asksRegion ? query.select(`${id} as ${side}`) : query;
  return asksProvince
    ? query.leftJoin(`regionRef as ${region}`, `${region}.id`, id).select(`${region}.province as ${side}Province`)
    : query;
}

/** How many others than in its keys a record belongs to as well: pairings, and regions or bodies in the roles of the sides. */
function otherKeys(groupBy: readonly GroupKey[], groups: RecordGroups): Expression<number> {
  const links = (condition: Condition): Expression<number> =>
    eb
      .selectFrom('recordPairing as others')
      .leftJoin('pairingRef as otherPairing', 'otherPairing.id', 'others.pairing')
      .select(sql<number>`count(*)`.as('number'))
      .whereRef('others.record', '=', 'row.id')
      .where(eb.not(condition)) as unknown as Expression<number>;
  const parties = (role: PartyRole, condition: Condition): Expression<number> =>
    eb
      .selectFrom('party as others')
      .leftJoin('regionRef as otherRegion', 'otherRegion.id', 'others.region')
      .select(sql<number>`count(*)`.as('number'))
      .whereRef('others.record', '=', 'row.id')
      .where('others.role', '=', role)
      .where(eb.not(condition)) as unknown as Expression<number>;
  const counts = (['donor', 'recipient'] as const).flatMap((side) => {
    const role = groups[side];
    const asksRegion = groupBy.includes(side === 'donor' ? 'DONOR' : 'RECIPIENT');
    if (!asksRegion && !groupBy.includes(side === 'donor' ? 'DONOR_PROVINCE' : 'RECIPIENT_PROVINCE')) {
      return [];
    }
    const region = role === 'PAIRING' ? `pairing.${side}` : `${side}Party.region`;
    if (asksRegion) {
      return role === 'PAIRING'
        ? [links(isSame(`otherPairing.${side}`, region))]
        : [parties(role, isSame('others.region', region))];
    }
    const province = `${side}Region.province`;
    return role === 'PAIRING'
      ? [
          links(
            sql`${eb.selectFrom('regionRef as otherRegion').select('otherRegion.province').whereRef('otherRegion.id', '=', `otherPairing.${side}`)} is not distinct from ${sql.ref(province)}`,
          ),
        ]
      : [parties(role, isSame('otherRegion.province', province))];
  });
  const pairings = groupBy.includes('PAIRING') ? [links(isSame('others.pairing', 'link.pairing'))] : [];
  return sql<number>`${sql.join([sql.lit(0), ...pairings, ...counts], sql` + `)}`;
}

/** Holds for the first of a record's parties in a role that have the same region or province. */
function isFirstParty(party: string, key: string, isRegion: boolean): Condition {
  const earlier = eb
    .selectFrom('party as earlier')
    .leftJoin('regionRef as earlierRegion', 'earlierRegion.id', 'earlier.region')
    .select(sql`1`.as('one'))
    .whereRef('earlier.record', '=', `${party}.record`)
    .whereRef('earlier.role', '=', `${party}.role`)
    .whereRef('earlier.place', '<', `${party}.place`)
    .where(isSame(isRegion ? 'earlier.region' : 'earlierRegion.province', key));
  // Nearly all have one party: the comparison with its place spares looking for others.
  return sql<SqlBool>`(coalesce(${sql.ref(`${party}.place`)}, 0) = 0 or not exists ${earlier})`;
}

/** Holds for a link to a pairing, and for the first of a record's links that lead to none. */
const isFirstLink = sql<SqlBool>`(${sql.ref('pairing.id')} is not null or ${sql.ref('link.pairing')} is null or not exists ${eb
  .selectFrom('recordPairing as earlier')
  .leftJoin('pairingRef as earlierPairing', 'earlierPairing.id', 'earlier.pairing')
  .select(sql`1`.as('one'))
  .whereRef('earlier.record', '=', 'link.record')
  .whereRef('earlier.pairing', '<', 'link.pairing')
  .where('earlierPairing.id', 'is', null)})`;

const dateText = (column: string): RawBuilder<string> => sql`cast(${sql.ref(column)} as text)`;
const yearIn = (date: RawBuilder<string>): RawBuilder<number> => sql`cast(substr(${date}, 1, 4) as integer)`;
const isNewYear = (date: RawBuilder<string>): RawBuilder<boolean> => sql`substr(${date}, 6, 5) = '01-01'`;

const [fromText, toText] = [dateText('row.fromDate'), dateText('row.toDate')];
const isAnnual = eb('row.basis', '=', 'ANNUAL');
/** The year before the end, which is not included; a yearly figure that has no end is of the year in which it begins. */
const lastYear = sql<number>`case
  when ${sql.ref('row.toDate')} is not null then ${yearIn(toText)} - case when ${isNewYear(toText)} then 1 else 0 end
  when ${isAnnual} then ${yearIn(fromText)}
end`;
const firstYear = sql<number>`case
  when ${sql.ref('row.fromDate')} is not null then ${yearIn(fromText)}
  when ${isAnnual} and ${sql.ref('row.toPrecision')} = 'YEAR' then ${yearIn(toText)} - 1
end`;

/** The one year that a figure is of; null where there is none. */
const year = sql<number>`case when ${firstYear} = ${lastYear} then ${firstYear} end`;

/** The years of a figure of several; null where it has no date. */
const years = sql<string>`case when ${firstYear} = ${lastYear} or (${firstYear} is null and ${lastYear} is null) then null
  else coalesce(cast(${firstYear} as text), '') || '–' || coalesce(cast(${lastYear} as text), '') end`;

/** Holds for a figure of less than its year. */
const isPartOfYear = sql<SqlBool>`(${firstYear} = ${lastYear}
  and not (coalesce(${isNewYear(fromText)}, true) and coalesce(${isNewYear(toText)}, true)))`;

function keysOf(row: TotalColumns): Group['keys'] {
  const reference = (key: string): object | null => (row[key] == null ? null : { id: row[key] });
  return {
    pairing: reference('pairing'),
    donor: reference('donor'),
    recipient: reference('recipient'),
    donorProvince: reference('donorProvince'),
    recipientProvince: reference('recipientProvince'),
    year: row['year'] ?? null,
    years: row['years'] ?? null,
    kind: row['kind'] ?? null,
  };
}
