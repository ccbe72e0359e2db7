import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { RegionFields } from '../../../vocabulary/party-ref.js';
import { ofParty } from '../../../vocabulary/repository.js';
import type { FinanceContext } from '../context.js';
import { FundConnection, type Fund } from '../fund/fund.entity.js';
import { FundListArguments } from '../fund/fund.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Region')
export class RegionExtension extends RegionFields {}

@Resolver(() => RegionExtension)
export class RegionExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => FundConnection, {
    nullable: true,
    description:
      'Money that this region itself receives; not that of the regions below it, which `funds(filter: {recipient: {within}})` has.',
  })
  fundsReceived(
    @Root() region: RegionExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofParty('RECIPIENT', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => FundConnection, {
    nullable: true,
    description: 'Money that this region itself gives; not that of the regions below it.',
  })
  fundsGiven(
    @Root() region: RegionExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofParty('DONOR', 'region'), region.id, args);
  }
}
