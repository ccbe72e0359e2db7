import { columnsByName } from './header.js';
import type { Problem, RowCell } from './problem.js';
import type { SheetRow } from './sheet.js';
import type { ReadTable } from './table.js';

/** Gives the cells of the rows that problems are in, as they are written; null where no row was read. */
export function rowCells(
  tables: ReadonlyMap<string, ReadTable>,
  problems: readonly Problem[],
): (problem: Problem) => readonly RowCell[] | null {
  const cells = new Map<string, readonly RowCell[]>();
  for (const [file, inFile] of Map.groupBy(problems, (problem) => problem.file)) {
    const table = tables.get(file);
    const byLine = Map.groupBy(inFile, ({ line }) => line);
    for (const row of table?.sheet?.rows ?? []) {
      const inRow = byLine.get(row.line);
      if (table && inRow) {
        cells.set(keyOf({ file, line: row.line }), cellsOf(table, row, new Set(inRow.map(({ column }) => column))));
      }
    }
  }
  return (problem) => cells.get(keyOf(problem)) ?? null;
}

const keyOf = ({ file, line }: Pick<Problem, 'file' | 'line'>): string => `${file}\0${line}`;

/** How many cells of a row are shown besides those at fault, and how many characters of a cell. */
const [mostCells, mostCharacters] = [60, 80];

/** A row may have millions of cells. */
const mostLookedAt = 500;

function cellsOf(
  { table, sheet, written }: ReadTable,
  { line, cells }: SheetRow,
  faulty: ReadonlySet<string | null>,
): readonly RowCell[] {
  const header = sheet?.header;
  const isBelow = header != null && line > header.line;
  const columns = new Map(isBelow ? Array.from(header.places, ([column, place]) => [place, column]) : []);
  const find = columnsByName(table);
  const length = Math.max(Math.min(cells.length, mostLookedAt), ...Array.from(columns.keys(), (place) => place + 1));
  return Array.from({ length }, (_, place): RowCell => {
    const text = (cells[place] ?? '').trim();
    const column = columns.get(place) ?? null;
    const isFaulty = faulty.has(isBelow ? (column ?? '') : (find(text)?.name ?? text));
    return { column: column === null ? null : (written.get(column) ?? column), text: beginningOf(text), isFaulty };
  })
    .filter(({ text, isFaulty }) => text !== '' || isFaulty)
    .filter(({ isFaulty }, place) => place < mostCells || isFaulty);
}

/** Does not cut a character in two. */
const beginningOf = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
