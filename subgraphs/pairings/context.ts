import type { RequestScope } from '../../platform/request-scope.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { DiscrepancyRepository } from './discrepancy/discrepancy.repository.js';
import { documentType } from './document/document.type.js';
import { organisationType } from './organisation/organisation.type.js';
import { PartyRowRepository, RecordPairingRowRepository, DocumentRowRepository } from './owned-rows.js';
import { PairingChangeRepository } from './pairing-change/pairing-change.repository.js';
import { PairingRepository } from './pairing/pairing.repository.js';
import { programmeType } from './programme/programme.type.js';
import { RegionRepository } from './region/region.repository.js';

/** What the resolvers of pairings find in their context. */
export interface PairingsContext extends VocabularyContext {
  readonly parties: PartyRowRepository;
  readonly regions: RegionRepository;
  readonly pairings: PairingRepository;
  readonly pairingChanges: PairingChangeRepository;
  readonly discrepancies: DiscrepancyRepository;
}

export function createPairingsContext(scope: RequestScope): PairingsContext {
  const shared = createVocabularyContext(scope);
  const regions = new RegionRepository(scope, shared.partyRefs);
  const parties = new PartyRowRepository(scope, { Region: regions, Organisation: shared.rows.of(organisationType) });
  const pairings = new PairingRepository(scope);
  const owned = { Pairing: pairings, Programme: shared.rows.of(programmeType), Region: regions };
  return {
    ...shared,
    documents: new DocumentRowRepository(shared.rows.of(documentType), parties),
    parties,
    regions,
    pairings,
    pairingChanges: new PairingChangeRepository(pairings, parties),
    recordPairings: new RecordPairingRowRepository(scope, pairings),
    referTo: (type, id) => owned[type].byId(id),
    discrepancies: new DiscrepancyRepository(scope),
  };
}
