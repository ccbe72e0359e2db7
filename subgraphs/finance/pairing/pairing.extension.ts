import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { ofPairing } from '../../../vocabulary/repository.js';
import type { FinanceContext } from '../context.js';
import { FundConnection, type Fund } from '../fund/fund.entity.js';
import { FundListArguments } from '../fund/fund.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Pairing')
export class PairingExtension {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => PairingExtension)
export class PairingExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => FundConnection, {
    nullable: true,
    description: 'Money of this pairing; not that of the pairings it is made of.',
  })
  funds(
    @Root() pairing: PairingExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofPairing, pairing.id, args);
  }
}
