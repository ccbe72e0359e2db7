import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { OrganisationFields } from '../../../vocabulary/party-ref.js';
import { ofParty } from '../../../vocabulary/repository.js';
import type { LabourContext } from '../context.js';
import { PlacementConnection, type Placement } from '../placement/placement.entity.js';
import { PlacementListArguments } from '../placement/placement.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationExtension extends OrganisationFields {}

@Resolver(() => OrganisationExtension)
export class OrganisationExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'People who found work with this employer.',
  })
  placementsTo(
    @Root() organisation: OrganisationExtension,
    @Args(() => PlacementListArguments) args: PlacementListArguments,
    @Ctx() { placements }: LabourContext,
  ): List<Placement> {
    return placements.listOf(ofParty('DESTINATION', 'organisation'), organisation.id, args);
  }
}
