import type { StartOverviewQuery, StartOverviewSideFragment } from '../../generated/graphql.js';
import type { ItemOf } from '../answer-parts.js';
import { isUnknown } from '../unknown.js';

export type OverviewPairing = ItemOf<StartOverviewQuery['pairings']>;
export type OverviewSide = StartOverviewSideFragment;
export type FiscalFund = NonNullable<OverviewPairing['funds']>['nodes'][number];

type Party = OverviewSide['parties'][number];
type Location = NonNullable<OverviewSide['counted'][number]['region']>;

/** The largest fiscal sum reported for a pairing, in yuan; null where there is none. */
export function largestYuan({ funds }: OverviewPairing): number | null {
  const sums = (funds?.nodes ?? []).flatMap((fund) => yuanOf(fund) ?? []);
  return sums.length > 0 ? Math.max(...sums) : null;
}

/** A sum in yuan, divided equally where it is for several pairings; null where the source prints none, or it is not known. */
export function yuanOf({ figure, pairings }: FiscalFund): number | null {
  const sum = figure?.value ?? figure?.min ?? figure?.max ?? null;
  return sum === null || pairings === null ? null : sum / Math.max(1, pairings.length);
}

/** The ids of the provinces that a side is in. */
export function provincesOf({ parties, counted }: OverviewSide): Set<string> {
  const locations = [...parties.map(locationOf), ...counted.map(({ region }) => region)];
  return new Set(locations.flatMap((each) => (each ? (each.ancestors[0]?.id ?? each.id) : [])));
}

/** Whether the place of a side could not be answered, so that it is counted in no province. */
export function hasUnknownPlace({ donor, recipient }: OverviewPairing): boolean {
  return [donor, recipient].some(
    ({ parties, counted }) =>
      parties.some((party) => party.__typename === 'Organisation' && isUnknown(party, 'region')) ||
      counted.some((each) => isUnknown(each, 'region')),
  );
}

/** Whether a fiscal sum of a pairing could not be answered. */
export function hasUnknownSum({ funds }: OverviewPairing): boolean {
  return funds?.nodes.some((fund) => isUnknown(fund, 'figure') || fund.pairings === null) ?? true;
}

/** The letter of each programme by its id: the same in every round. */
export type Letters = ReadonlyMap<string, string>;

/** Gives each programme a letter, in the order of the list. */
export function lettersOf(programmes: readonly { readonly id: string }[]): Letters {
  const ids = new Set(programmes.map(({ id }) => id));
  return new Map(Array.from(ids, (id, index) => [id, String.fromCharCode(65 + index)]));
}

function locationOf(party: Party): Location | null {
  return party.__typename === 'Region' ? party : party.region;
}
