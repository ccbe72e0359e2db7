import { rowsOf, type RequestScope } from '../../../platform/request-scope.js';
import { eb, rowsWhere } from '../../../platform/sql.js';
import { pathOf } from '../../../vocabulary/party/party-ref.js';
import type { PartyRefRepository } from '../../../vocabulary/party/party-ref.repository.js';
import { Repository } from '../../../vocabulary/record/repository.js';
import type { RegionAlias } from './region-alias.entity.js';
import type { RegionVersion } from './region-version.entity.js';
import type { Region } from './region.entity.js';
import { regionType } from './region.type.js';

export class RegionRepository extends Repository<Region> {
  constructor(
    scope: RequestScope,
    private readonly refs: PartyRefRepository,
  ) {
    super(scope, regionType);
  }

  /** A region and those above it, the highest first: two statements for any number of regions. */
  async path(region: string): Promise<readonly Region[]> {
    const ids = pathOf(await this.refs.region(region));
    const regions = await Promise.all(ids.map((id) => this.byId(id)));
    return regions.filter((each) => each !== null);
  }

  /** The aliases of a region. */
  async aliases(region: string): Promise<readonly string[]> {
    const rows = await rowsOf<RegionAlias>(this.scope, 'regionAlias', 'region', region, 'place');
    return rows.map(({ name }) => name);
  }

  /** The regions whose code or name of today, or an alias, is a text. */
  async called(column: 'code' | 'name', text: string): Promise<readonly Region[]> {
    const aliased = eb('row.id', 'in', eb.selectFrom('regionAlias').select('region').where('name', '=', text));
    const isCalled = eb(`row.${column}`, '=', text);
    return this.all({}, [column === 'name' ? eb.or([isCalled, aliased]) : isCalled]);
  }

  /** The versions with a code or a name. */
  async versionsCalled(column: 'code' | 'name', text: string): Promise<readonly RegionVersion[]> {
    return rowsWhere<RegionVersion>(this.scope.database, 'regionVersion', column, [text], 'id');
  }

  /** The region’s own versions, the earliest first. */
  async versions(region: string): Promise<readonly RegionVersion[]> {
    return (await this.allVersions(region)).filter(({ kind }) => kind === 'ITSELF');
  }

  /** The versions of regions that went into one, the earliest first. */
  async predecessors(region: string): Promise<readonly RegionVersion[]> {
    return (await this.allVersions(region)).filter(({ kind }) => kind === 'PREDECESSOR');
  }

  private async allVersions(region: string): Promise<readonly RegionVersion[]> {
    const rows = await rowsOf<RegionVersion>(this.scope, 'regionVersion', 'regionId', region, 'id');
    return rows.toSorted((one, other) => beginningOf(one).localeCompare(beginningOf(other)));
  }
}

/** When a version began, as far as it is known. */
const beginningOf = ({ fromDate, firstSeenDate }: RegionVersion): string => fromDate ?? firstSeenDate ?? '';
