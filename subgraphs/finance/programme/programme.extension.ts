import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { ofProgrammes } from '../../../vocabulary/members.js';
import { totalFor } from '../../../vocabulary/total.repository.js';
import { Total } from '../../../vocabulary/total.js';
import type { FinanceContext } from '../context.js';
import { fundAddition, FundTotalArguments } from '../fund/fund.totals.js';

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
}
