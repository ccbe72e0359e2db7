import { simplified } from '../../../platform/simplified.js';
import { wordsOf } from '../../../platform/text-index.js';
import { pathOf } from '../../../vocabulary/party/party-ref.js';
import type { PartyRefRepository } from '../../../vocabulary/party/party-ref.repository.js';
import { bestOf, keyOf, partDistance, type Match } from './match.js';
import type { SearchForm, SearchKind, SearchMatch } from './search-form.entity.js';
import type { SearchRepository } from './search.repository.js';

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
interface RankedHit extends Hit {
  readonly distance: number;
  readonly weight: number;
  readonly isPaired: boolean;
  readonly length: number;
}

/** What a search asks for. */
export interface SearchRequest {
  readonly text: string;
  readonly kinds: readonly SearchKind[] | null;
  readonly within: string | null;
}

/** A text of more words is taken as one name, not as the names of a place and of the places it lies in. */
const mostNames = 4;

/** At an equal distance, pairings come after regions and before organisations. */
const pairingWeight = 35;

/** Full-text search over regions, organisations, programmes, pairings and documents. */
export class Search {
  constructor(
    private readonly forms: SearchRepository,
    private readonly refs: PartyRefRepository,
  ) {}

  /**
   * The hits, the best first: by distance, then by weight, then those that take part in pairings.
   * Of a text of several names, in any order, each may be the place looked for, and the others places that it lies in.
   */
  async hits(request: SearchRequest): Promise<readonly Hit[]> {
    const found = await this.hitsOf(request.text, request);
    if (found.length > 0) {
      return found;
    }
    const text = await simplified(request.text);
    return text === request.text ? [] : this.hitsOf(text, request);
  }

  private async hitsOf(text: string, { kinds, within }: SearchRequest): Promise<readonly Hit[]> {
    const words = wordsOf(text);
    const whole = words.join('');
    const isWanted = ({ kind }: Hit): boolean => kinds?.includes(kind) ?? true;
    const found = await this.hitsOfNames([whole], within);
    const several = words.length > 1 && words.length <= mostNames ? await this.hitsOfNames(words, within) : [];
    const hits = ranked([...found, ...several]).filter(isWanted);
    if (hits.some(({ distance }) => distance < partDistance)) {
      return hits;
    }
    const names = await this.namesIn(whole);
    const inPlaces = names.length > 1 ? await this.hitsOfNames(names, within) : [];
    const all = ranked([...hits, ...inPlaces]).filter(isWanted);
    return all.length > 0
      ? all
      : ranked(await this.withPairings([await this.forms.withTypos(whole, within)], within)).filter(isWanted);
  }

  /** The names of regions that a text without spaces begins with, and what is left: 重庆 and 酉阳 in 重庆酉阳. */
  private async namesIn(text: string): Promise<readonly string[]> {
    const names: string[] = [];
    let rest = text;
    while (names.length < mostNames - 1) {
      const name = await this.forms.leadingRegion(rest);
      if (name === null) {
        break;
      }
      names.push(name);
      rest = rest.slice(name.length);
    }
    return [...names, rest];
  }

  private async hitsOfNames(names: readonly string[], within: string | null): Promise<readonly RankedHit[]> {
    const isOne = names.length === 1;
    const matches = await Promise.all(names.map((name) => this.forms.matches(name, isOne ? within : null)));
    return this.withPairings(matches, within);
  }

  /** The hits for the matches of names: what matches one name and lies in the others, and the pairings between them. */
  private async withPairings(
    matches: readonly (readonly Match[])[],
    within: string | null,
  ): Promise<readonly RankedHit[]> {
    if (matches.some((each) => each.length === 0)) {
      return [];
    }
    const best = matches.map(bestOf);
    const parties = new Map(
      best.flatMap((each) => [...each.values()].filter(isParty).map(({ form }) => [form.record, form] as const)),
    );
    const sides = await this.forms.pairingsOf([...parties.keys()], within);
    const paired = new Set(sides.map(({ party }) => party));
    const placed = await Promise.all(
      best.flatMap((own, place) => this.inPlaces(own, best.toSpliced(place, 1), within)),
    );
    const hits = placed.flat().map(({ form, distance }): RankedHit => ({
      kind: form.kind,
      record: form.record,
      matched: form.form,
      matchedAs: form.match,
      region: form.region,
      distance,
      weight: form.weight,
      isPaired: paired.has(form.record),
      length: form.text.length,
    }));
    return [...hits, ...pairingHits(sides, parties, best)];
  }

  /** The best matches of a name that lie in a match of each other name. */
  private async inPlaces(
    own: ReadonlyMap<string, Match>,
    others: readonly ReadonlyMap<string, Match>[],
    within: string | null,
  ): Promise<readonly Match[]> {
    if (others.length === 0) {
      return [...own.values()];
    }
    const placed = await Promise.all(
      Array.from(own.values(), async ({ form, distance }): Promise<Match[]> => {
        const places = pathOf(form.region === null ? null : await this.refs.region(form.region));
        const above = places.filter((place) => place !== form.record);
        const nearestOf = others.flatMap(
          (other) => nearest(above.flatMap((place) => other.get(`REGION ${place}`) ?? [])) ?? [],
        );
        return nearestOf.length === others.length && (within === null || places.includes(within))
          ? [{ form, distance: nearestOf.reduce((sum, each) => sum + each.distance, distance) }]
          : [];
      }),
    );
    return placed.flat();
  }
}

const isParty = ({ form }: Match): boolean => form.kind === 'REGION' || form.kind === 'ORGANISATION';

function nearest(matches: readonly Match[]): Match | null {
  return matches.reduce<Match | null>((best, match) => (best && best.distance <= match.distance ? best : match), null);
}

/** The pairings in which each name matches a party. */
function pairingHits(
  sides: readonly { readonly pairing: string; readonly party: string }[],
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
      if (match && match.distance < partDistance) {
        matches[place]?.push(match);
      }
    });
  }
  return Array.from(matchesOf).flatMap(([record, matches]): RankedHit[] => {
    const nearestOf = matches.flatMap((each) => nearest(each) ?? []);
    const isWhole =
      nearestOf.length === best.length && new Set(nearestOf.map(({ form }) => keyOf(form))).size === best.length;
    return isWhole
      ? [
          {
            kind: 'PAIRING',
            record,
            matched: nearestOf.map(({ form }) => form.form).join(' '),
            matchedAs: 'PARTY',
            region: null,
            distance: nearestOf.reduce((sum, { distance }) => sum + distance, 1),
            weight: pairingWeight,
            isPaired: true,
            length: 0,
          },
        ]
      : [];
  });
}

/** Each hit once, the best first. */
function ranked(hits: readonly RankedHit[]): readonly RankedHit[] {
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
