import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import type { TrainingContext } from '../context.js';
import { Secondment, SecondmentConnection } from './secondment.entity.js';
import { SecondmentListArguments } from './secondment.inputs.js';

/** The root fields of secondments, and which is a part of which. */
export const SecondmentRecordResolver = recordResolver<Secondment, TrainingContext>({
  type: Secondment,
  connection: SecondmentConnection,
  listArguments: SecondmentListArguments,
  table: 'secondment',
  one: 'secondment',
  many: 'secondments',
  words: ['secondment', 'secondments'],
  repository: ({ secondments }) => secondments,
});

@Resolver(() => Secondment)
export class SecondmentResolver {
  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who sends them; both sides where they go both ways. Empty where the source does not say.',
  })
  async origins(
    @Root() secondment: Secondment,
    @Ctx() { parties }: TrainingContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(secondment.id, 'ORIGIN');
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Where they are posted; both sides where they go both ways. Empty where the source does not say.',
  })
  async destinations(
    @Root() secondment: Secondment,
    @Ctx() { parties }: TrainingContext,
  ): Promise<readonly PartyReference[]> {
    return parties.of(secondment.id, 'DESTINATION');
  }
}
