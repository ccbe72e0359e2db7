import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { readGroups, type Group } from '../../../vocabulary/group.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import type { LabourContext } from '../context.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { Placement, PlacementConnection } from './placement.entity.js';
import { PlacementListArguments } from './placement.inputs.js';
import { PlacementGroup, PlacementGroupArguments, placementGroupAddition } from './placement.totals.js';

@Resolver(() => Placement)
export class PlacementResolver {
  @Query(() => Placement, { nullable: true, description: 'The placement with this id; null when there is none.' })
  async placement(
    @Arg('id', () => ID, { description: 'Id of the placement.' }) id: string,
    @Ctx() { placements }: LabourContext,
  ): Promise<Placement | null> {
    return placements.byId(id);
  }

  @Directive(listSize)
  @Query(() => PlacementConnection, { nullable: true, description: 'Placements, by id.' })
  placements(
    @Args(() => PlacementListArguments) args: PlacementListArguments,
    @Ctx() { placements }: LabourContext,
  ): List<Placement> {
    return placements.list(args);
  }

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

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(
    @Root() placement: Placement,
    @Ctx() { recordPairings }: LabourContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(placement.id);
  }

  @FieldResolver(() => Placement, {
    nullable: true,
    description: 'The placement that this one is a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() placement: Placement, @Ctx() { placements }: LabourContext): Promise<Placement | null> {
    return placement.includedInId === null ? null : placements.byId(placement.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'Placements that count a part of these people.',
  })
  parts(
    @Root() placement: Placement,
    @Args(() => PlacementListArguments) args: PlacementListArguments,
    @Ctx() { placements }: LabourContext,
  ): List<Placement> {
    return placements.listOf(partsIn('placement'), placement.id, args);
  }
}
