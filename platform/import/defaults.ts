import { datasetTable } from './dataset.js';
import type { Cells, CsvTable, ReadTable } from './table.js';

/** The id of a row that says what holds for the rows below it, where their cells are empty. */
const standing = /^(?:\*|默认)$/;

/** Whether a row says what holds for those below it. */
export const isDefaultRow = ({ id = '' }: Cells): boolean => standing.test(id);

/** What a cell has that is to be empty in spite of what holds for all rows. */
const nothing = '-';

/** Files with that of the data set before the others, since it says what holds for them. */
export const datasetFirst = <Item extends { readonly table: CsvTable | undefined }>(
  files: readonly Item[],
): readonly Item[] => files.toSorted((one, other) => Number(isDataset(other.table)) - Number(isDataset(one.table)));

const isDataset = (table: CsvTable | undefined): boolean => table?.file === datasetTable.file;

/** What the data set says of all records, of the tables that were read so far. */
export function defaultsIn(read: ReadonlyMap<string, ReadTable>): Cells {
  const [row] = read.get(datasetTable.file)?.rows ?? [];
  const texts = Object.entries(row?.values ?? {}).filter(([column]) => column !== 'id' && column !== 'title');
  return Object.fromEntries(texts.flatMap(([column, text]) => (typeof text === 'string' ? [[column, text]] : [])));
}

/** The cells of a row with what holds for all rows in those that are empty. The end of a span goes with its beginning. */
export function withDefaults(cells: Cells, defaults: Cells): Cells {
  const filled: Record<string, string> = { ...cells };
  for (const [column, text] of Object.entries(defaults)) {
    const isEndOfOwn = column === 'to' && (cells['from'] ?? '') !== '';
    if ((cells[column] ?? '') === '' && !isEndOfOwn) {
      filled[column] = text;
    } else if (cells[column] === nothing) {
      filled[column] = '';
    }
  }
  return filled;
}
