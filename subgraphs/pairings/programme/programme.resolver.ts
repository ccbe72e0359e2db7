import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { connectionOf, listSize, PageArguments, type List } from '../../../vocabulary/record/connection.js';
import { ofProgrammes } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { PairingsContext } from '../context.js';
import { exchangeAddition, ExchangeTotalArguments } from '../exchange/exchange.totals.js';
import { PairingConnection, type Pairing } from '../pairing/pairing.entity.js';
import { PairingListArguments } from '../pairing/pairing.inputs.js';
import { Programme } from './programme.entity.js';

const ProgrammeConnection = connectionOf('Programme', () => Programme);

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Query(() => Programme, { nullable: true, description: 'The programme with this id; null when there is none.' })
  async programme(
    @Arg('id', () => ID, { description: 'Id of the programme.' }) id: string,
    @Ctx() context: PairingsContext,
  ): Promise<Programme | null> {
    return context.programmes.byId(id);
  }

  @Directive(listSize)
  @Query(() => ProgrammeConnection, { nullable: true, description: 'Programmes, by id.' })
  programmes(@Args(() => PageArguments) args: PageArguments, @Ctx() context: PairingsContext): List<Programme> {
    return context.programmes.list(args);
  }

  @Directive(listSize)
  @FieldResolver(() => PairingConnection, { nullable: true, description: 'The pairings of the programme.' })
  pairings(
    @Root() programme: Programme,
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.ofProgramme(programme.id, args);
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Visits, meetings or person-times of delegations in all pairings of the programme, each record once.',
  })
  async exchangeTotal(
    @Root() programme: Programme,
    @Args(() => ExchangeTotalArguments) args: ExchangeTotalArguments,
    @Ctx() context: PairingsContext,
  ): Promise<Total> {
    return totalFor(context, 'Exchange of programme', args, programme.id, ofProgrammes, exchangeAddition(args));
  }
}
