import type { RequestScope } from '../../platform/request-scope.js';
import { Repository, type StoredType } from '../record/repository.js';
import type { OrganisationRefEntity, RegionRefEntity } from './party-ref.js';

const regionRefs: StoredType = { name: 'RegionRef', table: 'regionRef' };
const organisationRefs: StoredType = { name: 'OrganisationRef', table: 'organisationRef' };

/** Reads what is known of regions and organisations. */
export class PartyRefRepository {
  private readonly regions: Repository<RegionRefEntity>;
  private readonly organisations: Repository<OrganisationRefEntity>;

  constructor(scope: RequestScope) {
    this.regions = new Repository(scope, regionRefs);
    this.organisations = new Repository(scope, organisationRefs);
  }

  /** A region; null when it is unknown. */
  async region(id: string): Promise<RegionRefEntity | null> {
    return this.regions.byId(id);
  }

  /** An organisation; null when it is unknown. */
  async organisation(id: string): Promise<OrganisationRefEntity | null> {
    return this.organisations.byId(id);
  }
}
