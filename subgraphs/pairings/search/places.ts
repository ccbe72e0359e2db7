import { pathOf } from '../../../vocabulary/party/party-ref.js';
import type { PartyRefRepository } from '../../../vocabulary/party/party-ref.repository.js';
import { hitOf, nearest, pairingHit, pairingHits, type RankedHit } from './hits.js';
import { bestOf, matchAt, ranks, type Match } from './match.js';
import type { NameIn } from './names-in.js';
import type { SearchForm } from './search-form.entity.js';
import type { SearchRepository } from './search.repository.js';

/** A match with the regions that it is or lies in, and how many of the other names are among them. */
interface Placed {
  readonly match: Match;
  readonly path: readonly string[];
  readonly support: number;
}

/** Finds places by several names at once, and the pairings between them. */
export class Places {
  constructor(
    private readonly forms: SearchRepository,
    private readonly refs: PartyRefRepository,
  ) {}

  /** The hits for the matches of names: what matches one name and lies in the others, and the pairings between them. */
  async nested(matches: readonly (readonly Match[])[], within: string | null): Promise<readonly RankedHit[]> {
    if (matches.some((each) => each.length === 0)) {
      return [];
    }
    const best = matches.map(bestOf);
    const { paired, pairings } = await this.paired(best, within);
    const placed = await Promise.all(
      best.flatMap((own, place) => this.inPlaces(own, best.toSpliced(place, 1), within)),
    );
    return [...placed.flat().map((match) => hitOf(match, paired.has(match.form.record))), ...pairings];
  }

  /** The pairings with a party that matches a name, and with a side in a region. */
  async pairings(matches: readonly Match[], within: string): Promise<readonly RankedHit[]> {
    return (await this.paired([bestOf(matches)], within)).pairings;
  }

  /**
   * The hits for the names in a longer text: of each name the region in which most of the others are above it, unless it
   * is itself above one of those; then the others; before them the pairings between two.
   */
  async named(names: readonly NameIn[], within: string | null): Promise<readonly RankedHit[]> {
    const best = names.map(({ name, forms }) => bestOf(forms.map((form) => matchAt(form, form.text === name ? 0 : 1))));
    const placed = await Promise.all(best.map((each) => this.placed(each, best)));
    const isAbove = ({ form }: Match, place: number): boolean =>
      placed.some((each, other) => other !== place && each.some(({ path }) => path.slice(0, -1).includes(form.record)));
    const meant = placed.map((each, place) => each.filter(({ match }) => !isAbove(match, place)));
    const targets = meant.filter((each) => each.length > 0).map((each) => bestOf(each.map(({ match }) => match)));
    const pairings = targets.length === 2 ? await this.between(targets, within) : [];
    const hits = placed.flatMap((each, place) =>
      each
        .filter(({ path }) => within === null || path.includes(within))
        .map(({ match, support, path }) => {
          const behind =
            (isAbove(match, place) ? 2 - path.length / 10 : 0) + match.distance / 10 - support / 4 + place / 1000;
          return { ...hitOf(match), distance: ranks.part + 1 + behind };
        }),
    );
    return [...pairings.map((hit) => ({ ...hit, distance: hit.distance + ranks.part - ranks.pairing })), ...hits];
  }

  /**
   * The hits for regions of which each is named by a short name of one character: the pairing of the two, or the first of
   * those of regions in them; then the regions. None where a character is no short name.
   */
  async pair(names: readonly (readonly SearchForm[])[], within: string | null): Promise<readonly RankedHit[]> {
    const places = names.flatMap(([form]) => form ?? []);
    if (places.length < names.length || new Set(places.map(({ record }) => record)).size < names.length) {
      return [];
    }
    const [one, other, ...more] = places.map(({ record }) => record);
    const pairings = one && other && more.length === 0 ? await this.forms.pairingsBetween(one, other, within) : [];
    const matched = places.map(({ form }) => form);
    const shown = within === null ? places : places.filter(({ record }) => record === within);
    return [
      ...pairings.map((record, place) =>
        pairingHit(record, matched, place === 0 ? ranks.shortPairing : ranks.shortName + 0.1),
      ),
      ...shown.map((form, place) => ({
        ...hitOf(matchAt(form, ranks.shortName)),
        distance: ranks.shortName + place / 1000,
      })),
    ];
  }

  /** The pairings between what names match; without one, those between what lies in the nearest, of which the first is nearer. */
  private async between(
    best: readonly ReadonlyMap<string, Match>[],
    within: string | null,
  ): Promise<readonly RankedHit[]> {
    const { pairings } = await this.paired(best, within);
    const [one, other, ...more] = best.map((each) => nearest([...each.values()])?.form);
    if (pairings.length > 0 || !one || !other || more.length > 0) {
      return pairings;
    }
    const inner = await this.forms.pairingsBetween(one.record, other.record, within);
    return inner.map((record, place) =>
      pairingHit(record, [one.form, other.form], place === 0 ? ranks.pairing : ranks.beginning),
    );
  }

  /** The parties among matches that take part in pairings, and the pairings that have a party of each name. */
  private async paired(
    best: readonly ReadonlyMap<string, Match>[],
    within: string | null,
  ): Promise<{ readonly paired: ReadonlySet<string>; readonly pairings: readonly RankedHit[] }> {
    const parties = new Map(
      best.flatMap((each) => [...each.values()].filter(isParty).map(({ form }) => [form.record, form] as const)),
    );
    const idsOf = (matches: ReadonlyMap<string, Match>): string[] =>
      [...matches.values()].filter(isParty).map(({ form }) => form.record);
    const sides = await this.forms.pairingsOf(best.map(idsOf), within);
    return { paired: new Set(sides.map(({ party }) => party)), pairings: pairingHits(sides, parties, best) };
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
        const path = await this.pathOf(form);
        const above = path.filter((place) => place !== form.record);
        const nearestOf = others.flatMap(
          (other) => nearest(above.flatMap((place) => other.get(`REGION ${place}`) ?? [])) ?? [],
        );
        return nearestOf.length === others.length && (within === null || path.includes(within))
          ? [{ form, distance: nearestOf.reduce((sum, each) => sum + each.distance, distance) }]
          : [];
      }),
    );
    return placed.flat();
  }

  /** The matches of a name that lie in most of what the names match. */
  private async placed(
    own: ReadonlyMap<string, Match>,
    all: readonly ReadonlyMap<string, Match>[],
  ): Promise<readonly Placed[]> {
    const placed = await Promise.all(
      Array.from(own.values(), async (match): Promise<Placed> => {
        const path = await this.pathOf(match.form);
        const support = all.filter(
          (other) => other !== own && path.slice(0, -1).some((place) => other.has(`REGION ${place}`)),
        ).length;
        return { match, path, support };
      }),
    );
    const most = Math.max(...placed.map(({ support }) => support));
    return placed.filter(({ support }) => support === most);
  }

  private async pathOf({ region }: SearchForm): Promise<readonly string[]> {
    return pathOf(region === null ? null : await this.refs.region(region));
  }
}

const isParty = ({ form }: Match): boolean => form.kind === 'REGION' || form.kind === 'ORGANISATION';
