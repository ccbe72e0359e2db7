import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { ofPairing } from '../../../vocabulary/repository.js';
import type { LabourContext } from '../context.js';
import { PlacementConnection, type Placement } from '../placement/placement.entity.js';
import { PlacementListArguments } from '../placement/placement.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Pairing')
export class PairingExtension {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => PairingExtension)
export class PairingExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: 'People who found work through this pairing; not through those it is made of.',
  })
  placements(
    @Root() pairing: PairingExtension,
    @Args(() => PlacementListArguments) args: PlacementListArguments,
    @Ctx() { placements }: LabourContext,
  ): List<Placement> {
    return placements.listOf(ofPairing, pairing.id, args);
  }
}
