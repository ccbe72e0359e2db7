import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { ofPairing } from '../../../vocabulary/record/repository.js';
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
@ObjectType('Pairing')
export class PairingExtension {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => PairingExtension)
export class PairingExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => JobFairConnection, {
    nullable: true,
    description: 'Job fairs in this pairing; not in those it is made of.',
  })
  jobFairs(
    @Root() pairing: PairingExtension,
    @Args(() => JobFairListArguments) args: JobFairListArguments,
    @Ctx() { jobFairs }: LabourContext,
  ): List<JobFair> {
    return jobFairs.listOf(ofPairing, pairing.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => JobOfferConnection, {
    nullable: true,
    description: 'Jobs offered in this pairing; not in those it is made of.',
  })
  jobOffers(
    @Root() pairing: PairingExtension,
    @Args(() => JobOfferListArguments) args: JobOfferListArguments,
    @Ctx() { jobOffers }: LabourContext,
  ): List<JobOffer> {
    return jobOffers.listOf(ofPairing, pairing.id, args);
  }

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

  @Directive(listSize)
  @FieldResolver(() => StationConnection, {
    nullable: true,
    description: 'Stations that serve the labour cooperation of this pairing.',
  })
  stations(
    @Root() pairing: PairingExtension,
    @Args(() => StationListArguments) args: StationListArguments,
    @Ctx() { stations }: LabourContext,
  ): List<Station> {
    return stations.listOf(ofPairing, pairing.id, args);
  }
}
