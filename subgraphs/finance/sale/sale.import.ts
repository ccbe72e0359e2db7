import { described, integer, list, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
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
import { listKey, termRows, termsColumn } from '../../../vocabulary/term.js';
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

export const saleImport = tableImport(saleTable, 'sale', (rows, context) => [
  {
    entity: Sale,
    rows: rows.map((row) => ({ ...reportedColumns(row), kind: row.kind, purpose: row.purpose, groups: row.groups })),
  },
  {
    entity: PartyEntity,
    rows: rows.flatMap((row) => [
      ...partyRows(row.id, 'ORIGIN', row.seller, context),
      ...partyRows(row.id, 'DESTINATION', row.buyer, context),
      ...partyRows(row.id, 'PROVIDER', row.platform, context),
    ]),
  },
  ...linkRows(rows),
  termRows(
    rows.flatMap(({ id, channels, products, supplyChain }) => [
      { id: listKey(id, 'channels'), terms: channels },
      { id: listKey(id, 'products'), terms: products },
      { id: listKey(id, 'supplyChain'), terms: supplyChain },
    ]),
  ),
]);
