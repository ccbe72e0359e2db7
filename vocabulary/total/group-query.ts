import { Args, ArgsType, Ctx, Directive, Field, Int, ObjectType, Query, Resolver, type ClassType } from 'type-graphql';

import type { VocabularyContext } from '../context.js';
import { nodeListSize, PageInfo, plainListSize, tableCost } from '../record/connection.js';
import type { GroupedArguments } from './group-arguments.js';

/** A group as its field gives it: with its total, or its count. */
export interface Group extends Readonly<Record<string, unknown>> {
  readonly keys: object;
  readonly nested: boolean;
  readonly cursor: string;
  readonly following: number;
}

/** A page of groups, and how many there are. */
export interface GroupList {
  readonly groups: readonly Group[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}

/** Groups as root fields have them. */
export interface GroupedFields<Arguments extends GroupedArguments> {
  readonly name: string;
  readonly table: string;
  readonly plural: string;
  readonly description: string;
  /** The enumeration of the keys. */
  readonly keys: object;
  readonly keysType: ClassType;
  readonly args: ClassType<Arguments>;
  /** What a group tells of its members. */
  readonly measure: { readonly name: string; readonly type: unknown; readonly description: string };
  readonly read: (args: Arguments, context: VocabularyContext) => Promise<GroupList>;
}

/** The root fields that give groups: `fundGroups`, a list, and `fundGroupPage`, with their number. */
export function groupedQuery<Arguments extends GroupedArguments>({
  name,
  table,
  plural,
  description,
  keys,
  keysType,
  args,
  measure,
  read,
}: GroupedFields<Arguments>): Function {
  @ArgsType()
  class WithKeys extends (args as ClassType<{ readonly groupBy: readonly string[] }>) {
    @Directive(tableCost)
    @Field(() => [keys as never], {
      description: 'What to group by, each once; nothing gives one group, the grand total.',
    })
    override groupBy: readonly string[] = [];
  }

  @ObjectType(`${name}Group`, { description: `${capitalised(plural)} that have keys in common.` })
  class RecordGroup {
    @Field(() => keysType, { description: 'What they have in common.' })
    readonly keys!: object;

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
  Field(() => measure.type as never, { description: measure.description })(RecordGroup.prototype, measure.name);

  @ObjectType(`${name}GroupPage`, { description: `A page of groups of ${plural}.` })
  class RecordGroupPage {
    @Field(() => Int, { description: 'How many groups there are, over all pages.' })
    readonly totalCount!: number;

    @Field(() => [RecordGroup], { description: 'The page.' })
    readonly nodes!: readonly Group[];

    @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
    readonly pageInfo!: PageInfo;
  }

  @Resolver()
  class GroupResolver {
    @Directive(plainListSize)
    @Query(() => [RecordGroup], { name: `${table}Groups`, nullable: true, description })
    async groups(@Args(() => WithKeys) given: Arguments, @Ctx() context: VocabularyContext): Promise<readonly Group[]> {
      return (await read(given, context)).groups;
    }

    @Directive(nodeListSize)
    @Query(() => RecordGroupPage, {
      name: `${table}GroupPage`,
      nullable: true,
      description: `The same groups as \`${table}Groups\`, with their number and where the list goes on.`,
    })
    async page(@Args(() => WithKeys) given: Arguments, @Ctx() context: VocabularyContext): Promise<RecordGroupPage> {
      const { groups, totalCount, hasNextPage } = await read(given, context);
      return {
        totalCount,
        nodes: groups,
        pageInfo: { hasNextPage, endCursor: groups.at(-1)?.cursor ?? null },
      };
    }
  }
  return GroupResolver;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
