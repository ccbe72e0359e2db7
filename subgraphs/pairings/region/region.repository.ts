import { rowsOf } from '../../../platform/loaders.js';
import type { RequestScope } from '../../../platform/subgraph.js';
import type { List } from '../../../vocabulary/connection.js';
import { Repository } from '../../../vocabulary/repository.js';
import type { RegionVersion } from './region-version.entity.js';
import type { Region } from './region.entity.js';
import { regionFilterFields, type RegionListArguments } from './region.inputs.js';

export class RegionRepository extends Repository<Region> {
  constructor(scope: RequestScope) {
    super(scope, 'Region', 'region', regionFilterFields);
  }

  /** The regions directly below one. */
  children(region: string, args: RegionListArguments): List<Region> {
    return this.listOf({ name: 'parent', link: 'region', parent: 'parentId', child: 'id' }, region, args);
  }

  /** The versions of a region, the earliest first. */
  async versions(region: string): Promise<readonly RegionVersion[]> {
    const rows = await rowsOf<RegionVersion>(this.scope, 'regionVersion', 'regionId', region, 'id');
    return rows.toSorted((one, other) => (one.fromDate ?? '').localeCompare(other.fromDate ?? ''));
  }
}
