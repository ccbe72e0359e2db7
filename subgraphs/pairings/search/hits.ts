import type { SearchForm, SearchKind, SearchMatch } from './search-form.entity.js';
import { keyOf, ranks, type Match } from './match.js';
import type { PairingParty } from './search.repository.js';

/** What was found, and by what. */
export interface Hit {
  readonly kind: SearchKind;
  readonly record: string;
  /** The text that matched. */
  readonly matched: string;
  readonly matchedAs: SearchMatch;
  /** The region that it is or lies in. */
  readonly region: string | null;
}

/** A hit with what it is ranked by. */
export interface RankedHit extends Hit {
  readonly distance: number;
  readonly weight: number;
  readonly isPaired: boolean;
  readonly length: number;
}

/** At an equal distance, pairings come after regions and before organisations. */
const pairingWeight = 35;

/** The hit of a match. */
export const hitOf = ({ form, distance }: Match, isPaired = false): RankedHit => ({
  kind: form.kind,
  record: form.record,
  matched: form.form,
  matchedAs: form.match,
  region: form.region,
  distance,
  weight: form.weight,
  isPaired,
  length: form.text.length,
});

/** The hit of a pairing, by what it was found by of each side. */
export const pairingHit = (record: string, matched: readonly string[], distance: number): RankedHit => ({
  kind: 'PAIRING',
  record,
  matched: matched.join(' '),
  matchedAs: 'PARTY',
  region: null,
  distance,
  weight: pairingWeight,
  isPaired: true,
  length: 0,
});

/** The pairings in which each name matches a party. */
export function pairingHits(
  sides: readonly PairingParty[],
  parties: ReadonlyMap<string, SearchForm>,
  best: readonly ReadonlyMap<string, Match>[],
): RankedHit[] {
  const matchesOf = new Map<string, Match[][]>();
  for (const { pairing, party } of sides) {
    const form = parties.get(party);
    best.forEach((each, place) => {
      const match = form && each.get(keyOf(form));
      const matches = matchesOf.get(pairing) ?? best.map(() => []);
      matchesOf.set(pairing, matches);
      if (match && match.distance < ranks.inside) {
        matches[place]?.push(match);
      }
    });
  }
  return Array.from(matchesOf).flatMap(([record, matches]): RankedHit[] => {
    const nearestOf = matches.flatMap((each) => nearest(each) ?? []);
    const isWhole =
      nearestOf.length === best.length && new Set(nearestOf.map(({ form }) => keyOf(form))).size === best.length;
    const matched = nearestOf.map(({ form }) => form.form);
    const distance = ranks.pairing + nearestOf.reduce((sum, each) => sum + each.distance, 0);
    return isWhole ? [pairingHit(record, matched, distance)] : [];
  });
}

/** The match at the smallest distance. */
export function nearest(matches: readonly Match[]): Match | null {
  return matches.reduce<Match | null>((best, match) => (best && best.distance <= match.distance ? best : match), null);
}

/** Each hit once, the best first: by distance, then by weight, then those that take part in pairings. */
export function ranked(hits: readonly RankedHit[]): readonly RankedHit[] {
  const sorted = hits.toSorted(
    (one, other) =>
      one.distance - other.distance ||
      one.weight - other.weight ||
      Number(other.isPaired) - Number(one.isPaired) ||
      one.length - other.length ||
      (one.record < other.record ? -1 : 1),
  );
  const seen = new Set<string>();
  return sorted.filter((hit) => seen.size < seen.add(`${hit.kind} ${hit.record}`).size);
}
