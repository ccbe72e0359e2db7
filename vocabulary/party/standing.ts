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

/** A condition on a column. */
export type OnColumn = (column: string) => Condition;

/**
 * The regions of those who stand for something in records: a region itself, the one that a body belongs to, the one that
 * counted parties are in. A record may have a row twice. With `of`, those of one record, whose id is in that column of the
 * query around it.
 */
export const standingRegions = (
  standing: Standing,
  where: OnColumn = (column) => eb(column, 'is not', null),
  of: string | null = null,
): StandingRows =>
  standingIn(
    standing,
    (parties, record) =>
      partyRows(parties, record, 'named.region')
        .where(where('named.region'))
        .unionAll(partyRows(withBody(parties), record, 'body.region').where(where('body.region'))),
    of,
  );

/** Those bodies that stand for something in records whose kind meets a condition. */
export const standingBodies = (standing: Standing, where: OnColumn): StandingRows =>
  standingIn(standing, (parties, record) =>
    partyRows(withBody(parties), record, 'body.region').where(where('body.kind')),
  );

/** Rows of parties of a table; `record` is its column of that name. */
type PartiesOf = (parties: StandingRows, record: string) => StandingRows;

function standingIn({ role, side }: Standing, rows: PartiesOf, of: string | null = null): StandingRows {
  // SQLite takes no condition into a union: it would read all of it first.
  const among = (query: StandingRows, record: string): StandingRows =>
    of === null ? query : query.whereRef(record, '=', of);
  const parties = (table: 'party' | 'pairingSide', as: string): StandingRows =>
    eb.selectFrom(`${table} as named`).where('named.role', '=', as) as StandingRows;
  if (role === null) {
    return rows(among(parties('pairingSide', side), 'named.pairing'), 'named.pairing');
  }
  const own = rows(among(parties('party', role), 'named.record'), 'named.record');
  if (side === undefined) {
    return own;
  }
  const isNamed = eb
    .selectFrom('party as own')
    .select(sql`1`.as('one'))
    .whereRef('own.record', '=', 'link.record')
    .where('own.role', '=', role);
  const takenOver = eb
    .selectFrom(rows(parties('pairingSide', side), 'named.pairing').as('ofPairing'))
    .innerJoin('recordPairing as link', 'link.pairing', 'ofPairing.record')
    .select(['link.record', 'ofPairing.region', 'link.pairing'])
    .where(eb.not(eb.exists(isNamed))) as StandingRows;
  return own.unionAll(among(takenOver, 'link.record'));
}

const withBody = (parties: StandingRows): StandingRows =>
  parties.innerJoin('organisationRef as body', 'body.id', 'named.organisation');

const partyRows = (parties: StandingRows, record: string, region: string): StandingRows =>
  parties.select([`${record} as record`, `${region} as region`, sql<string | null>`cast(null as text)`.as('pairing')]);
