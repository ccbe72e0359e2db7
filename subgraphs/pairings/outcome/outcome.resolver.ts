import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import type { PairingsContext } from '../context.js';
import { Region } from '../region/region.entity.js';
import { Outcome, OutcomeConnection } from './outcome.entity.js';
import { OutcomeListArguments } from './outcome.inputs.js';

/** The root fields of outcomes, and which is a part of which. */
export const OutcomeRecordResolver = recordResolver<Outcome, PairingsContext>({
  type: Outcome,
  connection: OutcomeConnection,
  listArguments: OutcomeListArguments,
  table: 'outcome',
  one: 'outcome',
  many: 'outcomes',
  words: ['outcome', 'outcomes'],
  repository: ({ outcomes }) => outcomes,
});

@Resolver(() => Outcome)
export class OutcomeResolver {
  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region it is about; null where it is about the work of a pairing.',
  })
  async region(@Root() outcome: Outcome, @Ctx() { regions }: PairingsContext): Promise<Region | null> {
    return outcome.regionId === null ? null : regions.byId(outcome.regionId);
  }
}
