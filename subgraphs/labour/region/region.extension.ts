import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { RegionFields } from '../../../vocabulary/party-ref.js';
import { ofParty } from '../../../vocabulary/repository.js';
import type { LabourContext } from '../context.js';
import { PlacementConnection, type Placement } from '../placement/placement.entity.js';
import { PlacementListArguments } from '../placement/placement.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Region')
export class RegionExtension extends RegionFields {}

@Resolver(() => RegionExtension)
export class RegionExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'People from this region itself who found work; not those of the regions below it.',
  })
  placementsFrom(
    @Root() region: RegionExtension,
    @Args(() => PlacementListArguments) args: PlacementListArguments,
    @Ctx() { placements }: LabourContext,
  ): List<Placement> {
    return placements.listOf(ofParty('ORIGIN', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'People who found work in this region itself; not in those below it.',
  })
  placementsTo(
    @Root() region: RegionExtension,
    @Args(() => PlacementListArguments) args: PlacementListArguments,
    @Ctx() { placements }: LabourContext,
  ): List<Placement> {
    return placements.listOf(ofParty('DESTINATION', 'region'), region.id, args);
  }
}
