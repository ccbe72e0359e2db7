import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import { Term } from '../../../vocabulary/term.js';
import type { TrainingContext } from '../context.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { ExpertExchange, ExpertExchangeConnection } from './expert-exchange.entity.js';
import { ExpertExchangeListArguments } from './expert-exchange.inputs.js';

@Resolver(() => ExpertExchange)
export class ExpertExchangeResolver {
  @Query(() => ExpertExchange, {
    nullable: true,
    description: 'The expert exchange with this id; null when there is none.',
  })
  async expertExchange(
    @Arg('id', () => ID, { description: 'Id of the expert exchange.' }) id: string,
    @Ctx() { expertExchanges }: TrainingContext,
  ): Promise<ExpertExchange | null> {
    return expertExchanges.byId(id);
  }

  @Directive(listSize)
  @Query(() => ExpertExchangeConnection, { nullable: true, description: 'Expert exchanges, by id.' })
  expertExchanges(
    @Args(() => ExpertExchangeListArguments) args: ExpertExchangeListArguments,
    @Ctx() { expertExchanges }: TrainingContext,
  ): List<ExpertExchange> {
    return expertExchanges.list(args);
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who sends them; both sides where they go both ways. Empty where the source does not say.',
  })
  async origins(
    @Root() expertExchange: ExpertExchange,
    @Ctx() { parties }: TrainingContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(expertExchange.id, 'ORIGIN');
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who receives them; both sides where they go both ways. Empty where the source does not say.',
  })
  async destinations(
    @Root() expertExchange: ExpertExchange,
    @Ctx() { parties }: TrainingContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(expertExchange.id, 'DESTINATION');
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'The school, hospital or base where they work; null where the source names none.',
  })
  async site(
    @Root() expertExchange: ExpertExchange,
    @Ctx() { parties }: TrainingContext,
  ): Promise<PartyReference | null> {
    return parties.onlyOne(expertExchange.id, 'HOST');
  }

  @FieldResolver(() => [Term], {
    description: 'Which people go, as the source names them; empty where it names none, as for technologies.',
  })
  async people(@Root() expertExchange: ExpertExchange, @Ctx() { terms }: TrainingContext): Promise<readonly Term[]> {
    return terms.of(expertExchange.id);
  }

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(
    @Root() expertExchange: ExpertExchange,
    @Ctx() { recordPairings }: TrainingContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(expertExchange.id);
  }

  @FieldResolver(() => ExpertExchange, {
    nullable: true,
    description:
      'The record that this one counts a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(
    @Root() expertExchange: ExpertExchange,
    @Ctx() { expertExchanges }: TrainingContext,
  ): Promise<ExpertExchange | null> {
    return expertExchange.includedInId === null ? null : expertExchanges.byId(expertExchange.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => ExpertExchangeConnection, {
    nullable: true,
    description: 'Records that count a part of this exchange.',
  })
  parts(
    @Root() expertExchange: ExpertExchange,
    @Args(() => ExpertExchangeListArguments) args: ExpertExchangeListArguments,
    @Ctx() { expertExchanges }: TrainingContext,
  ): List<ExpertExchange> {
    return expertExchanges.listOf(partsIn('expertExchange'), expertExchange.id, args);
  }
}
