import { isDefaultRow, withDefaults } from './defaults.js';
import { readHeader, type Header } from './header.js';
import { say } from './message.js';
import { Problems } from './problems.js';
import { faultKey, isBlank, type Sheet, type SheetRow } from './sheet.js';
import type { Cells, CsvTable, ReadTable, RowProblem, TableRow } from './table.js';

/** A table whose file cannot be read. */
export const unreadTable = (
  table: CsvTable,
  name: string,
  problems: Problems,
  sheet: ReadTable['sheet'] = null,
): ReadTable => ({
  table,
  name,
  rows: null,
  absentColumns: [],
  written: new Map(),
  sheet,
  problems,
  warnings: new Problems(),
});

/** Reads the rows of a sheet by the columns of its table. */
export function readTable(table: CsvTable, name: string, sheet: Sheet, ofDataset: Cells = {}): ReadTable {
  const known = table.takesDefaults === true ? ofDataset : {};
  const header = readHeader(table, sheet, Object.keys(known));
  if (!('places' in header)) {
    return unreadTable(table, name, new Problems(header), { rows: sheet.rows, header: null });
  }
  const problems = new Problems();
  const rows: TableRow[] = [];
  let defaults = known;
  for (const row of header.rows.filter((each) => !isBlank(each) && !isRemark(each))) {
    const given = cellsOf(row, header, sheet);
    if (isDefaultRow(given)) {
      defaults = { ...known, ...filledIn(given) };
      continue;
    }
    const read = readRow(table, header, row, sheet, withDefaults(given, defaults));
    rows.push(read.row);
    problems.addAll(read.problems.map((problem) => ({ file: table.file, line: row.line, ...problem })));
  }
  return {
    table,
    name,
    rows,
    absentColumns: Object.entries(table.columns).flatMap(([name, { isFilledIn = false }]) =>
      header.places.has(name) || isFilledIn ? [] : [name],
    ),
    written: header.written,
    sheet: { rows: sheet.rows, header },
    problems,
    warnings: new Problems(header.warnings),
  };
}

/** Whether a row is a remark: its first cell begins with #. No id does. */
const isRemark = ({ cells: [first = ''] }: SheetRow): boolean => /^\s*[#＃]/.test(first);

/** The texts of a row by column; none where a cell has no value. */
function cellsOf({ line, cells }: SheetRow, { places }: Header, { faults }: Sheet): Cells {
  const texts: Record<string, string> = {};
  for (const [column, place] of places) {
    texts[column] = faults?.has(faultKey(line, place)) === true ? '' : (cells[place] ?? '').trim();
  }
  return texts;
}

/** What a row says of the rows below it. */
const filledIn = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([column, text]) => column !== 'id' && text !== ''));

function readRow(
  table: CsvTable,
  { places, notes, width }: Header,
  { line, cells }: SheetRow,
  { isPadded = false, faults }: Sheet,
  given: Cells,
): { readonly row: TableRow; readonly problems: readonly RowProblem[] } {
  const faulty =
    faults === undefined
      ? []
      : Array.from(places).flatMap(([column, place]) => {
          const fault = faults.get(faultKey(line, place));
          return fault ? [{ column, ...fault }] : [];
        });
  if (cells.slice(width).some((cell) => cell.trim() !== '') || (cells.length < width && !isPadded)) {
    const id = given['id'] ?? '';
    const row = { line, key: id === '' ? null : id, values: {}, isWhole: false };
    return { row, problems: [cellCountProblem(cells.length, width)] };
  }
  const written = table.written?.(given, notes) ?? { cells: given, problems: [] };
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [...written.problems, ...faulty];
  const isUnread = new Set(problems.map(({ column }) => column));
  for (const [name, column] of Object.entries(table.columns)) {
    const parsed = isUnread.has(name) ? null : column.parse(written.cells[name] ?? '');
    if (parsed?.kind === 'problem') {
      problems.push({ column: name, found: parsed.found, expected: parsed.expected });
    } else if (parsed) {
      values[name] = parsed.value;
    }
  }
  return { row: { line, ...keyOf(table, values, problems.length === 0), values }, problems };
}

const cellCountProblem = (count: number, width: number): RowProblem => ({
  column: null,
  found: say(`${count} cells`, `${count} 个单元格`),
  expected:
    count > width
      ? say(
          `${width}, as the header has; a cell that has a comma in it needs double quotes`,
          `${width} 个，与表头相同；含逗号的单元格要加双引号`,
        )
      : say(`${width}, as the header has`, `${width} 个，与表头相同`),
});

/** The key of a row: of an incomplete row its id, if that was read. */
function keyOf(
  table: CsvTable,
  values: Readonly<Record<string, unknown>>,
  isWhole: boolean,
): Pick<TableRow, 'key' | 'isWhole'> {
  const id = values['id'];
  return { key: isWhole ? table.key(values) : typeof id === 'string' ? id : null, isWhole };
}
