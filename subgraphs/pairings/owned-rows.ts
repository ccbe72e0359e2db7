import type { Identified } from '../../platform/page.js';
import type { RequestScope } from '../../platform/request-scope.js';
import type { DocumentFields } from '../../vocabulary/document/document.js';
import type { DocumentReader } from '../../vocabulary/document/document.repository.js';
import { RecordPairingRepository } from '../../vocabulary/pairing/pairing-ref.js';
import { PartyRepository, type Party, type PartyReference, type PartyRole } from '../../vocabulary/party/party.js';

/** Finds a row by its id. */
interface Rows<Row = object> {
  byId(id: string): Promise<Row | null>;
}

/** A party as its row. */
export type PartyRow = PartyReference & Party;

/** Reads the parties of records as rows: this subgraph answers all fields of regions and organisations. */
export class PartyRowRepository extends PartyRepository {
  constructor(
    scope: RequestScope,
    private readonly rows: Readonly<Record<PartyReference['__typename'], Rows<Party>>>,
  ) {
    super(scope);
  }

  override async of(record: string, role: PartyRole): Promise<readonly PartyRow[]> {
    const references = await super.of(record, role);
    const parties = await Promise.all(
      references.map(async ({ __typename, id }) => {
        const row = await this.rows[__typename].byId(id);
        return row === null ? null : Object.assign({}, row, { __typename });
      }),
    );
    return parties.filter((party) => party !== null);
  }

  override async region(id: string): Promise<Identified | null> {
    const row = await this.rows.Region.byId(id);
    return row && Object.assign({}, row, { id });
  }
}

/** Reads the pairings of records as rows: this subgraph answers all fields of pairings. */
export class RecordPairingRowRepository extends RecordPairingRepository {
  constructor(
    scope: RequestScope,
    private readonly pairings: Rows,
  ) {
    super(scope);
  }

  override async of(record: string): Promise<readonly Identified[]> {
    const references = await super.of(record);
    return Promise.all(references.map(async ({ id }) => ({ ...(await this.pairings.byId(id)), id })));
  }
}

/** Reads documents as rows, and their publishers: this subgraph answers all fields of documents. */
export class DocumentRowRepository implements DocumentReader {
  constructor(
    private readonly documents: Rows<DocumentFields>,
    private readonly parties: PartyRepository,
  ) {}

  async byId(id: string): Promise<DocumentFields | null> {
    return this.documents.byId(id);
  }

  async publishersOf(id: string): Promise<readonly PartyReference[]> {
    return this.parties.of(id, 'ISSUER');
  }
}
