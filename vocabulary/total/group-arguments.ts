import { ArgsType, Field, Int, type ClassType } from 'type-graphql';

import { column } from '../../platform/filter.js';
import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { filterOf, part } from '../record/filter.js';
import { figureInterval } from '../record/filter-fields.js';
import { FloatFilter, IntFilter } from '../record/filter-inputs.js';
import { TotalArguments } from './total-arguments.js';

const GroupOrder = describedEnum('GroupOrder', 'The order of groups. Equal ones are in the order of their keys.', {
  TOTAL_DESC: [
    'largest total first',
    '合计从大到小',
    'The largest total first, by its lower end; groups without a total come last. Where there are only counts, the largest count.',
  ],
  TOTAL_ASC: [
    'smallest total first',
    '合计从小到大',
    'The smallest total first, by its lower end; groups without a total come last. Where there are only counts, the smallest count.',
  ],
  KEYS: ['by the keys', '按分组依据', 'By the keys, in the order in which they are named.'],
});
type GroupOrder = EnumValue<typeof GroupOrder>;

const total = part(
  FloatFilter,
  'The total, in its unit: `gte` asks for its lower end, `lte` for its upper end. A group without a total meets none of it.',
  figureInterval('groups.lowEnd', 'groups.highEnd'),
);

const count = (what: string): ReturnType<typeof part> => part(IntFilter, what, column('groups.parts'));

/** Conditions on groups with totals. */
export const totalHaving = filterOf('GroupsHaving', 'Which groups a list has, by what they add up to.', {
  total,
  count: count('How many records are added.'),
});

/** Conditions on groups with counts alone. */
export const countHaving = filterOf('CountsHaving', 'Which groups a list has, by how many are in them.', {
  count: count('How many are in it.'),
});

/** What groups of any kind can be asked with; each type adds its own keys as `groupBy`. */
export interface GroupedArguments {
  readonly groupBy: readonly string[];
  readonly orderBy: GroupOrder;
  readonly first: number;
  readonly after?: string | null;
  readonly having?: object | null;
}

/** Adds the arguments of groups to those of a total, or of a list. */
export function withGroups<Base extends object>(
  base: ClassType<Base>,
  having = totalHaving,
): ClassType<Base & GroupedArguments> {
  @ArgsType()
  class Arguments extends (base as ClassType) {
    /** Each type has its own enumeration of keys: `groupQuery` makes it an argument. */
    groupBy: string[] = [];

    @Field(() => GroupOrder, { description: 'Which groups come first.' })
    orderBy: GroupOrder = GroupOrder.TOTAL_DESC;

    @Field(() => Int, { description: 'How many groups at most, from 0 to 500.' })
    first = 50;

    @Field(() => String, {
      nullable: true,
      description: 'Only the groups after the one with this `cursor`, in the same order; null starts with the first.',
    })
    after?: string | null;

    @Field(() => having.input, { nullable: true, description: 'Which groups, by what is in them; all when left out.' })
    having?: object | null;
  }
  return Arguments as unknown as ClassType<Base & GroupedArguments>;
}

/** The arguments of groups with totals. */
@ArgsType()
export class GroupArguments extends withGroups<TotalArguments>(TotalArguments) {}
