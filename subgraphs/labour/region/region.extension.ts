import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { RegionFields } from '../../../vocabulary/party/party-ref.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import type { LabourContext } from '../context.js';
import { JobFairConnection, type JobFair } from '../job-fair/job-fair.entity.js';
import { JobFairListArguments } from '../job-fair/job-fair.inputs.js';
import { JobOfferConnection, type JobOffer } from '../job-offer/job-offer.entity.js';
import { JobOfferListArguments } from '../job-offer/job-offer.inputs.js';
import { PlacementConnection, type Placement } from '../placement/placement.entity.js';
import { PlacementListArguments } from '../placement/placement.inputs.js';
import { StationConnection, type Station } from '../station/station.entity.js';
import { StationListArguments } from '../station/station.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Region')
export class RegionExtension extends RegionFields {}

@Resolver(() => RegionExtension)
export class RegionExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => JobFairConnection, {
    nullable: true,
    description: 'Job fairs that this region itself holds, alone or with others.',
  })
  jobFairsHeld(
    @Root() region: RegionExtension,
    @Args(() => JobFairListArguments) args: JobFairListArguments,
    @Ctx() { jobFairs }: LabourContext,
  ): List<JobFair> {
    return jobFairs.listOf(ofParty('PROVIDER', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => JobFairConnection, {
    nullable: true,
    description: 'Job fairs for the people of this region itself, wherever they are held.',
  })
  jobFairsFor(
    @Root() region: RegionExtension,
    @Args(() => JobFairListArguments) args: JobFairListArguments,
    @Ctx() { jobFairs }: LabourContext,
  ): List<JobFair> {
    return jobFairs.listOf(ofParty('RECIPIENT', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => JobOfferConnection, {
    nullable: true,
    description: 'Jobs that this region itself offers to people of others.',
  })
  jobOffersBy(
    @Root() region: RegionExtension,
    @Args(() => JobOfferListArguments) args: JobOfferListArguments,
    @Ctx() { jobOffers }: LabourContext,
  ): List<JobOffer> {
    return jobOffers.listOf(ofParty('PROVIDER', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => JobOfferConnection, {
    nullable: true,
    description: 'Jobs offered to the people of this region itself; not to those of the regions below it.',
  })
  jobOffersFor(
    @Root() region: RegionExtension,
    @Args(() => JobOfferListArguments) args: JobOfferListArguments,
    @Ctx() { jobOffers }: LabourContext,
  ): List<JobOffer> {
    return jobOffers.listOf(ofParty('RECIPIENT', 'region'), region.id, args);
  }

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

  @Directive(listSize)
  @FieldResolver(() => StationConnection, {
    nullable: true,
    description: 'Labour stations that stand in this region itself or serve it.',
  })
  stations(
    @Root() region: RegionExtension,
    @Args(() => StationListArguments) args: StationListArguments,
    @Ctx() { stations }: LabourContext,
  ): List<Station> {
    return stations.listOf(ofParty('RECIPIENT', 'region'), region.id, args);
  }
}
