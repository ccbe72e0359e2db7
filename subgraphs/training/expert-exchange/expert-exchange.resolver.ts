import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { Term } from '../../../vocabulary/record/term.js';
import type { TrainingContext } from '../context.js';
import { ExpertExchange, ExpertExchangeConnection } from './expert-exchange.entity.js';
import { ExpertExchangeListArguments } from './expert-exchange.inputs.js';

/** The root fields of exchanges of experts, and which is a part of which. */
export const ExpertExchangeRecordResolver = recordResolver<ExpertExchange, TrainingContext>({
  type: ExpertExchange,
  connection: ExpertExchangeConnection,
  listArguments: ExpertExchangeListArguments,
  table: 'expertExchange',
  one: 'expertExchange',
  many: 'expertExchanges',
  words: ['exchange of experts', 'exchanges of experts'],
  repository: ({ expertExchanges }) => expertExchanges,
});

@Resolver(() => ExpertExchange)
export class ExpertExchangeResolver {
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
}
