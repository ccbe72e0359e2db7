import type { PartyRole } from '../party/party.js';
import type { Hierarchy } from './compare.js';
import type { ScopeDeclaration } from './declaration.js';
import { impliedIn, type Scope } from './scope.js';

/** Scopes that differ in their spans alone. */
export type Subject = readonly [Scope, ...Scope[]];

/**
 * The pairs of subjects that may have something to do with each other, each once: those whose pairings, or whose
 * parties, lie in one another. All subjects are of one measure. Nothing is compared with everything.
 */
export function* candidatePairs(
  subjects: readonly Subject[],
  { sides = {} }: ScopeDeclaration,
  hierarchy: Hierarchy,
): Generator<readonly [Subject, Subject]> {
  const roles = indexedRoles(subjects, sides);
  const places = subjects.map(([scope]) => placeOf(scope, roles, sides, hierarchy));
  const byPairing = new Buckets();
  const [withPairings, without] = [new PartyIndex(), new PartyIndex()];
  places.forEach((place, number) => {
    for (const pairing of place.pairings) {
      byPairing.add(pairing, number, place.word);
    }
    (place.pairings.length > 0 ? withPairings : without).add(place, number);
  });
  const found = new Set<number>();
  for (const [number, place] of places.entries()) {
    const hasPairings = place.pairings.length > 0;
    const others = [
      ...place.pairings.flatMap((pairing) =>
        hierarchy.abovePairing(pairing).flatMap((above) => byPairing.of(above, place.word)),
      ),
      ...without.of(place),
      ...(hasPairings ? [] : withPairings.of(place)),
    ];
    for (const other of others) {
      const pair = Math.min(number, other) * subjects.length + Math.max(number, other);
      const [one, another] = [subjects[number], subjects[other]];
      if (one && another && number !== other && !found.has(pair)) {
        found.add(pair);
        yield [one, another];
      }
    }
  }
}

/** Where a subject is looked for. */
interface Place {
  readonly pairings: readonly string[];
  readonly word: string | null;
  /** In each of the indexed roles: who stands there, and those with all above them. */
  readonly exact: readonly (readonly string[])[];
  readonly above: readonly (readonly string[])[];
}

const [anybody, anyBody] = ['*', '* body'];

function placeOf(
  { pairings: named, words, parties }: Scope,
  roles: readonly string[],
  sides: NonNullable<ScopeDeclaration['sides']>,
  hierarchy: Hierarchy,
): Place {
  const pairings = named.filter((pairing) => !pairing.startsWith('programme:'));
  const exact: string[][] = [];
  const above: string[][] = [];
  for (const role of roles) {
    const own = parties[role] ?? [];
    const implied = own.length > 0 ? [] : impliedIn(role, pairings, sides, hierarchy);
    const here = own.length > 0 ? own : implied;
    const higher = here.flatMap((party) =>
      hierarchy.isRegion(party) ? hierarchy.aboveParty(party) : [party, anyBody],
    );
    exact.push(here.length === 0 ? [anybody] : implied.length > 0 ? [...here, anyBody] : [...here]);
    above.push([...new Set([...higher, anybody])]);
  }
  return { pairings, word: words[0] ?? null, exact, above };
}

/** The two roles by which subjects are looked for: those of the sides of pairings, else those that most of them name. */
function indexedRoles(
  subjects: readonly Subject[],
  { donor, recipient }: { readonly donor?: PartyRole; readonly recipient?: PartyRole },
): readonly [string, string] {
  const counts = new Map<string, number>();
  for (const role of subjects.flatMap(([{ parties }]) => Object.keys(parties))) {
    counts.set(role, (counts.get(role) ?? 0) + 1);
  }
  const byNumber = [...counts].toSorted(([, one], [, other]) => other - one).map(([role]) => role);
  const declared: string[] = [recipient, donor].filter((role) => role !== undefined);
  const [first = 'no role', second = 'no role'] = [...declared, ...byNumber.filter((role) => !declared.includes(role))];
  return [first, second];
}

/** Subjects, by number, under keys; those with unlike first words do not meet. */
class Buckets {
  private readonly byKey = new Map<string, Map<string | null, number[]>>();

  add(key: string, subject: number, word: string | null): void {
    const byWord = this.byKey.get(key) ?? new Map<string | null, number[]>();
    this.byKey.set(key, byWord);
    const bucket = byWord.get(word);
    if (bucket) {
      bucket.push(subject);
    } else {
      byWord.set(word, [subject]);
    }
  }

  of(key: string, word: string | null): readonly number[] {
    const byWord = this.byKey.get(key);
    return !byWord
      ? []
      : word === null
        ? [...byWord.values()].flat()
        : [...(byWord.get(word) ?? []), ...(byWord.get(null) ?? [])];
  }
}

/** Finds subjects at or above a place in both roles, and those above it in the first and below it in the second. */
class PartyIndex {
  private readonly higher = new Buckets();
  private readonly crossed = new Buckets();
  private isEmpty = true;

  add({ word, exact, above }: Place, subject: number): void {
    this.isEmpty = false;
    for (const key of pairs(exact[0], exact[1])) {
      this.higher.add(key, subject, word);
    }
    for (const key of pairs(exact[0], above[1])) {
      this.crossed.add(key, subject, word);
    }
  }

  of({ word, exact, above }: Place): readonly number[] {
    if (this.isEmpty) {
      return [];
    }
    return [
      ...pairs(above[0], above[1]).flatMap((key) => this.higher.of(key, word)),
      ...pairs(above[0], exact[1]).flatMap((key) => this.crossed.of(key, word)),
    ];
  }
}

const pairs = (first: readonly string[] = [], second: readonly string[] = []): readonly string[] =>
  first.flatMap((one) => second.map((other) => `${one} ${other}`));
