import type { ReadTable, WarningContext } from '../../platform/import/table.js';
import { found } from '../../platform/import/problem.js';
import { rowsWhere } from '../../platform/sql.js';
import { organisationTable } from '../party/organisation-table.js';
import { pathOf, type OrganisationRefEntity, type RegionRefEntity } from '../party/party-ref.js';
import { regionRefs, regionTable, type RegionRow } from '../party/region-table.js';

/** A region with those above it. */
export type Place = Omit<RegionRefEntity, 'dataset'>;

/** The region that a party is or belongs to; null where none is known. */
export type PlaceOf = (party: string | null) => Place | null;

/** The values of the rows of a table of the folder. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what the table's columns say its rows are
export const rowsIn = <Row>(tables: ReadonlyMap<string, ReadTable>, file: string): readonly Row[] =>
  (tables.get(file)?.rows ?? []).map(({ values }) => values as Row);

/** Finds the regions of parties of the folder and of other data sets, in three statements. */
export async function placesOf(
  parties: ReadonlySet<string>,
  { database, tables }: Pick<WarningContext, 'database' | 'tables'>,
): Promise<PlaceOf> {
  const bodies = [
    ...(await rowsWhere<OrganisationRefEntity>(database, 'organisationRef', 'id', [...parties])),
    ...rowsIn<{ readonly id: string; readonly region: string | null }>(tables, organisationTable.file),
  ];
  const homes = new Map(bodies.map(({ id, region }) => [id, region]));
  const ids = [...parties, ...[...homes.values()].flatMap((region) => region ?? [])];
  const places = new Map<string, Place>();
  for (const ref of await rowsWhere<RegionRefEntity>(database, 'regionRef', 'id', [...new Set(ids)])) {
    places.set(ref.id, ref);
  }
  for (const ref of await regionRefs(rowsIn<RegionRow>(tables, regionTable.file), database)) {
    places.set(ref.id, ref);
  }
  return (party) => (party === null ? null : (places.get(party) ?? places.get(homes.get(party) ?? '') ?? null));
}

/** Whether it is known in which province a region is. */
export const isPlaced = (place: Place | null): place is Place => place !== null && place.province !== null;

/** Whether one of two regions is the other, or is above it. */
export const isAboveOrBelow = (one: Place, other: Place): boolean =>
  one.id === other.id || pathOf(one).includes(other.id) || pathOf(other).includes(one.id);

/** Regions for messages: `"西湖区" (330106)`. */
export const placesText = (places: readonly Place[]): string =>
  [...new Set(places.map(({ id, name }) => `${found(name)} (${found(id)})`))].join(', ');
