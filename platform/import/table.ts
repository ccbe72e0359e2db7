import type { Database, Entity } from '../database.js';
import type { Column, Values } from './columns.js';
import type { Problem } from './problem.js';
import type { Problems } from './problems.js';
import type { SheetRow } from './sheet.js';
import type { Spellings } from './spellings.js';

type Columns = Readonly<Record<string, Column<unknown>>>;

/** A table of a data set: one CSV file. */
export interface CsvTable<Of extends Columns = Columns> {
  readonly file: string;
  /** What a row is. */
  readonly description: string;
  readonly columns: Of;
  /** Identifies a row. */
  key(values: Values<NoInfer<Of>>): string;
  /**
   * Whether a key may be in several data sets: their rows tell of the same thing, and each is stored. `toRows` makes
   * their ids differ by the data set.
   */
  readonly isShared?: true;
  /** The column that refers to the parent of a row, in a table that is a tree. */
  readonly parent?: keyof Of & string;
  /** The columns by which rows can be referred to besides their ids. A name may be followed by that of the parent. */
  readonly names?: { readonly code: keyof Of & string; readonly name: keyof Of & string };
  /** Which days a row is about: they tell what a name in it means. Without it, names are those of today. */
  readonly days?: {
    own?(values: Values<NoInfer<Of>>): Days | null;
    /** The row of another table that `own` is the days of. */
    dates?(values: Values<NoInfer<Of>>): RowId | undefined;
    /** The row of another table whose days count where there are no others. */
    source?(values: Values<NoInfer<Of>>): RowId | undefined;
  };
  /** Problems of a row whose cells were all read. */
  check?(values: Values<NoInfer<Of>>): readonly RowProblem[];
  /** The cells of a row in plain form, of cells as people write them; `notes` are those in the brackets of headers. */
  written?(cells: Cells, notes: Cells): WrittenCells;
  /** Whether its rows have what the data set says of all records. */
  readonly takesDefaults?: true;
  readonly chinese?: ChineseWords;
}

/** Texts of a row by column. */
export type Cells = Readonly<Record<string, string>>;

/** Cells in plain form, and what is wrong with those that have none. */
export interface WrittenCells {
  readonly cells: Cells;
  readonly problems: readonly RowProblem[];
}

/** What a table and its columns are called in Chinese. */
export interface ChineseWords {
  /** The first is the one to be shown. */
  readonly names: readonly string[];
  readonly description: string;
  readonly columns: Readonly<Record<string, ColumnWords | undefined>>;
}

/** What a column is called in Chinese, the first name to be shown; what the name does not say; and a cell of it. */
interface ColumnWords {
  readonly names: readonly string[];
  readonly description?: string | undefined;
  readonly example?: string | undefined;
}

/** A span of days, both included: `2018-04-19`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

interface RowId {
  readonly file: string;
  readonly id: string;
}

/** Former codes and names of the rows of a table. */
export interface FormerNames {
  /** The database table, with columns of the names that those of the rows have. */
  readonly table: string;
  /** Its column with the id of the row. */
  readonly owner: string;
  /** Whether a name was the row's own, not that of another row that ended in it. */
  isOwn(former: StoredRow): boolean;
  /** Whether it held on any of the days. */
  heldIn(former: StoredRow, days: Days): boolean;
  /** When it held, for messages: "2002-12 to 2021". */
  span(former: StoredRow): string;
  /** The codes of rows that one with this code was below. */
  codesAbove(code: string): readonly string[];
}

/** A row of a database table by columns. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** Rows to be written for one entity. */
export interface EntityRows {
  readonly entity: Entity;
  readonly rows: readonly object[];
  /** Whether the ids of its rows cannot collide with those that other CSV tables write to it. */
  readonly hasOwnIds?: true;
  /** The column with the id of the row of the CSV table; `id` when left out. */
  readonly row?: string;
  /** The columns with ids of rows of CSV tables, which may be of other data sets. */
  readonly refersTo?: readonly StoredReference[];
}

/** A column of a database table with ids of rows of a CSV table. */
export interface StoredReference {
  readonly column: string;
  readonly file: string;
  /** Of a column that refers to several CSV tables: the rows that refer to this one. */
  readonly when?: { readonly column: string; readonly value: string };
}

/** What `toRows` of a table may use. */
export interface ImportContext {
  readonly database: Database;
  /** The data set that is imported; "" where there is none yet. */
  readonly dataset: string;
  /** Whether a file has an id: that of the folder, or of another data set. */
  readonly isIn: (file: string, id: string) => boolean;
}

/** Maps a CSV table to rows of one subgraph. */
export interface TableImport {
  readonly table: CsvTable;
  /** The database table with the ids of this CSV table and their data sets; null where rows have no ids. */
  readonly ids: string | null;
  /** The column of `ids` with the id of the parent, which tells rows of one name apart. */
  readonly parent?: string;
  readonly former?: FormerNames;
  readonly spellings?: Spellings;
  /** The days that a stored row of `ids` is about. */
  readonly storedDays?: (row: StoredRow) => Days | null;
  /** Warnings of the rows of a folder without problems, in a constant number of statements. */
  readonly warnings?: (rows: readonly CheckedRow[], context: WarningContext) => ToWarnings;
  /** The rows to write. The entities must not depend on the rows: they are also asked for with no rows. */
  readonly toRows: (rows: readonly Readonly<Record<string, unknown>>[], context: ImportContext) => ToRows;
}

/** Makes rows of a CSV table that another subgraph imports, to which the ids of its rows belong. */
export interface TableReader {
  readonly file: string;
  readonly toRows: (rows: readonly Readonly<Record<string, unknown>>[]) => readonly EntityRows[];
}

/** What the warnings of a table may look at. */
export interface WarningContext extends ImportContext {
  /** The tables of the folder; references are ids. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  /** The day of the import: `2026-11-26`. */
  readonly today: string;
  /** The days that rows of a table are about, in the folder or stored. One statement. */
  readonly daysOf: (file: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Days>>;
}

/** What is odd in a row and may be right: it does not block an import. `expected` is what to write if it is a mistake. */
export interface RowWarning extends RowProblem {
  readonly line: number;
}

/** A row of a folder without problems. */
export interface CheckedRow<Row = Readonly<Record<string, unknown>>> {
  readonly line: number;
  readonly values: Row;
}

type ToWarnings = Iterable<RowWarning> | Promise<Iterable<RowWarning>>;

type ToRows = readonly EntityRows[] | Promise<readonly EntityRows[]>;

/** Defines a CSV table; the types of its rows follow from its columns. */
export function csvTable<const Of extends Columns>(table: CsvTable<Of>): CsvTable<Of> {
  return table;
}

/** Defines how a CSV table is mapped to rows. */
export function tableImport<Of extends Columns>(
  table: CsvTable<Of>,
  ids: string | null,
  toRows: (rows: readonly Values<Of>[], context: ImportContext) => ToRows,
  by: Pick<TableImport, 'parent' | 'former' | 'spellings' | 'storedDays'> & {
    readonly warnings?: (rows: readonly CheckedRow<Values<Of>>[], context: WarningContext) => ToWarnings;
  } = {},
): TableImport {
  return { table, ids, toRows, ...by } as unknown as TableImport;
}

/** A problem in a row of a known file and line. */
export type RowProblem = Pick<Problem, 'column' | 'found' | 'expected'>;

/** A row of a table, read by its columns. */
export interface TableRow {
  readonly line: number;
  /** Null where its cells cannot be read. */
  readonly key: string | null;
  /** Values by column, without those that could not be read. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether every cell could be read. */
  readonly isWhole: boolean;
}

/** The rows of a file as they are written. */
interface WrittenRows {
  readonly rows: readonly SheetRow[];
  /** The line of the header, and the place of each column in it; null where there is none that can be read. */
  readonly header: { readonly line: number; readonly places: ReadonlyMap<string, number> } | null;
}

/** The rows of a file, and the problems of its header and cells. */
export interface ReadTable {
  readonly table: CsvTable;
  /** What its file, or its workbook and sheet, is called. */
  readonly name: string;
  /** Null where the file as a whole cannot be read. */
  readonly rows: readonly TableRow[] | null;
  /** The optional columns that the file has not; their values are those of empty cells. */
  readonly absentColumns: readonly string[];
  /** The names of its columns as they are written. */
  readonly written: ReadonlyMap<string, string>;
  /** Null where no row can be read. */
  readonly sheet: WrittenRows | null;
  readonly problems: Problems;
  /** How it was read where that is not as documented. */
  readonly warnings: Problems;
}
