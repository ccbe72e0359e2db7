import { Args, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';

import { ofPairings } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { LabourContext } from '../context.js';
import { jobOfferAddition, JobOfferTotalWithParts } from '../job-offer/job-offer.totals.js';
import { placementAddition, PlacementTotalWithParts } from '../placement/placement.totals.js';
import { PairingExtension } from './pairing.extension.js';

@Resolver(() => PairingExtension)
export class PairingTotalsResolver {
  @FieldResolver(() => Total, { nullable: true, description: 'Jobs offered in this pairing, added up.' })
  async jobOfferTotal(
    @Root() pairing: PairingExtension,
    @Args(() => JobOfferTotalWithParts) args: JobOfferTotalWithParts,
    @Ctx() context: LabourContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'JobOffer of pairing',
      args,
      pairing.id,
      ofPairings(args.includeParts),
      jobOfferAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People whom this pairing brought into stable work, added up.',
  })
  async placementTotal(
    @Root() pairing: PairingExtension,
    @Args(() => PlacementTotalWithParts) args: PlacementTotalWithParts,
    @Ctx() context: LabourContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Placement of pairing',
      args,
      pairing.id,
      ofPairings(args.includeParts),
      placementAddition(args),
    );
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'How many people this pairing itself brought into stable work, of all time: the value of `placementTotal` as it stands by default. Null where that is an interval or unknown.',
  })
  async peoplePlaced(@Root() { id }: PairingExtension, @Ctx() context: LabourContext): Promise<number | null> {
    const args = new PlacementTotalWithParts();
    return (await totalFor(context, 'Placement of pairing', args, id, ofPairings(false), placementAddition(args)))
      .value;
  }
}
