import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import type { PairingsContext } from '../context.js';
import { ExchangeConnection, type Exchange } from '../exchange/exchange.entity.js';
import { ExchangeListArguments } from '../exchange/exchange.inputs.js';
import { OutcomeConnection, type Outcome } from '../outcome/outcome.entity.js';
import { OutcomeListArguments } from '../outcome/outcome.inputs.js';
import { ProvisionConnection, type Provision } from '../provision/provision.entity.js';
import { ProvisionListArguments } from '../provision/provision.inputs.js';
import { Region } from './region.entity.js';

/** What is recorded of a region. */
@Resolver(() => Region)
export class RegionRecordsResolver {
  @Directive(listSize)
  @FieldResolver(() => OutcomeConnection, {
    nullable: true,
    description:
      'Indicators of this region itself; not of the regions below it, which `outcomes(filter: {region: {within}})` has.',
  })
  outcomes(
    @Root() region: Region,
    @Args(() => OutcomeListArguments) args: OutcomeListArguments,
    @Ctx() { outcomes }: PairingsContext,
  ): List<Outcome> {
    const membership = { name: 'region', link: 'outcome', parent: 'regionId', child: 'id' };
    return outcomes.listOf(membership, region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ProvisionConnection, {
    nullable: true,
    description: 'Provisions about this region itself: its titles, its profile, the rules that hold for it.',
  })
  provisions(
    @Root() region: Region,
    @Args(() => ProvisionListArguments) args: ProvisionListArguments,
    @Ctx() { provisions }: PairingsContext,
  ): List<Provision> {
    return provisions.listOf(ofParty('PLACE', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ProvisionConnection, {
    nullable: true,
    description: 'Provisions that this region itself sets, signs or follows.',
  })
  provisionsIssued(
    @Root() region: Region,
    @Args(() => ProvisionListArguments) args: ProvisionListArguments,
    @Ctx() { provisions }: PairingsContext,
  ): List<Provision> {
    return provisions.listOf(ofParty('ISSUER', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: 'Visits and delegations that came from this region itself.',
  })
  exchangesFrom(
    @Root() region: Region,
    @Args(() => ExchangeListArguments) args: ExchangeListArguments,
    @Ctx() { exchanges }: PairingsContext,
  ): List<Exchange> {
    return exchanges.listOf(ofParty('ORIGIN', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: 'Visits and delegations that went to this region itself.',
  })
  exchangesTo(
    @Root() region: Region,
    @Args(() => ExchangeListArguments) args: ExchangeListArguments,
    @Ctx() { exchanges }: PairingsContext,
  ): List<Exchange> {
    return exchanges.listOf(ofParty('DESTINATION', 'region'), region.id, args);
  }
}
