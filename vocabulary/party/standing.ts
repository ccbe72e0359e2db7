import { sql, type SelectQueryBuilder } from 'kysely';

import { eb, type AnyTables, type Condition } from '../../platform/sql.js';
import type { SideRole } from '../pairing/pairing-ref.js';
import type { PartyRole } from './party.js';

/** Who stands for something in a record. */
export type Standing =
  /** The parties in a role; with `side`, those of that side of its pairings where the record has no party in the role. */
  | { readonly role: PartyRole; readonly side?: SideRole }
  /** The parties of a side, the record being a pairing. */
  | { readonly role: null; readonly side: SideRole };

/** The donor of a record, or its recipient: its own, in a role, else its pairing's. */
export const sideAs = (side: SideRole, role: PartyRole = side): Standing => ({ role, side });

/** Rows of `record`, `region` and `pairing`: the pairing by which the region stands there; null where the record says so. */
export type StandingRows = SelectQueryBuilder<AnyTables, string, AnyTables>;

/** A condition on a column with a region. */
export type OnRegion = (column: string) => Condition;

/**
 * The regions of those who stand for something in records: a region itself, the one that a body belongs to, the one that
 * counted parties are in. A record may have a row twice.
 */
export function standingRegions(
  { role, side }: Standing,
  where: OnRegion = (column) => eb(column, 'is not', null),
): StandingRows {
  const ofSide = (of: SideRole): StandingRows => regionsIn('pairingSide', 'named.pairing', of, where);
  if (role === null) {
    return ofSide(side);
  }
  const own = regionsIn('party', 'named.record', role, where);
  if (side === undefined) {
    return own;
  }
  const isNamed = eb
    .selectFrom('party as own')
    .select(sql`1`.as('one'))
    .whereRef('own.record', '=', 'link.record')
    .where('own.role', '=', role);
  const takenOver = eb
    .selectFrom(ofSide(side).as('ofPairing'))
    .innerJoin('recordPairing as link', 'link.pairing', 'ofPairing.record')
    .select(['link.record', 'ofPairing.region', 'link.pairing'])
    .where(eb.not(eb.exists(isNamed))) as StandingRows;
  return own.unionAll(takenOver);
}

/** The regions of parties in a role, of a table that names them. */
function regionsIn(table: 'party' | 'pairingSide', record: string, role: string, where: OnRegion): StandingRows {
  const parties = eb.selectFrom(`${table} as named`).where('named.role', '=', role) as StandingRows;
  const rows = (query: StandingRows, region: string): StandingRows =>
    query
      .select([`${record} as record`, `${region} as region`, sql<string | null>`cast(null as text)`.as('pairing')])
      .where(where(region));
  return rows(parties, 'named.region').unionAll(
    rows(parties.innerJoin('organisationRef as body', 'body.id', 'named.organisation'), 'body.region'),
  );
}
