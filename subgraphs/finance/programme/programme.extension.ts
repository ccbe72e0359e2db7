import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { ofProgrammes } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { FinanceContext } from '../context.js';
import { fundAddition, FundTotalArguments } from '../fund/fund.totals.js';
import { projectAddition, ProjectTotalArguments } from '../project/project.totals.js';
import { saleAddition, SaleTotalArguments } from '../sale/sale.totals.js';

@Directive('@key(fields: "id")')
@ObjectType('Programme')
export class ProgrammeExtension {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => ProgrammeExtension)
export class ProgrammeExtensionResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Money of one kind in all pairings of the programme, each fund once, in yuan.',
  })
  async fundTotal(
    @Root() programme: ProgrammeExtension,
    @Args(() => FundTotalArguments) args: FundTotalArguments,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(context, 'Fund of programme', args, programme.id, ofProgrammes, fundAddition(args));
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Projects that sources count in all pairings of the programme, each record once.',
  })
  async projectTotal(
    @Root() programme: ProgrammeExtension,
    @Args(() => ProjectTotalArguments) args: ProjectTotalArguments,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(context, 'Project of programme', args, programme.id, ofProgrammes, projectAddition(args));
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Goods sold with the help of all pairings of the programme, each record once, in yuan.',
  })
  async saleTotal(
    @Root() programme: ProgrammeExtension,
    @Args(() => SaleTotalArguments) args: SaleTotalArguments,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(context, 'Sale of programme', args, programme.id, ofProgrammes, saleAddition(args));
  }
}
