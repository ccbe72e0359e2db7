import { id, integer, optional, problem, reference, text, value, type Column } from '../../platform/import/columns.js';
import { say } from '../../platform/import/message.js';
import { tableImport } from '../../platform/import/table.js';
import { csvTable } from '../chinese/table.js';

const fileName: Column<string> = {
  expected: say('the name of a table such as funds.csv', '表名，如 funds.csv'),
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
      : [
          {
            column: null,
            found: say('neither a row nor a reason, or both', '行和原因都没有，或都有'),
            expected: say('a table and a row, or a reason', '表和行，或原因'),
          },
        ],
});

export const factImport = tableImport(factTable, null, () => []);
