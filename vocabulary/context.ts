import type { RequestScope } from '../platform/request-scope.js';
import { DocumentRefRepository, type DocumentReader } from './document/document.repository.js';
import { SourceRepository } from './figure/source-ref.js';
import { RecordPairingRepository } from './pairing/pairing-ref.js';
import { PartyRefRepository } from './party/party-ref.repository.js';
import { PartyRepository } from './party/party.js';
import { Repositories } from './record/repository.js';
import { TermRepository } from './record/term.js';

/** What resolvers find in the context of every subgraph. */
export interface VocabularyContext extends RequestScope {
  /** The rows of the subgraph's own types. */
  readonly rows: Repositories;
  readonly sources: SourceRepository;
  readonly documents: DocumentReader;
  readonly terms: TermRepository;
  readonly parties: PartyRepository;
  readonly partyRefs: PartyRefRepository;
  readonly recordPairings: RecordPairingRepository;
  /** What stands for an entity in an answer: its row where this subgraph owns it, else a reference. */
  readonly referTo: (type: 'Pairing' | 'Programme' | 'Region', id: string) => object | Promise<object | null>;
}

/** The context of a request, or its shared part where a subgraph has more. */
export function createVocabularyContext(scope: RequestScope): VocabularyContext {
  return {
    ...scope,
    rows: new Repositories(scope),
    sources: new SourceRepository(scope),
    documents: new DocumentRefRepository(scope),
    terms: new TermRepository(scope),
    parties: new PartyRepository(scope),
    partyRefs: new PartyRefRepository(scope),
    recordPairings: new RecordPairingRepository(scope),
    referTo: (_type, id) => ({ id }),
  };
}
