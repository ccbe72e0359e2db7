import { described, integer, list, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
import { Sale, SaleKind } from './sale.entity.js';

const saleTable = csvTable({
  file: 'sales.csv',
  description: 'What the donor side buys or helps to sell, as one source reports it.',
  columns: {
    ...recordColumns('sales.csv', ['YUAN', 'PERSON', 'PERSON_TIME', 'PERSON_OR_PERSON_TIME']),
    kind: oneOf(SaleKind),
    purpose: described('What it is, in a few words of English', optional(text)),
    groups: described('In how many groups the travellers came', optional(integer)),
    seller: described('Whose producers or hosts earn by it', partiesColumn),
    buyer: described('Who buys or helps to sell', partiesColumn),
    platform: described('The platforms that it runs over', list(reference('organisations.csv'))),
    channels: described('The ways of selling', termsColumn),
    products: described('The goods that the source names', termsColumn),
    supplyChain: described('The links from grower to buyer, in order', termsColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const saleImport = tableImport(saleTable, 'sale', (rows, context) =>
  recordRows(Sale, rows, context, {
    columns: (row) => ({ kind: row.kind, purpose: row.purpose, groups: row.groups }),
    parties: (row) => ({ ORIGIN: row.seller, DESTINATION: row.buyer, PROVIDER: row.platform }),
    lists: (row) => ({ channels: row.channels, products: row.products, supplyChain: row.supplyChain }),
  }),
);
