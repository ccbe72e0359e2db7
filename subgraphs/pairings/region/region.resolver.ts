import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { checkDay } from '../../../platform/scalars.js';
import { fieldsOf, list, one, toOwnerIn, toRegionAs, total } from '../../../vocabulary/fields.js';
import { listSize, type List } from '../../../vocabulary/record/connection.js';
import type { ListArguments } from '../../../vocabulary/record/repository.js';
import type { PairingsContext } from '../context.js';
import { exchange } from '../exchange/exchange.record.js';
import { outcome } from '../outcome/outcome.record.js';
import { pairingList } from '../pairing/pairing-list.js';
import { provision } from '../provision/provision.record.js';
import { lookUpRegion, RegionLookUpArguments } from './region-look-up.js';
import { RegionVersion, versionOn } from './region-version.entity.js';
import { Region } from './region.entity.js';
import { regionType } from './region.type.js';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, {
    nullable: true,
    description:
      'The region with this id, code or name, of today or of before; null when there is none. Just one of the three is asked for. What several regions have is refused with all of them as `extensions.candidates`.',
  })
  async region(
    @Args(() => RegionLookUpArguments) args: RegionLookUpArguments,
    @Ctx() context: PairingsContext,
  ): Promise<Region | null> {
    return lookUpRegion(context.regions, args);
  }

  @Directive(listSize)
  @Query(() => regionType.connection, { nullable: true, description: 'Regions, by id.' })
  regions(@Args(() => regionType.listArguments) args: ListArguments, @Ctx() context: PairingsContext): List<Region> {
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

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'GB/T 2260 code on a day (当时代码): 522228 of 沿河 in 2005; null where it had none, or where no source tells which; today’s where no other is known.',
  })
  async codeOn(
    @Root() region: Region,
    @Arg('date', () => Date, { description: 'The day.' }) date: string,
    @Ctx() context: PairingsContext,
  ): Promise<string | null> {
    const day = checkDay('date', date);
    const versions = await context.regions.versions(region.id);
    return versions.length === 0 ? region.code : (versionOn(versions, day)?.code ?? null);
  }

  @FieldResolver(() => [String], {
    description:
      'Other names in use, in Chinese or English (别名、简称): 黔 and 恩施州; not former ones. Empty where none is known.',
  })
  async aliases(@Root() region: Region, @Ctx() context: PairingsContext): Promise<readonly string[]> {
    return context.regions.aliases(region.id);
  }

  @FieldResolver(() => [RegionVersion], {
    description:
      'The names and codes it is known to have had, the earliest first, today’s the last; empty where no other than today’s are known.',
  })
  async versions(@Root() region: Region, @Ctx() context: PairingsContext): Promise<readonly RegionVersion[]> {
    return context.regions.versions(region.id);
  }

  @FieldResolver(() => [RegionVersion], {
    description:
      'Names and codes of regions that ended and went into it, whole or in part (撤并), the earliest first; those of before December 2002 are not known.',
  })
  async predecessors(@Root() region: Region, @Ctx() context: PairingsContext): Promise<readonly RegionVersion[]> {
    return context.regions.predecessors(region.id);
  }

  @FieldResolver(() => RegionVersion, {
    nullable: true,
    description:
      'The former name and code by which `region(code)` or `region(name)` found it; null where it was found by today’s, or not so.',
  })
  foundAs(@Root() region: Region): RegionVersion | null {
    return region.foundAs ?? null;
  }

  @FieldResolver(() => [Region], {
    description: 'The regions above it (各级上级), the highest first; empty for a province.',
  })
  async ancestors(@Root() region: Region, @Ctx() context: PairingsContext): Promise<readonly Region[]> {
    return (await context.regions.path(region.id)).filter(({ id }) => id !== region.id);
  }
}

const asOrigin = toRegionAs('ORIGIN');
const asDestination = toRegionAs('DESTINATION');

export const regionFields = fieldsOf(Region, {
  children: list(regionType, toOwnerIn('region', 'parentId'), 'The regions directly below (下级).'),
  siblings: list(
    regionType,
    { link: 'regionSibling', parent: 'region', child: 'sibling' },
    'The other regions with the same region above (同级); of a province, the other provinces.',
  ),
  parent: one(regionType, 'parentId', 'The region directly above (上级); null for a province and for a group.'),
  pairingsAsDonor: pairingList(toRegionAs('DONOR'), 'Pairings in which this region itself helps.'),
  pairingsAsRecipient: pairingList(toRegionAs('RECIPIENT'), 'Pairings in which this region itself is helped.'),
  outcomes: list(
    outcome,
    toOwnerIn('outcome', 'regionId'),
    'Indicators of this region itself; not of the regions below it, which `outcomes(filter: {region: {within}})` has.',
  ),
  provisions: list(
    provision,
    toRegionAs('PLACE'),
    'Provisions about this region itself: its titles, its profile, the rules that hold for it.',
  ),
  provisionsIssued: list(provision, toRegionAs('ISSUER'), 'Provisions that this region itself sets, signs or follows.'),
  exchangesFrom: list(exchange, asOrigin, 'Visits and delegations that came from this region itself.'),
  exchangesFromTotal: total(
    exchange,
    asOrigin,
    'Visits, or person-times of delegations, that set out from this region, added up; those that go both ways are among them.',
  ),
  exchangesTo: list(exchange, asDestination, 'Visits and delegations that went to this region itself.'),
  exchangesToTotal: total(
    exchange,
    asDestination,
    'Visits, or person-times of delegations, to this region, added up; those that go both ways are among them.',
  ),
});
