import { sql } from 'kysely';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';

import type { Database } from '../../platform/database.js';
import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { badUserInput } from '../../platform/errors.js';
import { pageRequest } from '../../platform/page.js';
import { eb } from '../../platform/sql.js';
import { stubOrOwned } from '../../platform/subgraph.js';
import { tableCost } from '../record/connection.js';
import type { MembersQuery } from './members.js';
import type { PartyRole } from '../party/party.js';
import { PairingStub, RegionStub } from '../pairing/stubs.js';
import { TotalArguments } from './total-arguments.js';
import { addedCount, addedLow, addUp, type Addition } from './total.repository.js';
import { totalOf, type Total, type TotalColumns } from './total.js';

const GroupKey = describedEnum('GroupKey', 'What records are grouped by.', {
  PAIRING: ['by pairing', '按结对', 'The pairing they belong to; a record of two pairings is in the group of each.'],
  DONOR: ['by region that helps', '按帮扶地区', 'The region that helps.'],
  RECIPIENT: ['by region that is helped', '按受帮扶地区', 'The region that is helped.'],
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
}

/** What the records of a group have in common; a key that was not asked for is null. */
@ObjectType('GroupKeys')
export abstract class GroupKeys {
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
export interface Group {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly total: Total;
}

/** Where the keys of a record are: its sides are named by a role of its own or by its pairing, its kind by a column. */
export interface KeySource {
  readonly donor: PartyRole | 'PAIRING';
  readonly recipient: PartyRole | 'PAIRING';
  readonly kind: string;
}

/** Adds up records by keys, the first groups in order: one statement. Throws BAD_USER_INPUT. */
export async function readGroups(
  database: Database,
  { groupBy, orderBy, first }: GroupArguments,
  source: KeySource,
  addition: Addition,
): Promise<Group[]> {
  if (groupBy.length === 0 || new Set(groupBy).size < groupBy.length) {
    throw badUserInput('groupBy', 'at least one key, each once', groupBy);
  }
  const { first: limit } = pageRequest('Group', first, null);
  const keys = groupBy.map((key) => keyColumns[key]);
  const sums = addUp(database, membersOf(addition.table, groupBy, source), keys, addition);
  const byTotal = sums
    .orderBy(sql`case when ${addedCount} = 0 then 1 else 0 end`)
    .orderBy(addedLow, orderBy === 'TOTAL_DESC' ? 'desc' : 'asc');
  const ordered = keys.reduce(
    (query, key) => query.orderBy(key, (order) => order.asc().nullsLast()),
    orderBy === 'KEYS' ? sums : byTotal,
  );
  const rows = await ordered.limit(limit).execute();
  return rows.map((row) => ({ keys: keysOf(row), total: totalOf(addition.unit, row) }));
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

/** The records of a table with the keys that each is grouped by: each combination once. */
function membersOf(table: string, groupBy: readonly GroupKey[], source: KeySource): MembersQuery {
  const asks = (...keys: readonly GroupKey[]): boolean => keys.some((key) => groupBy.includes(key));
  const sideOf = (side: 'donor' | 'recipient'): string =>
    source[side] === 'PAIRING' ? `pairing.${side}` : `${side}Party.region`;
  const isBySide = (side: 'donor' | 'recipient', ...keys: readonly GroupKey[]): boolean =>
    source[side] === 'PAIRING' && asks(...keys);
  let query = eb.selectFrom(`${table} as grouped`).select('grouped.id as record').distinct() as MembersQuery;
  if (
    asks('PAIRING') ||
    isBySide('donor', 'DONOR', 'DONOR_PROVINCE') ||
    isBySide('recipient', 'RECIPIENT', 'RECIPIENT_PROVINCE')
  ) {
    query = query
      .leftJoin('recordPairing', 'recordPairing.record', 'grouped.id')
      .leftJoin('pairingRef as pairing', 'pairing.id', 'recordPairing.pairing');
  }
  for (const side of ['donor', 'recipient'] as const) {
    const [own, province] =
      side === 'donor' ? (['DONOR', 'DONOR_PROVINCE'] as const) : (['RECIPIENT', 'RECIPIENT_PROVINCE'] as const);
    const role = source[side];
    if (!asks(own, province)) {
      continue;
    }
    if (role !== 'PAIRING') {
      query = query.leftJoin(`party as ${side}Party`, (join) =>
        join.onRef(`${side}Party.record`, '=', 'grouped.id').on(`${side}Party.role`, '=', role),
      );
    }
    query = asks(own) ? query.select(`${sideOf(side)} as ${side}`) : query;
    if (asks(province)) {
      query = query
        .leftJoin(`regionRef as ${side}Region`, `${side}Region.id`, sideOf(side))
        .select(`${side}Region.province as ${side}Province`);
    }
  }
  query = asks('PAIRING') ? query.select('pairing.id as pairing') : query;
  query = asks('KIND') ? query.select(`grouped.${source.kind} as kind`) : query;
  return asks('YEAR') ? query.select(year.as('year')) : query;
}

/** The year of a date, which SQLite keeps as text. */
const year = sql<number>`cast(substr(cast(${sql.ref('grouped.fromDate')} as text), 1, 4) as integer)`;

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
