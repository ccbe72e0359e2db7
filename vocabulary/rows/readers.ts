import { sql, type SelectQueryBuilder } from 'kysely';

import type { Identified } from '../../platform/page.js';
import { anyOf, rowsWhere, type AnyTables } from '../../platform/sql.js';
import type { CountedParties } from '../party/counted-parties.js';
import type { PartyRole } from '../party/party.js';
import type { Known, RowReader } from './row-page.js';

/** A party as rows have it. */
export interface PartyCells {
  readonly role: PartyRole;
  readonly id: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly nameEn: string | null;
  /** The Chinese name of its province. */
  readonly province: string | null;
}

/** The pairings of records, by record. */
export const pairings: RowReader<Identified, { readonly pairing: string; readonly programme: string }> = {
  read: async ({ database }, rows) =>
    byRecord(
      await database
        .read<AnyTables>()
        .selectFrom('recordPairing as link')
        .innerJoin('pairingRef as ref', 'ref.id', 'link.pairing')
        .select(['link.record', 'link.pairing', 'ref.programme'])
        .where(anyOf(database, 'link.record', idsOf(rows)))
        .orderBy('link.pairing')
        .execute(),
    ),
};

/** The parties that records themselves name, by record. */
export const parties: RowReader<Identified, PartyCells> = {
  read: async ({ database }, rows) => {
    const named = database
      .read<AnyTables>()
      .selectFrom('party as named')
      .where(anyOf(database, 'named.record', idsOf(rows))) as Query;
    return byRecord(await withNames(named).select('named.record').orderBy('named.place').execute());
  },
};

/** Who stands on the sides of the pairings of records, by record. */
export const sides: RowReader<Identified, PartyCells> = {
  read: async ({ database }, rows) => {
    const named = database
      .read<AnyTables>()
      .selectFrom('recordPairing as link')
      .innerJoin('pairingSide as named', 'named.pairing', 'link.pairing')
      .where(anyOf(database, 'link.record', idsOf(rows))) as Query;
    return byRecord(await known(named).select('link.record').execute());
  },
};

/** Who stands on the sides of the pairings that rows are of, by pairing. */
export const sidesOfPairings = <Row>(pairingOf: (row: Row) => string): RowReader<Row, PartyCells> => ({
  read: async ({ database }, rows) => {
    const named = database
      .read<AnyTables>()
      .selectFrom('pairingSide as named')
      .where(anyOf(database, 'named.pairing', [...new Set(rows.map(pairingOf))])) as Query;
    return byRecord(await known(named).select('named.pairing as record').execute());
  },
});

/** Where records are printed, by record. */
export const sources: RowReader<
  Identified,
  {
    readonly document: string;
    readonly paragraph: number | null;
    readonly title: string | null;
    readonly titleEn: string | null;
  }
> = {
  read: async ({ database, documents }, rows) => {
    const places = await rowsWhere<{ record: string; document: string; paragraph: number | null }>(
      database,
      'source',
      'record',
      idsOf(rows),
      'place',
    );
    const ids = [...new Set(places.map(({ document }) => document))];
    const known = new Map(await Promise.all(ids.map(async (id) => [id, await documents.byId(id)] as const)));
    return byRecord(
      places.map((place) => {
        const document = known.get(place.document);
        return { ...place, title: document?.title ?? null, titleEn: document?.titleEn ?? null };
      }),
    );
  },
};

/** The parties that records count without naming them, by record. */
export const countedParties: RowReader<Identified, CountedParties> = {
  read: async ({ database }, rows) =>
    byRecord(await rowsWhere<CountedParties>(database, 'countedParties', 'record', idsOf(rows), 'place')),
};

/** The items of the lists of rows, by `termKey`. */
export const termsOf = <Row>(
  keys: (row: Row) => readonly string[],
): RowReader<Row, { readonly name: string; readonly nameEn: string | null; readonly state: string | null }> => ({
  read: async ({ database }, rows) =>
    byRecord(await rowsWhere(database, 'term', 'record', rows.flatMap(keys), 'place')),
});

/** The regions that rows name in columns of their own, by id. */
export const regionsOf = <Row>(ids: (row: Row) => readonly (string | null)[]): RowReader<Row, PartyCells> => ({
  read: async ({ database }, rows) =>
    byRecord(
      await database
        .read<AnyTables>()
        .selectFrom('regionRef as region')
        .leftJoin('regionRef as province', 'province.id', 'region.province')
        .select(['region.id as record', 'region.id', 'region.code', 'region.name', 'region.nameEn'])
        .select('province.name as province')
        .where(
          anyOf(
            database,
            'region.id',
            rows.flatMap(ids).filter((id) => id !== null),
          ),
        )
        .execute(),
    ),
});

const idsOf = (rows: readonly Identified[]): readonly string[] => rows.map(({ id }) => id);

const byRecord = <Cells>(rows: readonly unknown[]): Known<Cells> =>
  Map.groupBy(rows as readonly (Cells & { readonly record: string })[], ({ record }) => record);

type Query = SelectQueryBuilder<AnyTables, string, AnyTables>;

/** Those of a side that are named, or of whom it is known where they are. */
const known = (named: Query): Query =>
  withNames(named)
    .where((row) => row.or([row('named.region', 'is not', null), row('named.organisation', 'is not', null)]))
    .orderBy('named.pairing')
    .orderBy('named.place');

/** The names of the parties `named`: a region's own, or those of a body, whose province is that of its region. */
function withNames(named: Query): Query {
  const first = (one: string, other: string) => sql<string | null>`coalesce(${sql.ref(one)}, ${sql.ref(other)})`;
  return named
    .leftJoin('organisationRef as body', 'body.id', 'named.organisation')
    .leftJoin('regionRef as region', 'region.id', 'named.region')
    .leftJoin('regionRef as seat', 'seat.id', 'body.region')
    .leftJoin('regionRef as province', (join) => join.on('province.id', '=', first('region.province', 'seat.province')))
    .select(['named.role', 'region.code', 'province.name as province'])
    .select([
      first('named.region', 'named.organisation').as('id'),
      first('region.name', 'body.name').as('name'),
      first('region.nameEn', 'body.nameEn').as('nameEn'),
    ]) as Query;
}
