import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { Membership } from '../../../platform/page.js';
import { listSize, plainListSize, type List } from '../../../vocabulary/record/connection.js';
import { readGroups, type Group } from '../../../vocabulary/total/group.js';
import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { Term } from '../../../vocabulary/record/term.js';
import type { FinanceContext } from '../context.js';
import { ProjectConnection, type Project } from '../project/project.entity.js';
import { ProjectListArguments } from '../project/project.inputs.js';
import { Fund, FundConnection } from './fund.entity.js';
import { FundListArguments } from './fund.inputs.js';
import { FundGroup, FundGroupArguments, fundGroupAddition } from './fund.totals.js';

/** The projects that a fund pays for. */
const paidBy: Membership = { name: 'fund', link: 'project', parent: 'fundId', child: 'id' };

/** The root fields of funds, and which is a part of which. */
export const FundRecordResolver = recordResolver<Fund, FinanceContext>({
  type: Fund,
  connection: FundConnection,
  listArguments: FundListArguments,
  table: 'fund',
  one: 'fund',
  many: 'funds',
  words: ['fund', 'funds'],
  repository: ({ funds }) => funds,
});

@Resolver(() => Fund)
export class FundResolver {
  @Directive(plainListSize)
  @Query(() => [FundGroup], {
    nullable: true,
    description:
      'Funds added up by keys, such as the ten pairings with the most fiscal money; the keys lead on to what other subgraphs know of them. Sorting by money starts here.',
  })
  async fundGroups(
    @Args(() => FundGroupArguments) args: FundGroupArguments,
    @Ctx() { database }: FinanceContext,
  ): Promise<readonly Group[]> {
    return readGroups(
      database,
      args,
      { donor: 'DONOR', recipient: 'RECIPIENT', kind: 'kind' },
      fundGroupAddition(args),
    );
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Who gives or raises it; null where the source names nobody, or several.',
  })
  async donor(@Root() fund: Fund, @Ctx() { parties }: FinanceContext): Promise<PartyReference | null> {
    return parties.onlyOne(fund.id, 'DONOR');
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'All who give or raise it, where several do; empty where the source names nobody.',
  })
  async donors(@Root() fund: Fund, @Ctx() { parties }: FinanceContext): Promise<readonly PartyReference[]> {
    return parties.of(fund.id, 'DONOR');
  }

  @FieldResolver(() => Party, { nullable: true, description: 'Who receives it; null where the source does not say.' })
  async recipient(@Root() fund: Fund, @Ctx() { parties }: FinanceContext): Promise<PartyReference | null> {
    return parties.onlyOne(fund.id, 'RECIPIENT');
  }

  @FieldResolver(() => [Term], {
    description: 'What it is spent on, or the goods given, as the source lists them; empty where it lists nothing.',
  })
  async items(@Root() fund: Fund, @Ctx() { terms }: FinanceContext): Promise<readonly Term[]> {
    return terms.of(fund.id);
  }

  @Directive(listSize)
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: 'Projects that it pays for, and counts of them.',
  })
  projects(
    @Root() fund: Fund,
    @Args(() => ProjectListArguments) args: ProjectListArguments,
    @Ctx() { projects }: FinanceContext,
  ): List<Project> {
    return projects.listOf(paidBy, fund.id, args);
  }
}
