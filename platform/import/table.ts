import type { Database, Entity } from '../database.js';
import type { CsvFile } from './csv.js';
import type { CellReference, Column, Values } from './columns.js';
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
  /** What a row must meet beyond its cells. */
  check?(values: Values<NoInfer<Of>>): readonly RowProblem[];
}

/** A row of a CSV file as its columns read it. */
interface TableRow {
  readonly line: number;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Rows to be written for one entity. */
export interface EntityRows {
  readonly entity: Entity;
  readonly rows: readonly object[];
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
): TableImport {
  return { table, ids, toRows } as unknown as TableImport;
}

/** What a file has: its rows, the references they make, and what is wrong with them. */
export interface ReadTable {
  readonly file: string;
  readonly rows: readonly TableRow[];
  readonly keys: ReadonlySet<string>;
  readonly references: readonly (CellReference & { readonly line: number; readonly column: string })[];
  readonly problems: readonly Problem[];
}

type RowProblem = Pick<Problem, 'column' | 'found' | 'expected'>;

/** Reads the rows of a file by the columns of its table. */
export function readTable(table: CsvTable, file: CsvFile): ReadTable {
  const problems = headerProblems(table, file.header);
  const rows: TableRow[] = [];
  const keys = new Set<string>();
  const references: (CellReference & { line: number; column: string })[] = [];
  for (const { line, cells } of problems.length > 0 ? [] : file.records) {
    const row = readRow(table, file.header, cells);
    references.push(...row.references.map((reference) => ({ ...reference, line })));
    problems.push(...row.problems.map((problem) => ({ file: table.file, line, ...problem })));
    if (row.key === null) {
      continue;
    }
    if (keys.has(row.key)) {
      const twice = { column: null, found: `a second row for ${found(row.key)}`, expected: 'one row for each' };
      problems.push({ file: table.file, line, ...twice });
    }
    keys.add(row.key);
    rows.push({ line, key: row.key, values: row.values });
  }
  problems.push(...cycleProblems(table, rows));
  return { file: table.file, rows, keys, references, problems };
}

interface ReadRow {
  /** Null where the cells do not tell it. */
  readonly key: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly references: readonly (CellReference & { readonly column: string })[];
  readonly problems: readonly RowProblem[];
}

function readRow(table: CsvTable, header: readonly string[], cells: readonly string[]): ReadRow {
  if (cells.length !== header.length) {
    const expected = `${header.length}, as the header has`;
    const problem = { column: null, found: `${cells.length} cells`, expected };
    return { key: null, values: {}, references: [], problems: [problem] };
  }
  const values: Record<string, unknown> = {};
  const references: (CellReference & { column: string })[] = [];
  const problems: RowProblem[] = [];
  for (const [name, column] of Object.entries(table.columns)) {
    const parsed = column.parse((cells[header.indexOf(name)] ?? '').trim());
    if (parsed.kind === 'problem') {
      problems.push({ column: name, found: parsed.found, expected: parsed.expected });
    } else {
      values[name] = parsed.value;
      references.push(...(column.references?.(parsed.value) ?? []).map((each) => ({ ...each, column: name })));
    }
  }
  if (problems.length > 0) {
    return { key: typeof values['id'] === 'string' ? values['id'] : null, values, references, problems };
  }
  return { key: table.key(values), values, references, problems: table.check?.(values) ?? [] };
}

function cycleProblems({ file, parent }: CsvTable, rows: readonly TableRow[]): Problem[] {
  if (parent === undefined) {
    return [];
  }
  const parents = new Map(rows.map(({ key, values }) => [key, values[parent] as string | null]));
  return rows.flatMap(({ key, line }) => {
    const chain = new Set<string>();
    for (let above = parents.get(key); above != null && !chain.has(above); above = parents.get(above)) {
      chain.add(above);
    }
    return chain.has(key)
      ? [{ file, line, column: parent, found: `${found(key)} above itself`, expected: 'a parent that is not below it' }]
      : [];
  });
}

function headerProblems({ file, columns }: CsvTable, header: readonly string[]): Problem[] {
  const names = Object.keys(columns);
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
