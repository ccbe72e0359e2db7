import type { Database } from '../../platform/database.js';
import type { DerivationInput } from '../../platform/import/derivation.js';
import { idTable } from '../../platform/import/id-owners.js';
import { rowsWhere, type AnyTables } from '../../platform/sql.js';
import type { PartialDate } from '../figure/partial-date.js';
import { SourceEntity } from '../figure/source-ref.js';
import { pairingLevels, PairingRefEntity, PairingSideEntity, RecordPairingEntity } from '../pairing/pairing-ref.js';
import { Listing } from '../pairing/listing.js';
import { RoundRefEntity } from '../pairing/round-ref.js';
import { PartyEntity } from '../party/party.js';
import { pathOf, RegionRefEntity } from '../party/party-ref.js';
import type { Hierarchy } from './compare.js';
import { programmeKey, type RecordFacts } from './scope.js';
import type { Published } from './span.js';

/** The rows of a type of record after an import: those of the data set, and those of others that stay. */
export interface RecordRows {
  readonly given: readonly Row[];
  readonly kept: readonly Row[];
}

type Row = RecordFacts['row'];

/** The rows that an import has for an entity. */
export const givenRows = <Of>({ rows }: Pick<DerivationInput, 'rows'>, entity: abstract new () => Of): readonly Of[] =>
  rows.filter((each) => each.entity === entity).flatMap((each) => each.rows as readonly Of[]);

/** The rows of a table that belong to other data sets than the one imported. */
export async function keptRows<Of>(database: Database, table: string, dataset: string): Promise<Of[]> {
  return (await database
    .read<AnyTables>()
    .selectFrom(table)
    .selectAll()
    .where('dataset', '!=', dataset)
    .execute()) as Of[];
}

/** What the scopes of records are made of besides their columns. */
export interface Links {
  readonly pairings: ReadonlyMap<string, readonly string[]>;
  readonly parties: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;
  readonly published: ReadonlyMap<string, Published>;
  readonly regions: ReadonlySet<string>;
}

/** The pairings, parties and publication dates of records of a table, given and kept. */
export async function readLinks(input: DerivationInput, table: string, { given, kept }: RecordRows): Promise<Links> {
  const ids = new Set(given.map(({ id }) => id));
  const linked = async <Of extends { readonly record: string }>(
    entity: abstract new () => Of,
    link: string,
  ): Promise<Of[]> => [
    ...givenRows(input, entity).filter(({ record }) => ids.has(record)),
    ...(kept.length === 0 ? [] : await keptLinks<Of>(input, table, link)),
  ];
  const pairings = Map.groupBy(await linked(RecordPairingEntity, 'recordPairing'), byRecord);
  const parties = await linked(PartyEntity, 'party');
  const undated = new Set(
    [...given, ...kept].filter(({ basis, toDate }) => basis === 'CUMULATIVE' && toDate === null).map(({ id }) => id),
  );
  const sources = undated.size === 0 ? [] : await linked(SourceEntity, 'source');
  return {
    pairings: new Map(Array.from(pairings, ([record, links]) => [record, links.map(({ pairing }) => pairing)])),
    parties: partiesByRole(parties),
    published: await publishedOf(
      input,
      sources.filter(({ record }) => undated.has(record)),
    ),
    regions: new Set(parties.flatMap(({ region }) => region ?? [])),
  };
}

const byRecord = ({ record }: { readonly record: string }): string => record;

async function keptLinks<Of>({ database, dataset }: DerivationInput, table: string, link: string): Promise<Of[]> {
  return (await database
    .read<AnyTables>()
    .selectFrom(`${link} as link`)
    .innerJoin(`${table} as row`, 'row.id', 'link.record')
    .selectAll('link')
    .where('row.dataset', '!=', dataset)
    .execute()) as Of[];
}

function partiesByRole(parties: readonly PartyEntity[]): Map<string, Record<string, string[]>> {
  const byRecord = new Map<string, Record<string, string[]>>();
  for (const { record, role, region, organisation } of parties) {
    const roles = byRecord.get(record) ?? {};
    byRecord.set(record, roles);
    (roles[role] ??= []).push(region ?? organisation ?? '');
  }
  return byRecord;
}

/** When the earliest source of each record was published. */
async function publishedOf(
  { targets, tables, dataset }: DerivationInput,
  sources: readonly SourceEntity[],
): Promise<Map<string, Published>> {
  const ids = [...new Set(sources.map(({ document }) => document))];
  const stored = idTable(targets, 'documents.csv');
  const kept = stored
    ? await rowsWhere<{ id: string; dataset: string; publishedDate: string | null; publishedPrecision: never }>(
        stored.database,
        stored.table,
        'id',
        ids,
      )
    : [];
  const dates = new Map<string, Published>();
  for (const { id, publishedDate: date, publishedPrecision: precision } of kept.filter(
    (row) => row.dataset !== dataset,
  )) {
    dates.set(id, date === null ? null : { date, precision });
  }
  for (const { values } of tables.get('documents.csv')?.rows ?? []) {
    const published = values['published'] as PartialDate | null;
    dates.set(
      String(values['id']),
      published?.date == null ? null : { date: published.date, precision: published.precision },
    );
  }
  return new Map(
    Array.from(Map.groupBy(sources, byRecord), ([record, places]) => {
      const [earliest = null] = places
        .map(({ document }) => dates.get(document) ?? null)
        .filter((published) => published !== null)
        .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
      return [record, earliest];
    }),
  );
}

/** The places at which records are printed, in order. */
export async function readSources(
  input: DerivationInput,
  records: readonly string[],
): Promise<Map<string, SourceEntity[]>> {
  const kept = await rowsWhere<SourceEntity>(input.database, 'source', 'record', records, 'place');
  const wanted = new Set(records);
  const all = [
    ...kept.filter(({ dataset }) => dataset !== input.dataset),
    ...givenRows(input, SourceEntity).filter(({ record }) => wanted.has(record)),
  ];
  return Map.groupBy(all, byRecord);
}

/** The pairings and regions above those that records name, after the import. */
export async function readHierarchy(
  input: DerivationInput,
  links: readonly Links[],
  regionsOfRows: readonly string[],
): Promise<Hierarchy> {
  const refs = async <Of extends { readonly id: string; readonly dataset: string }>(
    entity: abstract new () => Of,
    table: string,
    ids: readonly string[],
  ): Promise<Map<string, Of>> => {
    const kept = await rowsWhere<Of>(input.database, table, 'id', [...new Set(ids)]);
    const all = [...kept.filter(({ dataset }) => dataset !== input.dataset), ...givenRows(input, entity)];
    return new Map(all.map((row) => [row.id, row]));
  };
  const named = links.flatMap(({ pairings }) => [...pairings.values()].flat());
  const pairings = await refs(PairingRefEntity, 'pairingRef', named);
  const several = await pairingsWithSeveral(input, [...pairings.keys()]);
  const sides = [...pairings.values()].flatMap(({ donor, recipient }) => [donor, recipient]);
  const regionIds = [
    ...links.flatMap((each) => [...each.regions]),
    ...regionsOfRows,
    ...sides.filter((id) => id !== null),
  ];
  const regions = await refs(RegionRefEntity, 'regionRef', regionIds);
  const paths = new Map(Array.from(regions, ([id, ref]) => [id, pathOf(ref)]));
  return {
    sidesOf: (pairing) => pairings.get(pairing),
    abovePairing: (pairing) => {
      const ref = pairings.get(pairing);
      return ref
        ? [pairing, ...pairingLevels.flatMap((level) => ref[level] ?? []), programmeKey(ref.programme)]
        : [pairing];
    },
    aboveParty: (party) => paths.get(party) ?? [party],
    isRegion: (party) => paths.has(party),
    hasSeveral: (pairing) => several.has(pairing),
  };
}

/** The pairings with several parties on a side. */
async function pairingsWithSeveral(input: DerivationInput, pairings: readonly string[]): Promise<Set<string>> {
  const kept = await rowsWhere<PairingSideEntity>(input.database, 'pairingSide', 'pairing', pairings);
  const all = [...kept.filter(({ dataset }) => dataset !== input.dataset), ...givenRows(input, PairingSideEntity)];
  return new Set(all.filter(({ place }) => place > 0).map(({ pairing }) => pairing));
}

/** The keys of the programmes that have a round of which pairings are missing, after the import. */
export async function programmesLacking(input: DerivationInput): Promise<ReadonlySet<string>> {
  const kept = await rowsWhere<RoundRefEntity>(input.database, 'roundRef', 'listing', [Listing.PARTIAL]);
  const given = givenRows(input, RoundRefEntity).filter(({ listing }) => listing === Listing.PARTIAL);
  return new Set(
    [...kept.filter(({ dataset }) => dataset !== input.dataset), ...given].map(({ programme }) =>
      programmeKey(programme),
    ),
  );
}

/** Whether a row of another data set may see its scope or relations change, because what they rest on does. */
export async function changesElsewhere(input: DerivationInput): Promise<boolean> {
  const { database, dataset, targets, tables } = input;
  for (const [entity, table, columns] of [
    [PairingRefEntity, 'pairingRef', ['programme', ...pairingLevels, 'donor', 'recipient']],
    [RoundRefEntity, 'roundRef', ['programme', 'listing']],
    [RegionRefEntity, 'regionRef', ['province', 'prefecture', 'county', 'township']],
  ] as const) {
    const stored = await storedRows(database, table, dataset);
    if (differs(stored, givenRows<object>(input, entity) as readonly StoredRow[], columns)) {
      return true;
    }
  }
  const documents = idTable(targets, 'documents.csv');
  const stored = documents ? await storedRows(documents.database, documents.table, dataset) : [];
  const given = (tables.get('documents.csv')?.rows ?? []).map(({ values }): StoredRow => {
    const published = values['published'] as PartialDate | null;
    return {
      id: String(values['id']),
      publishedDate: published?.date ?? null,
      publishedPrecision: published?.precision ?? null,
    };
  });
  return differs(stored, given, ['publishedDate', 'publishedPrecision']);
}

type StoredRow = Readonly<Record<string, unknown>> & { readonly id: string };

const storedRows = async (database: Database, table: string, dataset: string): Promise<StoredRow[]> =>
  (await database
    .read<AnyTables>()
    .selectFrom(table)
    .selectAll()
    .where('dataset', '=', dataset)
    .execute()) as StoredRow[];

function differs(stored: readonly StoredRow[], given: readonly StoredRow[], columns: readonly string[]): boolean {
  const byId = new Map(given.map((row) => [row.id, row]));
  return stored.some((row) => {
    const now = byId.get(row.id);
    return columns.some((column) => (row[column] ?? null) !== (now?.[column] ?? null));
  });
}
