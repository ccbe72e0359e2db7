import type { RequestScope } from '../../platform/request-scope.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/record/repository.js';
import { DiscrepancyRepository } from './discrepancy/discrepancy.repository.js';
import type { Document } from './document/document.entity.js';
import { documentFilterFields } from './document/document.inputs.js';
import type { Exchange } from './exchange/exchange.entity.js';
import { exchangeFilterFields } from './exchange/exchange.inputs.js';
import type { Organisation } from './organisation/organisation.entity.js';
import { organisationFilterFields } from './organisation/organisation.inputs.js';
import type { Outcome } from './outcome/outcome.entity.js';
import { outcomeFilterFields } from './outcome/outcome.inputs.js';
import { PartyRowRepository, RecordPairingRowRepository, SourceRowRepository } from './owned-rows.js';
import { PairingChangeRepository } from './pairing-change/pairing-change.repository.js';
import { PairingRepository } from './pairing/pairing.repository.js';
import type { Programme } from './programme/programme.entity.js';
import type { Provision } from './provision/provision.entity.js';
import { provisionFilterFields } from './provision/provision.inputs.js';
import { RegionRepository } from './region/region.repository.js';
import { SearchRepository } from './search/search.repository.js';

/** What the resolvers of pairings find in their context. */
export interface PairingsContext extends VocabularyContext {
  readonly parties: PartyRowRepository;
  readonly regions: RegionRepository;
  readonly searchForms: SearchRepository;
  readonly organisations: Repository<Organisation>;
  readonly documents: Repository<Document>;
  readonly programmes: Repository<Programme>;
  readonly pairings: PairingRepository;
  readonly pairingChanges: PairingChangeRepository;
  readonly provisions: Repository<Provision>;
  readonly exchanges: Repository<Exchange>;
  readonly outcomes: Repository<Outcome>;
  readonly discrepancies: DiscrepancyRepository;
}

export function createPairingsContext(scope: RequestScope): PairingsContext {
  const shared = createVocabularyContext(scope);
  const regions = new RegionRepository(scope, shared.partyRefs);
  const organisations = new Repository<Organisation>(scope, 'Organisation', 'organisation', organisationFilterFields);
  const documents = new Repository<Document>(scope, 'Document', 'document', documentFilterFields);
  const parties = new PartyRowRepository(scope, { Region: regions, Organisation: organisations });
  const pairings = new PairingRepository(scope);
  return {
    ...shared,
    sources: new SourceRowRepository(scope, documents),
    parties,
    regions,
    searchForms: new SearchRepository(scope),
    organisations,
    documents,
    programmes: new Repository(scope, 'Programme', 'programme'),
    pairings,
    pairingChanges: new PairingChangeRepository(pairings, parties),
    recordPairings: new RecordPairingRowRepository(scope, pairings),
    provisions: new Repository(scope, 'Provision', 'provision', provisionFilterFields),
    exchanges: new Repository(scope, 'Exchange', 'exchange', exchangeFilterFields),
    outcomes: new Repository(scope, 'Outcome', 'outcome', outcomeFilterFields),
    discrepancies: new DiscrepancyRepository(scope),
  };
}
