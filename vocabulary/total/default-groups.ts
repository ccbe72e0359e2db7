import { ArgsType, Directive, Field, Int, type ClassType } from 'type-graphql';

import { sideAs } from '../party/standing.js';
import { tableCost } from '../record/connection.js';
import type { RecordTable } from '../record/record-import.js';
import type { ScopeDeclaration } from '../scope/declaration.js';
import { GroupArguments, GroupOrder, type RecordGroups } from './group.js';
import { GroupKey } from './group-key.js';
import type { RecordTotal } from './record-total.js';
import type { TotalArguments } from './total-arguments.js';

/**
 * The groups of a type of record that declares totals and says nothing of groups: what a total adds, by keys; KIND is its
 * first enumeration. Null where it has none.
 */
export function defaultGroups(
  plural: string,
  total: RecordTotal,
  columns: RecordTable['columns'],
  scope: ScopeDeclaration | undefined,
): RecordGroups | null {
  const found = Object.entries(columns).find(([, { enumeration }]) => enumeration !== undefined);
  if (!found?.[1].enumeration) {
    return null;
  }
  const [column, { enumeration }] = found;
  const capitalised = plural.charAt(0).toUpperCase() + plural.slice(1);
  const { donor = 'DONOR', recipient = 'RECIPIENT' } = scope?.sides ?? {};
  return {
    ...total,
    args: withGroups(total.args),
    description: `${capitalised} added up by keys, as their total adds them; KIND is \`${column}\`.`,
    totalDescription: 'Their total.',
    donor: sideAs('DONOR', donor),
    recipient: sideAs('RECIPIENT', recipient),
    kind: { column, type: enumeration, description: `The value of \`${column}\`; null where it is no key.` },
  };
}

/** The arguments of a total with those of groups. */
function withGroups(args: ClassType<TotalArguments>): ClassType<GroupArguments> {
  @ArgsType()
  class Arguments extends args {
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
  return Arguments as ClassType<GroupArguments>;
}
