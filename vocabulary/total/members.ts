import type { AliasedExpression, SelectQueryBuilder } from 'kysely';

import type { Database } from '../../platform/database.js';
import { anyOf, eb, type AnyTables } from '../../platform/sql.js';
import { pairingLevels } from '../pairing/pairing-ref.js';
import { regionLevels } from '../party/party-ref.js';
import type { PartyRole } from '../party/party.js';

/** Which records are whose: a query of `owner` and `record` that has each pair once. */
export type Members = (database: Database, owners: readonly string[]) => MembersQuery;
export type MembersQuery = SelectQueryBuilder<AnyTables, string, AnyTables>;

/** The records of pairings; with `includeParts`, also those of the pairings that they are made of. */
export const ofPairings =
  (includeParts: boolean): Members =>
  (database, owners) =>
    eb
      .selectFrom(whole('pairingRef', database, owners, ['id', ...(includeParts ? pairingLevels : [])]))
      .innerJoin('recordPairing', 'recordPairing.pairing', 'whole.id')
      .select(['whole.owner', 'recordPairing.record'])
      .distinct();

/** The records of the pairings of programmes. */
export const ofProgrammes: Members = (database, owners) =>
  eb
    .selectFrom(whole('pairingRef', database, owners, ['programme']))
    .innerJoin('recordPairing', 'recordPairing.pairing', 'whole.id')
    .select(['whole.owner', 'recordPairing.record'])
    .distinct();

/** The records that have regions in a role; with `includeParts`, also those that have a region below them. */
export const ofRegions =
  (role: PartyRole, includeParts: boolean): Members =>
  (database, owners) =>
    eb
      .selectFrom(whole('regionRef', database, owners, ['id', ...(includeParts ? regionLevels : [])]))
      .innerJoin('party', 'party.region', 'whole.id')
      .where('party.role', '=', role)
      .select(['whole.owner', 'party.record'])
      .distinct();

/** What belongs to owners: the rows of a table that name one of them in one of the columns, as `owner` and `id`. */
function whole(
  table: string,
  database: Database,
  owners: readonly string[],
  columns: readonly string[],
): AliasedExpression<AnyTables, 'whole'> {
  const [first, ...others] = columns.map((column) =>
    eb
      .selectFrom(table)
      .select([`${column} as owner`, 'id'])
      .where(anyOf(database, column, owners)),
  );
  return others.reduce((query, other) => query.union(other), first as MembersQuery).as('whole');
}
