import { Args, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { ofProgrammes } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { LabourContext } from '../context.js';
import { jobOfferAddition, JobOfferTotalArguments } from '../job-offer/job-offer.totals.js';
import { placementAddition, PlacementTotalArguments } from '../placement/placement.totals.js';

@Directive('@key(fields: "id")')
@ObjectType('Programme')
export class ProgrammeExtension {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => ProgrammeExtension)
export class ProgrammeExtensionResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Jobs offered in all pairings of the programme, each record once.',
  })
  async jobOfferTotal(
    @Root() programme: ProgrammeExtension,
    @Args(() => JobOfferTotalArguments) args: JobOfferTotalArguments,
    @Ctx() context: LabourContext,
  ): Promise<Total> {
    return totalFor(context, 'JobOffer of programme', args, programme.id, ofProgrammes, jobOfferAddition(args));
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'People whom the pairings of the programme brought into stable work, each record once.',
  })
  async placementTotal(
    @Root() programme: ProgrammeExtension,
    @Args(() => PlacementTotalArguments) args: PlacementTotalArguments,
    @Ctx() context: LabourContext,
  ): Promise<Total> {
    return totalFor(context, 'Placement of programme', args, programme.id, ofProgrammes, placementAddition(args));
  }
}
