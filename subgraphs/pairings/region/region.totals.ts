import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ofRegions } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { PairingsContext } from '../context.js';
import { exchangeAddition, ExchangeTotalWithParts } from '../exchange/exchange.totals.js';
import { Region } from './region.entity.js';

@Resolver(() => Region)
export class RegionTotalsResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description:
      'Visits, or person-times of delegations, that set out from this region, added up; those that go both ways are among them.',
  })
  async exchangesFromTotal(
    @Root() region: Region,
    @Args(() => ExchangeTotalWithParts) args: ExchangeTotalWithParts,
    @Ctx() context: PairingsContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Exchange from region',
      args,
      region.id,
      ofRegions('ORIGIN', args.includeParts),
      exchangeAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description:
      'Visits, or person-times of delegations, to this region, added up; those that go both ways are among them.',
  })
  async exchangesToTotal(
    @Root() region: Region,
    @Args(() => ExchangeTotalWithParts) args: ExchangeTotalWithParts,
    @Ctx() context: PairingsContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Exchange to region',
      args,
      region.id,
      ofRegions('DESTINATION', args.includeParts),
      exchangeAddition(args),
    );
  }
}
