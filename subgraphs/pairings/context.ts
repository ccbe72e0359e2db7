import type { RequestScope } from '../../platform/subgraph.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/repository.js';
import type { Document } from './document/document.entity.js';
import { documentFilterFields } from './document/document.inputs.js';
import type { Organisation } from './organisation/organisation.entity.js';
import { organisationFilterFields } from './organisation/organisation.inputs.js';
import { PairingRepository } from './pairing/pairing.repository.js';
import type { Programme } from './programme/programme.entity.js';
import { RegionRepository } from './region/region.repository.js';

/** What the resolvers of pairings find in their context. */
export interface PairingsContext extends VocabularyContext {
  readonly regions: RegionRepository;
  readonly organisations: Repository<Organisation>;
  readonly documents: Repository<Document>;
  readonly programmes: Repository<Programme>;
  readonly pairings: PairingRepository;
}

export function createPairingsContext(scope: RequestScope): PairingsContext {
  return {
    ...createVocabularyContext(scope),
    regions: new RegionRepository(scope),
    organisations: new Repository(scope, 'Organisation', 'organisation', organisationFilterFields),
    documents: new Repository(scope, 'Document', 'document', documentFilterFields),
    programmes: new Repository(scope, 'Programme', 'programme'),
    pairings: new PairingRepository(scope),
  };
}
