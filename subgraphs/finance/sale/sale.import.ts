import { integer, list, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
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
    ...recordColumns('sales.csv'),
    kind: oneOf(SaleKind),
    purpose: optional(text),
    groups: optional(integer),
    seller: partiesColumn,
    buyer: partiesColumn,
    platform: list(reference('organisations.csv')),
    channels: termsColumn,
    products: termsColumn,
    supplyChain: termsColumn,
  },
  key: (row) => row.id,
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
