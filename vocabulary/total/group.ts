import { Args, ArgsType, Ctx, Directive, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { badUserInput } from '../../platform/errors.js';
import { cursorOf, pageRequest } from '../../platform/page.js';
import { stubOrOwned } from '../../platform/subgraph.js';
import type { VocabularyContext } from '../context.js';
import { PairingStub, RegionStub } from '../pairing/stubs.js';
import { plainListSize, tableCost } from '../record/connection.js';
import type { StoredType } from '../record/repository.js';
import { GroupKey, nestedKeys } from './group-key.js';
import { keyedRecords, type KeySources } from './group-records.js';
import { totalSpec, type RecordTotal } from './record-total.js';
import { TotalArguments } from './total-arguments.js';
import { totalOf } from './tally.js';
import { readTotalRecords } from './total-records.repository.js';
import { groupKey, type KeyValues } from './total-spec.js';
import { readTallies, type TalliedGroup } from './total.repository.js';
import { Total } from './total.js';

export const GroupOrder = describedEnum(
  'GroupOrder',
  'The order of groups. Equal ones are in the order of their keys.',
  {
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
  },
);
export type GroupOrder = EnumValue<typeof GroupOrder>;

@ArgsType()
export class GroupArguments extends TotalArguments {
  @Directive(tableCost)
  @Field(() => [GroupKey], { description: 'What to group by, each once; nothing gives one group, the grand total.' })
  groupBy: GroupKey[] = [];

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
  readonly cursor: string;
  readonly following: number;
  readonly nested: boolean;
  readonly keys: Readonly<Record<string, unknown>>;
  readonly total: Total;
}

/** What groups of a type of record add, and where its keys are. */
export interface RecordGroups<Arguments extends GroupArguments = GroupArguments>
  extends RecordTotal<Arguments>, KeySources {
  readonly description: string;
  /** What the total of a group is, as its field says it. */
  readonly totalDescription: string;
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
      @Ctx() context: VocabularyContext,
    ): Promise<readonly Group[]> {
      return readGroups(context, type, args, groups, areKindsNested);
    }
  }
  return GroupResolver;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Adds up records by keys, the first groups in order. Throws BAD_USER_INPUT. */
async function readGroups(
  { database, loaders }: VocabularyContext,
  type: StoredType,
  args: GroupArguments,
  groups: RecordGroups,
  areKindsNested: boolean,
): Promise<Group[]> {
  const { groupBy, orderBy, first, after } = args;
  const spec = totalSpec(type, groups, args);
  if (new Set(groupBy).size < groupBy.length) {
    throw badUserInput('groupBy', 'keys, each once', groupBy);
  }
  const page = pageRequest(cursors, first, after);
  const skipped = page.after === null ? 0 : placeOf(page.after, after);
  const keyed = keyedRecords(spec.table, groupBy, groups);
  // What the arguments themselves leave out makes no group.
  const groupsFound = [...(await readTallies(database, keyed, spec)).values()].filter(({ tally }) => tally.isOfKind);
  const ordered = groupsFound.toSorted(orderOf(orderBy));
  const shown = ordered.slice(skipped, skipped + page.first);
  const nested = groupBy.some((key) => nestedKeys.includes(key) || (key === 'KIND' && areKindsNested));
  return shown.map(({ values, tally }, index) => {
    const place = skipped + index + 1;
    return {
      keys: keysOf(Object.fromEntries(keyed.keys.map((key, at) => [key, values[at] ?? null]))),
      total: totalOf(spec, tally, {
        sharedAmong: groupBy.join() === 'PAIRING' ? 'PAIRINGS' : 'PARTIES',
        recordType: type,
        readRecords: async (asked) =>
          (await loaders.one([type, groups, 'records'], [args, asked], groupKey(values), (all) =>
            readTotalRecords(
              database,
              keyed,
              spec,
              all.map((each) => JSON.parse(each) as KeyValues),
              asked,
            ),
          )) ?? { rows: [], hasNextPage: false },
      }),
      nested,
      cursor: cursorOf(cursors, String(place)),
      following: ordered.length - place,
    };
  });
}

type Comparison = (one: TalliedGroup, other: TalliedGroup) => number;

/** Compares groups: by their totals, those without one last, and then by their keys, which are null last. */
function orderOf(order: GroupOrder): Comparison {
  const byKeys: Comparison = ({ values: one }, { values: other }) => {
    const place = one.findIndex((value, at) => value !== other[at]);
    const [value, against] = [one[place] ?? null, other[place] ?? null];
    return place < 0 ? 0 : value === null ? 1 : against === null || value < against ? -1 : 1;
  };
  const sign = order === 'TOTAL_DESC' ? -1 : 1;
  return order === 'KEYS'
    ? byKeys
    : (one, other) =>
        Number(one.tally.count === 0) - Number(other.tally.count === 0) ||
        sign * (one.tally.low - other.tally.low) ||
        byKeys(one, other);
}

const cursors = 'group';

/** The place that a cursor names. Throws BAD_USER_INPUT. */
function placeOf(cursor: string, given: unknown): number {
  if (!/^[1-9]\d{0,8}$/.test(cursor)) {
    throw badUserInput('after', `a cursor that a list of ${cursors} gave`, given);
  }
  return Number(cursor);
}

function keysOf(row: Readonly<Record<string, string | number | null>>): Group['keys'] {
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
