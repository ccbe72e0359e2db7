import { described, oneOf, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/columns.js';
import { PartyEntity } from '../../../vocabulary/party.js';
import {
  reportedColumns,
  linkRows,
  partyRows,
  recordColumns,
  recordProblems,
} from '../../../vocabulary/record-table.js';
import { termRows, termsColumn } from '../../../vocabulary/term.js';
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

export const fundImport = tableImport(fundTable, 'fund', (rows, context) => [
  { entity: Fund, rows: rows.map((row) => ({ ...reportedColumns(row), kind: row.kind, purpose: row.purpose })) },
  {
    entity: PartyEntity,
    rows: rows.flatMap((row) => [
      ...partyRows(row.id, 'DONOR', row.donor, context),
      ...partyRows(row.id, 'RECIPIENT', row.recipient, context),
    ]),
  },
  ...linkRows(rows),
  termRows(rows.map(({ id, items }) => ({ id, terms: items }))),
]);
