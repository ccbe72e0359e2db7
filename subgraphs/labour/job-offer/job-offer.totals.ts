import { countAddition, countTotalArguments, type CountTotalArguments } from '../../../vocabulary/total/count-total.js';
import { withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { jobOfferFilterFields, JobOffersFilter } from './job-offer.inputs.js';

export const JobOfferTotalArguments = countTotalArguments(() => JobOffersFilter);
export type JobOfferTotalArguments = CountTotalArguments;

export const JobOfferTotalWithParts = withParts(JobOfferTotalArguments);
export type JobOfferTotalWithParts = InstanceType<typeof JobOfferTotalWithParts>;

/** What a total of jobs offered adds. Throws BAD_USER_INPUT. */
export function jobOfferAddition(args: JobOfferTotalArguments): Addition {
  return countAddition('jobOffer', jobOfferFilterFields, 'JOB', args);
}
