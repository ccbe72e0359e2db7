import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { OrganisationFields } from '../../../vocabulary/party/party-ref.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import type { LabourContext } from '../context.js';
import { JobFairConnection, type JobFair } from '../job-fair/job-fair.entity.js';
import { JobFairListArguments } from '../job-fair/job-fair.inputs.js';
import { JobOfferConnection, type JobOffer } from '../job-offer/job-offer.entity.js';
import { JobOfferListArguments } from '../job-offer/job-offer.inputs.js';
import { PlacementConnection, type Placement } from '../placement/placement.entity.js';
import { PlacementListArguments } from '../placement/placement.inputs.js';
import { Station } from '../station/station.entity.js';

@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationExtension extends OrganisationFields {}

@Resolver(() => OrganisationExtension)
export class OrganisationExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => JobFairConnection, {
    nullable: true,
    description: 'Job fairs that this body holds, alone or with others.',
  })
  jobFairsHeld(
    @Root() organisation: OrganisationExtension,
    @Args(() => JobFairListArguments) args: JobFairListArguments,
    @Ctx() { jobFairs }: LabourContext,
  ): List<JobFair> {
    return jobFairs.listOf(ofParty('PROVIDER', 'organisation'), organisation.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => JobOfferConnection, { nullable: true, description: 'Jobs that this body offers.' })
  jobOffersBy(
    @Root() organisation: OrganisationExtension,
    @Args(() => JobOfferListArguments) args: JobOfferListArguments,
    @Ctx() { jobOffers }: LabourContext,
  ): List<JobOffer> {
    return jobOffers.listOf(ofParty('PROVIDER', 'organisation'), organisation.id, args);
  }

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

  @FieldResolver(() => Station, {
    nullable: true,
    description:
      'The labour station that this body is; null where it is none. The first by id where several records tell of it.',
  })
  async stationRole(
    @Root() organisation: OrganisationExtension,
    @Ctx() { stations }: LabourContext,
  ): Promise<Station | null> {
    return stations.ofOrganisation(organisation.id);
  }
}
