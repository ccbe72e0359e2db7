import { id, integer, optional, problem, reference, text, value, type Column } from '../../platform/import/columns.js';
import { csvTable, tableImport } from '../../platform/import/table.js';

const fileName: Column<string> = {
  expected: 'the name of a table such as funds.csv',
  parse(cell) {
    return /^[a-z_]+\.csv$/.test(cell) ? value(cell) : problem(cell, this.expected);
  },
};

/** The table that tells which row holds which fact of the collection that a data set was made from. */
const factTable = csvTable({
  file: 'facts.csv',
  description: 'A fact of the collection that the data set was made from, and a row that holds it; it is not loaded.',
  columns: {
    fact: id,
    document: optional(reference('documents.csv')),
    paragraph: optional(integer),
    table: optional(fileName),
    row: optional(id),
    reason: optional(text),
  },
  key: ({ fact, table, row }) => `${fact} ${table ?? ''} ${row ?? ''}`,
  check: ({ table, row, reason }) =>
    (table === null) === (row === null) && (row === null) === (reason !== null)
      ? []
      : [{ column: null, found: 'neither a row nor a reason, or both', expected: 'a table and a row, or a reason' }],
});

export const factImport = tableImport(factTable, null, () => []);
