import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { checkDay } from '../../../platform/scalars.js';
import { connectionOf, listSize, type List } from '../../../vocabulary/connection.js';
import type { PairingsContext } from '../context.js';
import { PairingConnection } from '../pairing/pairing.entity.js';
import { PairingListArguments } from '../pairing/pairing.inputs.js';
import type { Pairing } from '../pairing/pairing.entity.js';
import { RegionVersion, versionOn } from './region-version.entity.js';
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

  @FieldResolver(() => String, {
    description:
      'Chinese name on a day (当时名称): 毕节地区 in 2005; today’s where no version says otherwise. Where only the year of a change is known, the change counts from its first day.',
  })
  async nameOn(
    @Root() region: Region,
    @Arg('date', () => Date, { description: 'The day.' }) date: string,
    @Ctx() context: PairingsContext,
  ): Promise<string> {
    const day = checkDay('date', date);
    return versionOn(await context.regions.versions(region.id), day)?.name ?? region.name;
  }

  @FieldResolver(() => [RegionVersion], {
    description:
      'The names and codes it is known to have had, the earliest first, today’s the last; empty where no other than today’s are known.',
  })
  async versions(@Root() region: Region, @Ctx() context: PairingsContext): Promise<readonly RegionVersion[]> {
    return context.regions.versions(region.id);
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
