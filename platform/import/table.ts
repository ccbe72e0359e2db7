import type { Database, Entity } from '../database.js';
import type { CsvFile } from './csv.js';
import type { Column, Values } from './columns.js';
import { found, type Problem } from './problem.js';

type Columns = Readonly<Record<string, Column<unknown>>>;

/** A table of a data set: one CSV file. */
export interface CsvTable<Of extends Columns = Columns> {
  readonly file: string;
  /** What a row is. */
  readonly description: string;
  readonly columns: Of;
  /** What tells one row from another. */
  key(values: Values<NoInfer<Of>>): string;
  /** The column that names the row above, in a table that is a tree. */
  readonly parent?: keyof Of & string;
  /** The columns by which rows may be referred to besides their ids: a code or a name, the name also with the parent's. */
  readonly names?: { readonly code: keyof Of & string; readonly name: keyof Of & string };
  /** What a row must meet beyond its cells. */
  check?(values: Values<NoInfer<Of>>): readonly RowProblem[];
}

/** Rows to be written for one entity. */
export interface EntityRows {
  readonly entity: Entity;
  readonly rows: readonly object[];
  /** Whether its rows have ids of their own, so that rows of other tables may be written to it beside them. */
  readonly hasOwnIds?: true;
}

/** What a table can ask while its rows are made. */
export interface ImportContext {
  readonly database: Database;
  /** Whether an id is one of a file: of the folder's, or of another data set's. */
  readonly isIn: (file: string, id: string) => boolean;
}

/** How one CSV table becomes rows of one subgraph. */
export interface TableImport {
  readonly table: CsvTable;
  /** The database table that keeps the ids of this CSV table, with the data set of each; null where rows have none. */
  readonly ids: string | null;
  /** The column of `ids` with the id of the row above, by which rows of one name are told apart. */
  readonly parent?: string;
  /** The database table with the codes and names that rows had before; `owner` is the column that names the row. */
  readonly former?: { readonly table: string; readonly owner: string };
  /** The rows to write. It names the same entities whatever the rows are, also for none. */
  readonly toRows: (rows: readonly Readonly<Record<string, unknown>>[], context: ImportContext) => ToRows;
}

type ToRows = readonly EntityRows[] | Promise<readonly EntityRows[]>;

/** Defines a CSV table; the types of its rows follow from its columns. */
export function csvTable<const Of extends Columns>(table: CsvTable<Of>): CsvTable<Of> {
  return table;
}

/** Defines how a CSV table becomes rows. */
export function tableImport<Of extends Columns>(
  table: CsvTable<Of>,
  ids: string | null,
  toRows: (rows: readonly Values<Of>[], context: ImportContext) => ToRows,
  by: Pick<TableImport, 'parent' | 'former'> = {},
): TableImport {
  return { table, ids, toRows, ...by } as unknown as TableImport;
}

/** A row of a CSV file as its columns read it. */
export interface TableRow {
  readonly line: number;
  /** Null where the cells do not tell it. */
  readonly key: string | null;
  /** By column; a cell that could not be read has none. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether every cell could be read. */
  readonly isWhole: boolean;
}

/** What a file has: its rows, and what is wrong with their cells. */
export interface ReadTable {
  readonly table: CsvTable;
  /** Null where the file cannot be read as the table. */
  readonly rows: readonly TableRow[] | null;
  readonly problems: readonly Problem[];
}

/** A problem in a row whose place is known. */
export type RowProblem = Pick<Problem, 'column' | 'found' | 'expected'>;

/** Reads the rows of a file by the columns of its table. */
export function readTable(table: CsvTable, file: CsvFile): ReadTable {
  const misnamed = headerProblems(table, file.header);
  if (misnamed.length > 0) {
    return { table, rows: null, problems: misnamed };
  }
  const read = file.records.map(({ line, cells }) => readRow(table, file.header, cells, line));
  return {
    table,
    rows: read.map(({ row }) => row),
    problems: read.flatMap(({ row, problems }) =>
      problems.map((problem) => ({ file: table.file, line: row.line, ...problem })),
    ),
  };
}

function readRow(
  table: CsvTable,
  header: readonly string[],
  cells: readonly string[],
  line: number,
): { readonly row: TableRow; readonly problems: readonly RowProblem[] } {
  const cellOf = (name: string): string => (cells[header.indexOf(name)] ?? '').trim();
  if (cells.length !== header.length) {
    const expected = `${header.length}, as the header has`;
    const row = { line, key: cellOf('id') || null, values: {}, isWhole: false };
    return { row, problems: [{ column: null, found: `${cells.length} cells`, expected }] };
  }
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  for (const [name, column] of Object.entries(table.columns)) {
    const parsed = column.parse(cellOf(name));
    if (parsed.kind === 'problem') {
      problems.push({ column: name, found: parsed.found, expected: parsed.expected });
    } else {
      values[name] = parsed.value;
    }
  }
  return { row: { line, ...keyOf(table, values, problems.length === 0), values }, problems };
}

/** The key of a row of which some cells may be missing. */
function keyOf(
  table: CsvTable,
  values: Readonly<Record<string, unknown>>,
  isWhole: boolean,
): Pick<TableRow, 'key' | 'isWhole'> {
  const id = values['id'];
  return { key: isWhole ? table.key(values) : typeof id === 'string' ? id : null, isWhole };
}

function headerProblems({ file, columns }: CsvTable, header: readonly string[]): Problem[] {
  const names = Object.keys(columns);
  const separator = [';', '\t', '|'].find((each) => header[0]?.split(each).some((name) => names.includes(name.trim())));
  if (header.length === 1 && separator !== undefined && !names.includes(header[0] ?? '')) {
    return [{ file, line: 1, column: null, found: `columns separated by ${found(separator)}`, expected: 'commas' }];
  }
  const expected = `the columns ${names.join(', ')}`;
  return [
    ...names
      .filter((name) => !header.includes(name))
      .map((name) => ({ file, line: 1, column: name, found: 'no such column', expected })),
    ...header
      .filter((name, place) => !names.includes(name) || header.indexOf(name) !== place)
      .map((name) => ({ file, line: 1, column: name, found: `the column ${found(name)}`, expected })),
  ];
}
