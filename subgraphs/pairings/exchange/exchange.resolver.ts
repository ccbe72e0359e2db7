import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { Term } from '../../../vocabulary/record/term.js';
import type { PairingsContext } from '../context.js';
import { Region } from '../region/region.entity.js';
import { Exchange, ExchangeConnection } from './exchange.entity.js';
import { ExchangeListArguments } from './exchange.inputs.js';

/** The root fields of exchanges, and which is a part of which. */
export const ExchangeRecordResolver = recordResolver<Exchange, PairingsContext>({
  type: Exchange,
  connection: ExchangeConnection,
  listArguments: ExchangeListArguments,
  table: 'exchange',
  one: 'exchange',
  many: 'exchanges',
  words: ['exchange', 'exchanges'],
  repository: ({ exchanges }) => exchanges,
});

@Resolver(() => Exchange)
export class ExchangeResolver {
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
}
