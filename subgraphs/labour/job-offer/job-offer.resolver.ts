import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import type { LabourContext } from '../context.js';
import { JobOffer, JobOfferConnection } from './job-offer.entity.js';
import { JobOfferListArguments } from './job-offer.inputs.js';

/** The root fields of records of jobs offered, and which is a part of which. */
export const JobOfferRecordResolver = recordResolver<JobOffer, LabourContext>({
  type: JobOffer,
  connection: JobOfferConnection,
  listArguments: JobOfferListArguments,
  table: 'jobOffer',
  one: 'jobOffer',
  many: 'jobOffers',
  words: ['record of jobs offered', 'records of jobs offered'],
  repository: ({ jobOffers }) => jobOffers,
});

@Resolver(() => JobOffer)
export class JobOfferResolver {
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
}
