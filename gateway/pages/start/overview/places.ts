import type { StartOverviewChoicesQuery, StartOverviewRegionFragment } from '../../generated/graphql.js';
import { nameOf, say } from '../language.js';
import { regionPath } from '../records/entries.js';
import { pathOf, type OverviewState } from './state.js';
import { tileName } from './tiles.js';

/** A region that an address narrows a side to. */
export type Place = NonNullable<StartOverviewChoicesQuery['from']>;

export type SideName = 'donor' | 'recipient';

/** A place in the picture: provinces, prefectures of a province, or regions of a prefecture. */
export interface Node {
  readonly id: string;
  readonly name: string;
  /** What a click opens: the places in it, or its page. */
  readonly path: string;
}

/** What the places of a side are. */
export type Depth = 'Province' | 'Prefecture' | '';

/** Districts of these lie in no prefecture. */
const municipalities = new Set(['110000', '120000', '310000', '500000']);

/** What the places of a side are, where it is narrowed to a place: prefectures of a province, regions of anything else. */
export function depthIn(place: Place | null): Depth {
  return place === null ? 'Province' : place.level === 'PROVINCE' && !municipalities.has(place.id) ? 'Prefecture' : '';
}

/** The parameter of the address that narrows a side. */
export const parameterOf = (side: SideName): 'from' | 'to' => (side === 'donor' ? 'from' : 'to');

/**
 * The node of a region that groups have for a side: without a region the place that the side is narrowed to, of which it is
 * as a whole; null where it is narrowed to none. Undefined where the region lies elsewhere, as another of several donors does.
 */
export function nodeOf(
  region: StartOverviewRegionFragment | null,
  side: SideName,
  place: Place | null,
  state: OverviewState,
): Node | null | undefined {
  if (region === null) {
    return place && { id: place.id, name: say('placeItself', nameOf(place)), path: regionPath(place.id) };
  }
  if (place && region.id !== place.id && !region.ancestors.some(({ id }) => id === place.id)) {
    return undefined;
  }
  const isOpened = depthIn(place) === '' || region.id === place?.id;
  const path = isOpened ? regionPath(region.id) : pathOf(state, { [parameterOf(side)]: region.id });
  return { id: region.id, name: tileName(region.id) ?? nameOf(region), path };
}
