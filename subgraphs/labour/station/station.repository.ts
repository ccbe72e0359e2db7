import type { RequestScope } from '../../../platform/request-scope.js';
import { rowsWhere } from '../../../platform/sql.js';
import { Repository } from '../../../vocabulary/record/repository.js';
import type { Station } from './station.entity.js';
import { stationFilterFields } from './station.inputs.js';

/** Reads stations. */
export class StationRepository extends Repository<Station> {
  constructor(scope: RequestScope) {
    super(scope, 'Station', 'station', stationFilterFields);
  }

  /** The station that an organisation is, the first by id; null when it is none. */
  async ofOrganisation(organisation: string): Promise<Station | null> {
    return this.scope.loaders.one([StationRepository, 'organisation'], null, organisation, async (organisations) => {
      const rows = await rowsWhere<Station>(this.scope.database, 'station', 'organisationId', organisations, 'id');
      return new Map(rows.reverse().map((row) => [row.organisationId ?? '', row]));
    });
  }
}
