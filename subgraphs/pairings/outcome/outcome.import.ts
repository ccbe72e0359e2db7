import { described, oneOf, optional, reference } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { Indicator, Outcome } from './outcome.entity.js';

const outcomeTable = csvTable({
  file: 'outcomes.csv',
  description: 'An indicator of a region, as one source reports it.',
  columns: {
    ...recordColumns('outcomes.csv'),
    indicator: described('What is measured', oneOf(Indicator)),
    region: described('The region that it is measured in', optional(reference('regions.csv'))),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const outcomeImport = tableImport(outcomeTable, 'outcome', (rows, context) =>
  recordRows(Outcome, rows, context, {
    columns: (row) => ({ indicator: row.indicator, regionId: row.region }),
  }),
);
