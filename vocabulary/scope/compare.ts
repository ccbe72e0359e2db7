import type { ScopeDeclaration } from './declaration.js';
import { combined, relationOfSets, relationOfWords, type Relation } from './relation.js';
import { impliedIn, type PairingFacts, type Scope } from './scope.js';

/** What is known of pairings and regions, for comparisons of scopes. */
export interface Hierarchy extends PairingFacts {
  /** A pairing, those above it, and its programme; or the programme itself. */
  readonly abovePairing: (pairing: string) => readonly string[];
  /** A region and those above it; an organisation alone. */
  readonly aboveParty: (party: string) => readonly string[];
  readonly isRegion: (party: string) => boolean;
  /** Whether several parties stand on a side of a pairing. */
  readonly hasSeveral: (pairing: string) => boolean;
}

/** The relation of two scopes in all but their spans. Both are of one type of record, unit and basis. */
export function relationOfSubjects(
  one: Scope,
  other: Scope,
  declaration: ScopeDeclaration,
  hierarchy: Hierarchy,
): Relation {
  const relations: Relation[] = [relationOfSets(one.pairings, other.pairings, hierarchy.abovePairing)];
  const add = (relation: Relation): boolean => relations.push(relation) > 0 && relation !== 'APART';
  const isRelated =
    relations[0] !== 'APART' &&
    Object.values(declaration.enumerations).every((wider, place) =>
      add(relationOfValues(one.enumerations[place] ?? null, other.enumerations[place] ?? null, wider)),
    ) &&
    one.words.every((word, place) => add(relationOfWords(word, other.words[place] ?? null))) &&
    rolesOf(one, other, declaration).every((role) => add(relationInRole(role, one, other, declaration, hierarchy)));
  return isRelated ? combined(relations) : 'APART';
}

type Order = Readonly<Partial<Record<string, readonly string[]>>>;

function relationOfValues(one: string | null, other: string | null, wider: Order): Relation {
  const relation = relationOfWords(one, other);
  if (relation !== 'APART' || one === null || other === null) {
    return relation;
  }
  return contains(wider, one, other) ? 'WIDER' : contains(wider, other, one) ? 'NARROWER' : 'APART';
}

const contains = (wider: Order, whole: string, part: string): boolean =>
  (wider[whole] ?? []).some((each) => each === part || contains(wider, each, part));

/** The roles in which one of two scopes names somebody, or may have the sides of its pairings. */
function rolesOf(one: Scope, other: Scope, { sides = {} }: ScopeDeclaration): readonly string[] {
  return [...new Set([...Object.keys(one.parties), ...Object.keys(other.parties), ...Object.values(sides)])];
}

function relationInRole(
  role: string,
  one: Scope,
  other: Scope,
  { sides = {} }: ScopeDeclaration,
  hierarchy: Hierarchy,
): Relation {
  const [named, otherNamed] = [one.parties[role] ?? [], other.parties[role] ?? []];
  const areSamePairings = one.pairings.join() === other.pairings.join();
  if (areSamePairings) {
    return relationOfSets(named, otherNamed, hierarchy.aboveParty);
  }
  const implied = named.length > 0 ? [] : impliedIn(role, one.pairings, sides, hierarchy);
  const otherImplied = otherNamed.length > 0 ? [] : impliedIn(role, other.pairings, sides, hierarchy);
  if (implied.length > 0 && otherImplied.length > 0) {
    return 'EQUAL';
  }
  // Bodies stand on the side of the region that a pairing has there, whichever they are.
  const aboveParty = (party: string): readonly string[] =>
    hierarchy.isRegion(party) ? hierarchy.aboveParty(party) : [party, ...implied, ...otherImplied];
  return relationOfSets([...named, ...implied], [...otherNamed, ...otherImplied], aboveParty);
}
