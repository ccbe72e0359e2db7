import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { connectionOf, listSize, type List } from '../../../vocabulary/connection.js';
import type { PairingsContext } from '../context.js';
import { PairingConnection } from '../pairing/pairing.entity.js';
import { PairingListArguments } from '../pairing/pairing.inputs.js';
import type { Pairing } from '../pairing/pairing.entity.js';
import { Region } from './region.entity.js';
import { RegionListArguments } from './region.inputs.js';

const RegionConnection = connectionOf('Region', () => Region);

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, { nullable: true, description: 'The region with this id; null when there is none.' })
  async region(
    @Arg('id', () => ID, { description: 'Id of the region.' }) id: string,
    @Ctx() context: PairingsContext,
  ): Promise<Region | null> {
    return context.regions.byId(id);
  }

  @Directive(listSize)
  @Query(() => RegionConnection, { nullable: true, description: 'Regions, by id.' })
  regions(@Args(() => RegionListArguments) args: RegionListArguments, @Ctx() context: PairingsContext): List<Region> {
    return context.regions.list(args);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region directly above (上级); null for a province and for a group.',
  })
  async parent(@Root() region: Region, @Ctx() context: PairingsContext): Promise<Region | null> {
    return region.parentId === null ? null : context.regions.byId(region.parentId);
  }

  @Directive(listSize)
  @FieldResolver(() => RegionConnection, { nullable: true, description: 'The regions directly below (下级).' })
  children(
    @Root() region: Region,
    @Args(() => RegionListArguments) args: RegionListArguments,
    @Ctx() context: PairingsContext,
  ): List<Region> {
    return context.regions.children(region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => PairingConnection, {
    nullable: true,
    description: 'Pairings in which this region itself helps.',
  })
  pairingsAsDonor(
    @Root() region: Region,
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.ofParty('DONOR', 'region', region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => PairingConnection, {
    nullable: true,
    description: 'Pairings in which this region itself is helped.',
  })
  pairingsAsRecipient(
    @Root() region: Region,
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.ofParty('RECIPIENT', 'region', region.id, args);
  }
}
