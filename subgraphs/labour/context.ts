import type { RequestScope } from '../../platform/request-scope.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/record/repository.js';
import type { JobFair } from './job-fair/job-fair.entity.js';
import { jobFairFilterFields } from './job-fair/job-fair.inputs.js';
import type { JobOffer } from './job-offer/job-offer.entity.js';
import { jobOfferFilterFields } from './job-offer/job-offer.inputs.js';
import type { Placement } from './placement/placement.entity.js';
import { placementFilterFields } from './placement/placement.inputs.js';
import { StationRepository } from './station/station.repository.js';

/** What the resolvers of labour find in their context. */
export interface LabourContext extends VocabularyContext {
  readonly jobFairs: Repository<JobFair>;
  readonly jobOffers: Repository<JobOffer>;
  readonly placements: Repository<Placement>;
  readonly stations: StationRepository;
}

export function createLabourContext(scope: RequestScope): LabourContext {
  return {
    ...createVocabularyContext(scope),
    jobFairs: new Repository(scope, 'JobFair', 'jobFair', jobFairFilterFields),
    jobOffers: new Repository(scope, 'JobOffer', 'jobOffer', jobOfferFilterFields),
    placements: new Repository(scope, 'Placement', 'placement', placementFilterFields),
    stations: new StationRepository(scope),
  };
}
