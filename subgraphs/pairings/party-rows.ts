import type { RequestScope } from '../../platform/subgraph.js';
import { PartyRepository, type PartyReference, type PartyRole } from '../../vocabulary/party.js';

interface Rows {
  byId(id: string): Promise<object | null>;
}

/** Reads the parties of records as rows, since this subgraph owns regions and organisations with all their fields. */
export class PartyRowRepository extends PartyRepository {
  constructor(
    scope: RequestScope,
    private readonly rows: Readonly<Record<PartyReference['__typename'], Rows>>,
  ) {
    super(scope);
  }

  override async of(record: string, role: PartyRole): Promise<readonly PartyReference[]> {
    const references = await super.of(record, role);
    return Promise.all(
      references.map(async (reference) => ({
        ...(await this.rows[reference.__typename].byId(reference.id)),
        ...reference,
      })),
    );
  }
}
