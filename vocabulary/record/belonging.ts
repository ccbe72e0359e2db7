import { sql, type Expression, type SelectQueryBuilder } from 'kysely';

import type { Database } from '../../platform/database.js';
import type { Membership } from '../../platform/page.js';
import { anyOf, eb, type AnyTables } from '../../platform/sql.js';
import { pairingLevels } from '../pairing/pairing-ref.js';
import { regionLevels } from '../party/party-ref.js';
import type { PartyRole } from '../party/party.js';

/** How records belong to owners that have lists of them: by a table that names both. */
export type ListBelonging = Membership;

/** How records belong to owners that have totals of them: through the pairings or regions of a reference table. */
export interface TotalBelonging extends Membership {
  readonly owners: {
    readonly table: 'pairingRef' | 'regionRef';
    /** The column that names the owner. */
    readonly self: 'id' | 'programme';
    /** The columns that name the owners above it, whose totals may have its records as parts. */
    readonly above: readonly string[];
  };
  /** The column in which a record can name its owner itself. */
  readonly own?: string;
}

/** Records of a pairing. */
export const toPairing: TotalBelonging = {
  link: 'recordPairing',
  parent: 'pairing',
  child: 'record',
  owners: { table: 'pairingRef', self: 'id', above: pairingLevels },
};

/** Records of the pairings of a programme. */
export const toProgramme: TotalBelonging = {
  ...toPairing,
  owners: { table: 'pairingRef', self: 'programme', above: [] },
  own: 'programmeId',
};

/** Records that have a region in a role. */
export const toRegionAs = (role: PartyRole): TotalBelonging => ({
  ...toParty('region', role),
  owners: { table: 'regionRef', self: 'id', above: regionLevels },
});

/** Records that have an organisation in a role. */
export const toOrganisationAs = (role: PartyRole): ListBelonging => toParty('organisation', role);

/** Rows of a table that name their owner in a column of their own. */
export const toOwnerIn = (table: string, column: string): ListBelonging => ({
  link: table,
  parent: column,
  child: 'id',
});

function toParty(kind: 'region' | 'organisation', role: PartyRole): ListBelonging {
  return { link: 'party', parent: kind, child: 'record', where: eb('link.role', '=', role) };
}

/** Which records are whose: a query of `owner` and `record` that has each pair once. */
export type OwnedRecords = SelectQueryBuilder<AnyTables, string, AnyTables>;

/** The records of owners in a table; with `includeParts`, also those of the owners below them. */
export function ownedRecords(
  table: string,
  { link, parent, child, where, owners: { table: ownerTable, self, above }, own }: TotalBelonging,
  includeParts: boolean,
  database: Database,
  owners: readonly string[],
): OwnedRecords {
  const named = (column: string): OwnedRecords =>
    eb
      .selectFrom(ownerTable)
      .select([`${column} as owner`, 'id'])
      .where(anyOf(database, column, owners)) as OwnedRecords;
  const whole = (includeParts ? above : []).reduce((query, column) => query.union(named(column)), named(self));
  const query = eb
    .selectFrom(whole.as('whole'))
    .innerJoin(`${link} as link`, `link.${parent}`, 'whole.id')
    .select(['whole.owner', `link.${child} as record`])
    .distinct();
  const linked = (where ? query.where(where) : query) as OwnedRecords;
  if (own === undefined) {
    return linked;
  }
  const byThemselves = eb
    .selectFrom(table)
    .select([`${own} as owner`, 'id as record'])
    .where(anyOf(database, own, owners));
  return linked.union(byThemselves as OwnedRecords) as OwnedRecords;
}

/** How many others than its owner a record, alias `row`, belongs to as well; the owner is that of the alias `owned`. */
export function otherOwners(
  { link, parent, child, where, owners: { table, self, above } }: TotalBelonging,
  includeParts: boolean,
): Expression<number> {
  const isOwners = eb.exists(
    eb
      .selectFrom(`${table} as owner`)
      .select(sql`1`.as('one'))
      .whereRef('owner.id', '=', `link.${parent}`)
      .where((ref) =>
        ref.or(
          [self, ...(includeParts ? above : [])].map((column) => ref(`owner.${column}`, '=', ref.ref('owned.owner'))),
        ),
      ),
  );
  const others = eb
    .selectFrom(`${link} as link`)
    .select(sql<number>`count(*)`.as('number'))
    .whereRef(`link.${child}`, '=', 'row.id')
    .where(eb.not(isOwners));
  return (where ? others.where(where) : others) as unknown as Expression<number>;
}
