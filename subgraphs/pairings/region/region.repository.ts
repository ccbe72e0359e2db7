import { rowsOf } from '../../../platform/loaders.js';
import type { RequestScope } from '../../../platform/subgraph.js';
import type { List } from '../../../vocabulary/connection.js';
import { regionLevels, type PartyRefRepository } from '../../../vocabulary/party-ref.js';
import { Repository } from '../../../vocabulary/repository.js';
import type { RegionVersion } from './region-version.entity.js';
import type { Region } from './region.entity.js';
import { regionFilterFields, type RegionListArguments } from './region.inputs.js';

export class RegionRepository extends Repository<Region> {
  constructor(
    scope: RequestScope,
    private readonly refs: PartyRefRepository,
  ) {
    super(scope, 'Region', 'region', regionFilterFields);
  }

  /** A region and those above it, the highest first: two statements for any number of regions. */
  async path(region: string): Promise<readonly Region[]> {
    const ref = await this.refs.region(region);
    const ids = new Set([...regionLevels.flatMap((level) => ref?.[level] ?? []), region]);
    const regions = await Promise.all(Array.from(ids, (id) => this.byId(id)));
    return regions.filter((each) => each !== null);
  }

  /** The regions directly below one. */
  children(region: string, args: RegionListArguments): List<Region> {
    return this.listOf({ name: 'parent', link: 'region', parent: 'parentId', child: 'id' }, region, args);
  }

  /** The versions of a region, the earliest first. */
  async versions(region: string): Promise<readonly RegionVersion[]> {
    const rows = await rowsOf<RegionVersion>(this.scope, 'regionVersion', 'regionId', region, 'id');
    return rows.toSorted((one, other) => beginningOf(one).localeCompare(beginningOf(other)));
  }
}

/** When a version began, as far as it is known. */
const beginningOf = ({ fromDate, firstSeenDate }: RegionVersion): string => fromDate ?? firstSeenDate ?? '';
