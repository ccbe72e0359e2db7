import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import { Term } from '../../../vocabulary/term.js';
import type { PairingsContext } from '../context.js';
import { Pairing } from '../pairing/pairing.entity.js';
import { Region } from '../region/region.entity.js';
import { Exchange, ExchangeConnection } from './exchange.entity.js';
import { ExchangeListArguments } from './exchange.inputs.js';

@Resolver(() => Exchange)
export class ExchangeResolver {
  @Query(() => Exchange, { nullable: true, description: 'The exchange with this id; null when there is none.' })
  async exchange(
    @Arg('id', () => ID, { description: 'Id of the exchange.' }) id: string,
    @Ctx() { exchanges }: PairingsContext,
  ): Promise<Exchange | null> {
    return exchanges.byId(id);
  }

  @Directive(listSize)
  @Query(() => ExchangeConnection, { nullable: true, description: 'Exchanges, by id.' })
  exchanges(
    @Args(() => ExchangeListArguments) args: ExchangeListArguments,
    @Ctx() { exchanges }: PairingsContext,
  ): List<Exchange> {
    return exchanges.list(args);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Where people came from; null where nobody travelled, or the source does not say.',
  })
  async origin(@Root() exchange: Exchange, @Ctx() { parties, regions }: PairingsContext): Promise<Region | null> {
    const origin = await parties.onlyOne(exchange.id, 'ORIGIN');
    return origin === null ? null : regions.byId(origin.id);
  }

  @FieldResolver(() => [Party], {
    description: 'The regions they went to; empty where nobody travelled, or the source does not say.',
  })
  async destinations(
    @Root() exchange: Exchange,
    @Ctx() { parties }: PairingsContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(exchange.id, 'DESTINATION');
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'Where it took place, as near as the source tells; null where it does not.',
  })
  async place(@Root() exchange: Exchange, @Ctx() { parties, regions }: PairingsContext): Promise<Region | null> {
    const place = await parties.onlyOne(exchange.id, 'PLACE');
    return place === null ? null : regions.byId(place.id);
  }

  @FieldResolver(() => [Party], { description: 'Who held it; empty where the source does not say.' })
  async organisers(
    @Root() exchange: Exchange,
    @Ctx() { parties }: PairingsContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(exchange.id, 'PROVIDER');
  }

  @FieldResolver(() => [Party], { description: 'Who took part; empty where the source does not say.' })
  async participants(
    @Root() exchange: Exchange,
    @Ctx() { parties }: PairingsContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(exchange.id, 'PARTICIPANT');
  }

  @FieldResolver(() => [Term], { description: 'What was on its agenda; empty where the source names nothing.' })
  async agenda(@Root() exchange: Exchange, @Ctx() { terms }: PairingsContext): Promise<readonly Term[]> {
    return terms.of(exchange.id);
  }

  @FieldResolver(() => [Pairing], {
    description: 'The pairings it belongs to; several where the source counts for them together.',
  })
  async pairings(@Root() exchange: Exchange, @Ctx() { pairings }: PairingsContext): Promise<readonly Pairing[]> {
    return pairings.ofRecord(exchange.id);
  }

  @FieldResolver(() => Exchange, {
    nullable: true,
    description: 'The record that counts this one too, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() exchange: Exchange, @Ctx() { exchanges }: PairingsContext): Promise<Exchange | null> {
    return exchange.includedInId === null ? null : exchanges.byId(exchange.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: 'Exchanges that this one counts: the dated visits among the visits of a year.',
  })
  parts(
    @Root() exchange: Exchange,
    @Args(() => ExchangeListArguments) args: ExchangeListArguments,
    @Ctx() { exchanges }: PairingsContext,
  ): List<Exchange> {
    return exchanges.listOf(partsIn('exchange'), exchange.id, args);
  }
}
