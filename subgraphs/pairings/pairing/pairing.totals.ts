import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ofPairings } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { PairingsContext } from '../context.js';
import { exchangeAddition, ExchangeTotalWithParts } from '../exchange/exchange.totals.js';
import { Pairing } from './pairing.entity.js';

@Resolver(() => Pairing)
export class PairingTotalsResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Visits, meetings or person-times of delegations in this pairing, added up.',
  })
  async exchangeTotal(
    @Root() pairing: Pairing,
    @Args(() => ExchangeTotalWithParts) args: ExchangeTotalWithParts,
    @Ctx() context: PairingsContext,
  ): Promise<Total> {
    const members = ofPairings(args.includeParts);
    return totalFor(context, 'Exchange of pairing', args, pairing.id, members, exchangeAddition(args));
  }
}
