import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { plainListSize } from '../../../vocabulary/record/connection.js';
import { readGroups, type Group } from '../../../vocabulary/total/group.js';
import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import type { LabourContext } from '../context.js';
import { Placement, PlacementConnection } from './placement.entity.js';
import { PlacementListArguments } from './placement.inputs.js';
import { PlacementGroup, PlacementGroupArguments, placementGroupAddition } from './placement.totals.js';

/** The root fields of placements, and which is a part of which. */
export const PlacementRecordResolver = recordResolver<Placement, LabourContext>({
  type: Placement,
  connection: PlacementConnection,
  listArguments: PlacementListArguments,
  table: 'placement',
  one: 'placement',
  many: 'placements',
  words: ['placement', 'placements'],
  repository: ({ placements }) => placements,
});

@Resolver(() => Placement)
export class PlacementResolver {
  @Directive(plainListSize)
  @Query(() => [PlacementGroup], {
    nullable: true,
    description:
      'Placements added up by keys. The donor is that of the pairing, the recipient the region they come from, KIND the stage.',
  })
  async placementGroups(
    @Args(() => PlacementGroupArguments) args: PlacementGroupArguments,
    @Ctx() { database }: LabourContext,
  ): Promise<readonly Group[]> {
    const source = { donor: 'PAIRING', recipient: 'ORIGIN', kind: 'stage' } as const;
    return readGroups(database, args, source, placementGroupAddition(args));
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Where they come from; null where the source does not say.',
  })
  async origin(@Root() placement: Placement, @Ctx() { parties }: LabourContext): Promise<PartyReference | null> {
    return parties.onlyOne(placement.id, 'ORIGIN');
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Where they work, or for whom; null where the source does not say.',
  })
  async destination(@Root() placement: Placement, @Ctx() { parties }: LabourContext): Promise<PartyReference | null> {
    return parties.onlyOne(placement.id, 'DESTINATION');
  }
}
