import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { partsIn } from '../../../vocabulary/repository.js';
import type { PairingsContext } from '../context.js';
import { Pairing } from '../pairing/pairing.entity.js';
import { Region } from '../region/region.entity.js';
import { Outcome, OutcomeConnection } from './outcome.entity.js';
import { OutcomeListArguments } from './outcome.inputs.js';

@Resolver(() => Outcome)
export class OutcomeResolver {
  @Query(() => Outcome, { nullable: true, description: 'The outcome with this id; null when there is none.' })
  async outcome(
    @Arg('id', () => ID, { description: 'Id of the outcome.' }) id: string,
    @Ctx() { outcomes }: PairingsContext,
  ): Promise<Outcome | null> {
    return outcomes.byId(id);
  }

  @Directive(listSize)
  @Query(() => OutcomeConnection, { nullable: true, description: 'Outcomes, by id.' })
  outcomes(
    @Args(() => OutcomeListArguments) args: OutcomeListArguments,
    @Ctx() { outcomes }: PairingsContext,
  ): List<Outcome> {
    return outcomes.list(args);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region it is about; null where it is about the work of a pairing.',
  })
  async region(@Root() outcome: Outcome, @Ctx() { regions }: PairingsContext): Promise<Region | null> {
    return outcome.regionId === null ? null : regions.byId(outcome.regionId);
  }

  @FieldResolver(() => [Pairing], {
    description: 'The pairings that the source ascribes it to; empty where it ascribes it to none.',
  })
  async pairings(@Root() outcome: Outcome, @Ctx() { pairings }: PairingsContext): Promise<readonly Pairing[]> {
    return pairings.ofRecord(outcome.id);
  }

  @FieldResolver(() => Outcome, {
    nullable: true,
    description: 'The outcome that this one is a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() outcome: Outcome, @Ctx() { outcomes }: PairingsContext): Promise<Outcome | null> {
    return outcome.includedInId === null ? null : outcomes.byId(outcome.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => OutcomeConnection, { nullable: true, description: 'Outcomes that are a part of this one.' })
  parts(
    @Root() outcome: Outcome,
    @Args(() => OutcomeListArguments) args: OutcomeListArguments,
    @Ctx() { outcomes }: PairingsContext,
  ): List<Outcome> {
    return outcomes.listOf(partsIn('outcome'), outcome.id, args);
  }
}
