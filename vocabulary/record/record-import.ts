import type { ClassType } from 'type-graphql';

import { described, optional, reference, type Column } from '../../platform/import/columns.js';
import {
  tableImport,
  type EntityRows,
  type ImportContext,
  type StoredReference,
  type TableImport,
} from '../../platform/import/table.js';
import { csvTable } from '../chinese/table.js';
import type { Unit } from '../figure/unit.js';
import { SourceEntity } from '../figure/source-ref.js';
import { RecordPairingEntity } from '../pairing/pairing-ref.js';
import { PartyKind } from '../pairing/pairing-table.js';
import { CountedParties, countedRows, type CountedCell } from '../party/counted-parties.js';
import { PartyEntity, type PartyRole } from '../party/party.js';
import { countedColumn, daysOfSpan, firstSource, partiesColumn } from './columns.js';
import { recordCells, recordColumns, recordProblems, reportedColumns, type RecordRow } from './record-columns.js';
import { recordTables, type RecordName } from './record-tables.js';
import type { Reported } from './reported.js';
import { recordWarnings, type WarnedRecords } from '../warning/record-warnings.js';
import { termKey, termRows, termsColumn, termsWithStateColumn, type TermCell } from './term.js';

/** A column of a type of record, and where its value is stored: without `stored`, in the entity's column of its name. */
export interface RecordColumn<Value> extends Column<Value> {
  readonly stored?:
    { readonly column: string } | { readonly role: PartyRole } | { readonly counted: PartyRole } | 'terms';
  /** Whether the items of a list have states. */
  readonly hasStates?: true;
}

/** A column that is stored in a column of the entity that has another name. */
export const storedIn = <Value>(column: string, of: Column<Value>): RecordColumn<Value> => ({
  ...of,
  stored: { column },
});

/** A column with those who stand in a role: any number of regions and organisations, or what `of` reads. */
export const inRole = (
  role: PartyRole,
  description: string,
  of: Column<readonly string[] | string | null> = partiesColumn,
): RecordColumn<readonly string[] | string | null> => ({ ...described(description, of), stored: { role } });

/** A column with the one region that stands in a role. */
export const regionInRole = (role: PartyRole, description: string): RecordColumn<readonly string[] | string | null> =>
  inRole(role, description, optional(reference('regions.csv')));

/** A column with parties in a role that a source counts without naming them. */
export const countedInRole = (role: PartyRole, description: string): RecordColumn<readonly CountedCell[]> => ({
  ...described(description, countedColumn(PartyKind)),
  stored: { counted: role },
});

/** A column with a list that the source prints. */
export const termList = (description: string): RecordColumn<readonly TermCell[]> => ({
  ...described(description, termsColumn),
  stored: 'terms',
});

/** The same, each item with its state. */
export const statedList = (
  description: string,
  states: Readonly<Record<string, string>>,
): RecordColumn<readonly TermCell[]> => ({
  ...described(description, termsWithStateColumn(states)),
  stored: 'terms',
  hasStates: true,
});

/** The CSV table of a type of record. */
export interface RecordTable {
  /** What a row is. */
  readonly description: string;
  /** The units that its figures can have; all of them without it. */
  readonly units?: readonly Unit[];
  /** What it has beside the columns of every record. */
  readonly columns: Readonly<Record<string, RecordColumn<unknown>>>;
}

/** How the CSV table of a type of record becomes rows: its own, and those of its parties, pairings, sources and lists. */
export function recordImport(
  name: RecordName,
  entity: ClassType<Reported>,
  table: string,
  { description, units, columns }: RecordTable,
): TableImport {
  const file = recordTables[name];
  const csv = csvTable({
    file,
    description,
    columns: { ...recordColumns(file, units), ...columns },
    key: (row) => row.id,
    parent: 'includedIn',
    days: { own: daysOfSpan, source: firstSource },
    check: recordProblems,
    takesDefaults: true,
    written: (cells, notes) => recordCells(cells, notes, units),
  });
  const lists = listsOf(columns);
  const warned = warnedRecords(table, columns);
  const toRows = (rows: readonly RecordRow[], context: ImportContext): EntityRows[] => {
    const own = rows as readonly (RecordRow & Readonly<Record<string, unknown>>)[];
    return [
      {
        entity,
        rows: own.map((row) => ({ ...reportedColumns(row), ...storedColumns(columns, row) })),
        refersTo: [
          { column: 'includedInId', file },
          { column: 'mayBeIncludedInId', file },
          { column: 'programmeId', file: 'programmes.csv' },
          ...storedReferences(columns),
        ],
      },
      parties(
        own.flatMap((row) =>
          Object.entries(columns).flatMap(([column, { stored }]) =>
            stored !== undefined && stored !== 'terms' && 'role' in stored
              ? partyRows(row.id, stored.role, [row[column] ?? []].flat() as string[], context)
              : [],
          ),
        ),
      ),
      counted(
        own.flatMap((row) =>
          Object.entries(columns).flatMap(([column, { stored }]) =>
            stored !== undefined && stored !== 'terms' && 'counted' in stored
              ? countedRows(row.id, stored.counted, row[column] as readonly CountedCell[])
              : [],
          ),
        ),
      ),
      ...linkRows(own),
      termRows(
        own.flatMap((row) =>
          lists.map((list) => ({ id: termKey(lists, row.id, list), terms: row[list] as readonly TermCell[] })),
        ),
      ),
    ];
  };
  return tableImport(csv, table, toRows, { warnings: (rows, context) => recordWarnings(rows, warned, context) });
}

const warnedRecords = (table: string, columns: RecordTable['columns']): WarnedRecords => ({
  table,
  roles: Object.entries(columns).flatMap(([column, { stored }]) =>
    stored !== undefined && stored !== 'terms' && 'role' in stored ? [[column, stored.role] as const] : [],
  ),
  kinds: kindsOf(columns),
});

/** The columns of its own that have one value of an enumeration each. */
export const kindsOf = (columns: RecordTable['columns']): readonly string[] =>
  Object.keys(columns).filter((name) => columns[name]?.enumeration !== undefined && columns[name].stored === undefined);

/** The lists that a type of record has, by the names of their columns. */
export const listsOf = (columns: RecordTable['columns']): readonly string[] =>
  Object.keys(columns).filter((name) => columns[name]?.stored === 'terms');

function storedColumns(columns: RecordTable['columns'], row: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, { stored }]) => {
      if (stored === undefined) {
        return [[name, row[name]]];
      }
      return stored !== 'terms' && 'column' in stored ? [[stored.column, row[name]]] : [];
    }),
  );
}

/** The references of the columns that the entity itself stores. */
const storedReferences = (columns: RecordTable['columns']): StoredReference[] =>
  Object.entries(columns).flatMap(([name, { stored, refersTo = [] }]) =>
    stored === undefined || (stored !== 'terms' && 'column' in stored)
      ? refersTo.map((file) => ({ column: stored?.column ?? name, file }))
      : [],
  );

/** The rows that tell which pairings and sources records have. */
export function linkRows(
  rows: readonly {
    readonly id: string;
    readonly pairings?: readonly string[];
    readonly sources: RecordRow['sources'];
  }[],
): EntityRows[] {
  return [
    {
      entity: RecordPairingEntity,
      row: 'record',
      refersTo: [{ column: 'pairing', file: 'pairings.csv' }],
      rows: rows.flatMap(({ id: record, pairings = [] }) => pairings.map((pairing) => ({ record, pairing }))),
    },
    {
      entity: SourceEntity,
      row: 'record',
      refersTo: [{ column: 'document', file: 'documents.csv' }],
      rows: rows.flatMap(({ id: record, sources }) => sources.map((source, place) => ({ record, place, ...source }))),
    },
  ];
}

/** The rows of parties, made by `partyRows`. */
export const parties = (rows: readonly object[]): EntityRows => ({
  entity: PartyEntity,
  rows,
  row: 'record',
  refersTo: [
    { column: 'region', file: 'regions.csv' },
    { column: 'organisation', file: 'organisations.csv' },
  ],
});

/** The rows of parties that are only counted, made by `countedRows`. */
export const counted = (rows: readonly object[]): EntityRows => ({
  entity: CountedParties,
  rows,
  row: 'record',
  refersTo: [{ column: 'regionId', file: 'regions.csv' }],
});

/** The rows that tell which parties a record has in a role. */
export function partyRows(record: string, role: PartyRole, ids: readonly string[], { isIn }: ImportContext): object[] {
  return ids.map((party, place): Omit<PartyEntity, 'dataset'> => {
    const isRegion = isIn('regions.csv', party);
    return { record, role, place, region: isRegion ? party : null, organisation: isRegion ? null : party };
  });
}
