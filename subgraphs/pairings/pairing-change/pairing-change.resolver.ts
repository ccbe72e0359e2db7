import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import type { PairingsContext } from '../context.js';
import { PairingChangeArguments } from './pairing-change.inputs.js';
import { PairingChangeConnection, type PairingChange } from './pairing-change.js';

@Resolver()
export class PairingChangeResolver {
  @Directive(listSize)
  @Query(() => PairingChangeConnection, {
    nullable: true,
    description:
      'What a round changed: for each recipient, who helps it on one day and on a later one, by the id of the recipient. Recipients that are only counted are left out.',
  })
  pairingChanges(
    @Args(() => PairingChangeArguments) args: PairingChangeArguments,
    @Ctx() context: PairingsContext,
  ): List<PairingChange> {
    return context.pairingChanges.list(args);
  }
}
