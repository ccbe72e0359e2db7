import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import type { TrainingContext } from '../context.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { Secondment, SecondmentConnection } from './secondment.entity.js';
import { SecondmentListArguments } from './secondment.inputs.js';

@Resolver(() => Secondment)
export class SecondmentResolver {
  @Query(() => Secondment, { nullable: true, description: 'The secondment with this id; null when there is none.' })
  async secondment(
    @Arg('id', () => ID, { description: 'Id of the secondment.' }) id: string,
    @Ctx() { secondments }: TrainingContext,
  ): Promise<Secondment | null> {
    return secondments.byId(id);
  }

  @Directive(listSize)
  @Query(() => SecondmentConnection, { nullable: true, description: 'Secondments, by id.' })
  secondments(
    @Args(() => SecondmentListArguments) args: SecondmentListArguments,
    @Ctx() { secondments }: TrainingContext,
  ): List<Secondment> {
    return secondments.list(args);
  }

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

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(
    @Root() secondment: Secondment,
    @Ctx() { recordPairings }: TrainingContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(secondment.id);
  }

  @FieldResolver(() => Secondment, {
    nullable: true,
    description:
      'The record that this one counts a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(
    @Root() secondment: Secondment,
    @Ctx() { secondments }: TrainingContext,
  ): Promise<Secondment | null> {
    return secondment.includedInId === null ? null : secondments.byId(secondment.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => SecondmentConnection, {
    nullable: true,
    description: 'Records that count a part of these people.',
  })
  parts(
    @Root() secondment: Secondment,
    @Args(() => SecondmentListArguments) args: SecondmentListArguments,
    @Ctx() { secondments }: TrainingContext,
  ): List<Secondment> {
    return secondments.listOf(partsIn('secondment'), secondment.id, args);
  }
}
