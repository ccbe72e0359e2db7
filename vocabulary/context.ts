import type { RequestScope } from '../platform/request-scope.js';
import { RecordPairingRepository } from './pairing/pairing-ref.js';
import { PartyRepository } from './party/party.js';
import { PartyRefRepository } from './party/party-ref.js';
import { SourceRepository } from './figure/source-ref.js';
import { TermRepository } from './record/term.js';

/** What the shared resolvers find in the context of every subgraph. */
export interface VocabularyContext extends RequestScope {
  readonly sources: SourceRepository;
  readonly terms: TermRepository;
  readonly parties: PartyRepository;
  readonly partyRefs: PartyRefRepository;
  readonly recordPairings: RecordPairingRepository;
}

/** The shared part of a subgraph's context. */
export function createVocabularyContext(scope: RequestScope): VocabularyContext {
  return {
    ...scope,
    sources: new SourceRepository(scope),
    terms: new TermRepository(scope),
    parties: new PartyRepository(scope),
    partyRefs: new PartyRefRepository(scope),
    recordPairings: new RecordPairingRepository(scope),
  };
}
