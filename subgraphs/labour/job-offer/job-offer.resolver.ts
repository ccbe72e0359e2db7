import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import type { LabourContext } from '../context.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { JobOffer, JobOfferConnection } from './job-offer.entity.js';
import { JobOfferListArguments } from './job-offer.inputs.js';

@Resolver(() => JobOffer)
export class JobOfferResolver {
  @Query(() => JobOffer, { nullable: true, description: 'The job offer with this id; null when there is none.' })
  async jobOffer(
    @Arg('id', () => ID, { description: 'Id of the job offer.' }) id: string,
    @Ctx() { jobOffers }: LabourContext,
  ): Promise<JobOffer | null> {
    return jobOffers.byId(id);
  }

  @Directive(listSize)
  @Query(() => JobOfferConnection, { nullable: true, description: 'Job offers, by id.' })
  jobOffers(
    @Args(() => JobOfferListArguments) args: JobOfferListArguments,
    @Ctx() { jobOffers }: LabourContext,
  ): List<JobOffer> {
    return jobOffers.list(args);
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who offers them, or brings them; empty where the source does not say.',
  })
  async providers(@Root() jobOffer: JobOffer, @Ctx() { parties }: LabourContext): Promise<readonly PartyReference[]> {
    return parties.of(jobOffer.id, 'PROVIDER');
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Whose people they are offered to; null where the source does not say.',
  })
  async recipient(@Root() jobOffer: JobOffer, @Ctx() { parties }: LabourContext): Promise<PartyReference | null> {
    return parties.onlyOne(jobOffer.id, 'RECIPIENT');
  }

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(
    @Root() jobOffer: JobOffer,
    @Ctx() { recordPairings }: LabourContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(jobOffer.id);
  }

  @FieldResolver(() => JobOffer, {
    nullable: true,
    description: 'The offer that this one is a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() jobOffer: JobOffer, @Ctx() { jobOffers }: LabourContext): Promise<JobOffer | null> {
    return jobOffer.includedInId === null ? null : jobOffers.byId(jobOffer.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => JobOfferConnection, { nullable: true, description: 'Offers that count a part of these jobs.' })
  parts(
    @Root() jobOffer: JobOffer,
    @Args(() => JobOfferListArguments) args: JobOfferListArguments,
    @Ctx() { jobOffers }: LabourContext,
  ): List<JobOffer> {
    return jobOffers.listOf(partsIn('jobOffer'), jobOffer.id, args);
  }
}
