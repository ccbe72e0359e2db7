import type { Database, Entity } from '../database.js';
import type { EntityRows, ReadTable, TableImport } from './table.js';

/** A subgraph of the graph that an import writes to. */
export interface DerivationTarget {
  readonly subgraph: { readonly imports: readonly TableImport[] };
  readonly database: Database;
}

/** What an import is about to write to a subgraph, and what else there is to look at. */
export interface DerivationInput {
  readonly targets: readonly DerivationTarget[];
  readonly database: Database;
  readonly dataset: string;
  /** The tables of the folder, checked. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  /** The rows for this subgraph. */
  readonly rows: readonly EntityRows[];
  /** The roles that may see a data set after the import; none where everybody may. */
  readonly rolesOf: (dataset: string) => readonly string[];
}

/** What follows from the rows of an import and those of other data sets, worked out before anything is written. */
export interface Derived {
  /** The rows to write, in place of those given. */
  readonly rows: readonly EntityRows[];
  /** Columns of rows of other data sets that change, by their ids. */
  readonly updates: readonly { readonly entity: Entity; readonly rows: readonly { readonly id: string }[] }[];
  /** Rows of tables that belong to no data set, in place of those with these values. */
  readonly replaced: readonly (EntityRows & {
    readonly where: Readonly<Record<string, string | { readonly $like: string }>>;
  })[];
  /** Rows of the data set that overlap with others. */
  readonly overlaps: readonly Overlap[];
  /** What the derivations of all subgraphs gather. */
  readonly findings: readonly object[];
}

/** A row that overlaps with another row, and how. */
export interface Overlap {
  readonly reason: string;
  readonly file: string;
  readonly line: number | null;
  readonly row: string;
  readonly by: string;
}

/** Derives rows of a subgraph. `entities` are its tables that belong to no data set. */
export interface Derivation {
  readonly entities: readonly Entity[];
  readonly derive: (input: DerivationInput) => Promise<Derived>;
  /** Derives rows of what was found in all subgraphs. */
  readonly gather?: (input: DerivationInput, findings: readonly object[]) => Promise<Derived['replaced']>;
}

/** The rows that overlap in one way: their number, and the first of them. */
export interface GatheredOverlaps {
  readonly reason: string;
  readonly rows: number;
  readonly first: readonly Omit<Overlap, 'reason'>[];
}

const maxRowsShown = 3;

/** Rows that overlap, by the reason. */
export const gatherOverlaps = (derived: readonly Derived[]): readonly GatheredOverlaps[] =>
  Array.from(
    Map.groupBy(
      derived.flatMap(({ overlaps }) => overlaps),
      ({ reason }) => reason,
    ),
    ([reason, rows]) => ({
      reason,
      rows: rows.length,
      first: rows.slice(0, maxRowsShown).map(({ file, line, row, by }) => ({ file, line, row, by })),
    }),
  );
