import type { RequestScope } from '../../platform/request-scope.js';
import type { PartyReference } from '../party/party.js';
import { Repository, type StoredType } from '../record/repository.js';
import type { DocumentFields, DocumentRefEntity } from './document.js';

const documentRefs: StoredType = { name: 'DocumentRef', table: 'documentRef' };

/** Reads what is known of documents. */
export interface DocumentReader {
  /** A document; null when it is unknown. */
  byId(id: string): Promise<DocumentFields | null>;
  /** Who published a document, in the order the data give; empty when nobody is known. */
  publishersOf(id: string): Promise<readonly PartyReference[]>;
}

/** Reads the copies of documents that a subgraph of records keeps. */
export class DocumentRefRepository implements DocumentReader {
  private readonly refs: Repository<DocumentRefEntity>;

  constructor(scope: RequestScope) {
    this.refs = new Repository(scope, documentRefs);
  }

  async byId(id: string): Promise<DocumentFields | null> {
    return this.refs.byId(id);
  }

  async publishersOf(id: string): Promise<readonly PartyReference[]> {
    const ref = await this.refs.byId(id);
    return ref === null ? [] : (JSON.parse(ref.publishers) as PartyReference[]);
  }
}
