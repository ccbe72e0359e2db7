import { hash } from 'node:crypto';

import type { Reported } from '../record/reported.js';
import type { ScopeDeclaration } from './declaration.js';
import { spanKey, spanOf, type Published, type Span } from './span.js';

/** A record as its scope is made of it. */
export interface RecordFacts {
  readonly row: Reported & Readonly<Record<string, unknown>>;
  readonly pairings: readonly string[];
  /** Ids of regions and organisations by role. */
  readonly parties: Readonly<Record<string, readonly string[]>>;
  readonly published: Published;
}

/** What a figure is about: what is counted, of which pairings and parties, under which words, in which span. */
export interface Scope {
  readonly id: string;
  /** The key of all but its span. */
  readonly subject: string;
  /** Unit and basis: scopes in which they differ have nothing to do with each other. */
  readonly measure: string;
  readonly enumerations: readonly (string | null)[];
  readonly words: readonly (string | null)[];
  /** Its pairings, or the programme that it names in their place as `programme:x`. */
  readonly pairings: readonly string[];
  /** By role, without those who stand there as sides of its pairings anyway. */
  readonly parties: Readonly<Record<string, readonly string[]>>;
  readonly span: Span;
}

/** The sides of a pairing; null where not one region stands there. */
export interface Sides {
  readonly donor: string | null;
  readonly recipient: string | null;
}

/** What is known of pairings, for scopes. */
export interface PairingFacts {
  readonly sidesOf: (pairing: string) => Sides | undefined;
}

/** The scope of a record of a table, with a figure. */
export function scopeOf(
  table: string,
  { row, pairings, parties, published }: RecordFacts,
  { enumerations, unspecific = [], words, sides = {}, region }: ScopeDeclaration,
  known: PairingFacts,
): Scope {
  const text = (column: string): string | null => (row[column] as string | null | undefined) ?? null;
  const programme = text('programmeId');
  const named = pairings.length > 0 ? pairings.toSorted() : programme === null ? [] : [programmeKey(programme)];
  const about = region === undefined ? null : text(region);
  const own = about === null ? parties : { ...parties, REGION: [about] };
  const scope = {
    measure: `${String(row.unit)} ${row.basis}`,
    enumerations: Object.keys(enumerations).map((column) => {
      const value = text(column);
      return value !== null && unspecific.includes(value) ? null : value;
    }),
    words: words.map((columns) => columns.map(text).find((word) => word !== null) ?? null),
    pairings: named,
    parties: Object.fromEntries(
      Object.entries(own)
        .map(([role, ids]) => [role, ids.toSorted()] as const)
        .filter(([role, ids]) => ids.length > 0 && !areSides(ids, impliedIn(role, pairings, sides, known)))
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
    span: spanOf(row, published),
  };
  const { measure, span, ...others } = scope;
  const subject = JSON.stringify([measure, ...Object.values(others)]);
  // A year that is not known may be another one for each record.
  const key = `${table} ${subject} ${spanKey(span) ?? `of ${row.id}`}`;
  return { id: hash('sha1', key, 'base64url').slice(0, 20), subject, ...scope };
}

/** A programme beside ids of pairings. */
export const programmeKey = (programme: string): string => `programme:${programme}`;

/** The regions that stand in a role as sides of pairings; none where one of the pairings has not one region there. */
export function impliedIn(
  role: string,
  pairings: readonly string[],
  { donor, recipient }: NonNullable<ScopeDeclaration['sides']>,
  { sidesOf }: PairingFacts,
): readonly string[] {
  const side = role === donor ? 'donor' : role === recipient ? 'recipient' : null;
  if (side === null) {
    return [];
  }
  const regions = pairings.map((pairing) => sidesOf(pairing)?.[side] ?? null);
  return regions.includes(null) ? [] : [...new Set(regions as string[])].toSorted();
}

const areSides = (ids: readonly string[], sides: readonly string[]): boolean =>
  ids.length === sides.length && ids.every((id, place) => id === sides[place]);
