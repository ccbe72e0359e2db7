import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { OrganisationFields } from '../../../vocabulary/party-ref.js';
import { ofParty } from '../../../vocabulary/repository.js';
import type { FinanceContext } from '../context.js';
import { FundConnection, type Fund } from '../fund/fund.entity.js';
import { FundListArguments } from '../fund/fund.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationExtension extends OrganisationFields {}

@Resolver(() => OrganisationExtension)
export class OrganisationExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => FundConnection, { nullable: true, description: 'Money that this body gives or raises.' })
  fundsGiven(
    @Root() organisation: OrganisationExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofParty('DONOR', 'organisation'), organisation.id, args);
  }
}
