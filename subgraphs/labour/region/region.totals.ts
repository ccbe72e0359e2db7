import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ofRegions } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { LabourContext } from '../context.js';
import { jobOfferAddition, JobOfferTotalWithParts } from '../job-offer/job-offer.totals.js';
import { placementAddition, PlacementTotalWithParts } from '../placement/placement.totals.js';
import { RegionExtension } from './region.extension.js';

@Resolver(() => RegionExtension)
export class RegionTotalsResolver {
  @FieldResolver(() => Total, { nullable: true, description: 'Jobs offered to people of this region, added up.' })
  async jobOffersForTotal(
    @Root() region: RegionExtension,
    @Args(() => JobOfferTotalWithParts) args: JobOfferTotalWithParts,
    @Ctx() context: LabourContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'JobOffer for region',
      args,
      region.id,
      ofRegions('RECIPIENT', args.includeParts),
      jobOfferAddition(args),
    );
  }

  @FieldResolver(() => Total, { nullable: true, description: 'People of this region in stable work, added up.' })
  async placementsFromTotal(
    @Root() region: RegionExtension,
    @Args(() => PlacementTotalWithParts) args: PlacementTotalWithParts,
    @Ctx() context: LabourContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Placement from region',
      args,
      region.id,
      ofRegions('ORIGIN', args.includeParts),
      placementAddition(args),
    );
  }
}
