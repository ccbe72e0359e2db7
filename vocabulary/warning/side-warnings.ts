import { say } from '../../platform/import/message.js';
import { found } from '../../platform/import/problem.js';
import type { CheckedRow, RowProblem, RowWarning, WarningContext } from '../../platform/import/table.js';
import { rowsWhere } from '../../platform/sql.js';
import type { PairingSideEntity, SideRole } from '../pairing/pairing-ref.js';
import { pairingSides, pairingTable, type PairingRow } from '../pairing/pairing-table.js';
import { isAboveOrBelow, isPlaced, placesText, rowsIn, type Place, type PlaceOf } from './known-parties.js';

/** Who stands on a side of a pairing: the regions of the parties, null where that of one is not known. */
export type SidesOf = (pairing: string, role: SideRole) => readonly (string | null)[];

/** Finds the sides of pairings of the folder and of other data sets, in one statement. */
export async function sidesOf(
  pairings: ReadonlySet<string>,
  { database, dataset, tables, isIn }: WarningContext,
): Promise<SidesOf> {
  const stored = await rowsWhere<PairingSideEntity>(database, 'pairingSide', 'pairing', [...pairings]);
  const sides = [
    ...stored.filter((side) => side.dataset !== dataset),
    ...rowsIn<PairingRow>(tables, pairingTable.file)
      .filter(({ id }) => pairings.has(id))
      .flatMap((row) => pairingSides(row, isIn)),
  ];
  const bySide = Map.groupBy(sides, ({ pairing, role }) => `${pairing} ${role}`);
  return (pairing, role) =>
    (bySide.get(`${pairing} ${role}`) ?? []).map(({ region, organisation }) => region ?? organisation);
}

/** Who helps and who is helped, of a row; a column that the table has not is "". */
export type RowSides = Readonly<Record<SideRole, { readonly column: string; readonly parties: readonly string[] }>>;

/** A party that helps itself. */
export function* selfHelp({ DONOR, RECIPIENT }: RowSides, placeOf: PlaceOf): Iterable<RowProblem> {
  for (const party of RECIPIENT.parties.filter((each) => DONOR.parties.includes(each))) {
    const place = placeOf(party);
    const name = place?.id === party ? placesText([place]) : found(party);
    yield {
      column: RECIPIENT.column,
      found: say(`${name}, which is in ${DONOR.column} too`, `${name}，也在 ${DONOR.column} 里`),
      expected: say('who is helped, not who helps', '受援的一方，而不是援助的一方'),
    };
  }
}

/**
 * Parties of records that have nothing to do with the side of their pairing on which they stand; of records that know no
 * such sides, with the pairing.
 */
export function strangerWarnings(
  rows: readonly CheckedRow<{ readonly pairings: readonly string[] }>[],
  rowSides: (values: object) => RowSides,
  sides: SidesOf,
  placeOf: PlaceOf,
): RowWarning[] {
  const known = new Map<string, readonly Place[] | null>();
  /** Null where the region of one of them is not known. */
  const placesIn = (pairings: readonly string[], roles: readonly SideRole[]): readonly Place[] | null => {
    const key = `${roles.join()} ${pairings.join()}`;
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    const places = pairings.flatMap((pairing) => roles.flatMap((role) => sides(pairing, role))).map(placeOf);
    const found = places.length > 0 && places.every(isPlaced) ? places : null;
    known.set(key, found);
    return found;
  };
  const warnings: RowWarning[] = [];
  for (const { line, values } of rows) {
    for (const role of values.pairings.length === 0 ? [] : bothRoles) {
      const { [role]: own, [role === 'DONOR' ? 'RECIPIENT' : 'DONOR']: other } = rowSides(values);
      const asked = other.column === '' ? bothRoles : [role];
      const places = own.parties.length === 0 ? null : placesIn(values.pairings, asked);
      const strangers = (places === null ? [] : own.parties)
        // Who is on both sides of a row has a warning of its own.
        .filter((party) => placeOf(party)?.id === party && !other.parties.includes(party))
        .map(placeOf)
        .filter(isPlaced)
        .filter((place) => places?.some((each) => isAboveOrBelow(each, place)) !== true);
      if (strangers.length > 0) {
        warnings.push({
          line,
          column: own.column,
          found: say(
            `${placesText(strangers)}, which is ${asked.length === 1 ? 'not on that' : 'on no'} side of its pairing`,
            `${placesText(strangers)}，不在结对的${asked.length === 1 ? '这一方' : '任何一方'}`,
          ),
          expected: say(
            `${placesText(places ?? [])}, or a region in it or above it`,
            `${placesText(places ?? [])}，或它的下级、上级地区`,
          ),
        });
      }
    }
  }
  return warnings;
}

const bothRoles = ['DONOR', 'RECIPIENT'] as const;
