import { described, oneOf, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
import { Fund, FundKind } from './fund.entity.js';

const fundTable = csvTable({
  file: 'funds.csv',
  description: 'Money given or raised, as one source reports it.',
  columns: {
    ...recordColumns('funds.csv', ['YUAN']),
    kind: oneOf(FundKind),
    purpose: described('What it is for, in a few words of English', optional(text)),
    donor: described('Who gives or raises it', partiesColumn),
    recipient: described('Who receives it', partiesColumn),
    items: described('What it is spent on, or the goods given', termsColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const fundImport = tableImport(fundTable, 'fund', (rows, context) =>
  recordRows(Fund, rows, context, {
    columns: (row) => ({ kind: row.kind, purpose: row.purpose }),
    parties: (row) => ({ DONOR: row.donor, RECIPIENT: row.recipient }),
    terms: (row) => row.items,
  }),
);
