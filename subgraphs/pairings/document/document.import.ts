import { tableImport } from '../../../platform/import/table.js';
import { documentColumns, documentTable } from '../../../vocabulary/document/document-table.js';
import { PartyEntity } from '../../../vocabulary/party/party.js';
import { partyRows } from '../../../vocabulary/record/record-import.js';
import { documentForms, searchFormRows } from '../search/search-forms.js';
import { Document } from './document.entity.js';

export const documentImport = tableImport(documentTable, 'document', (rows, context) => [
  { entity: Document, rows: rows.map(documentColumns) },
  searchFormRows(rows.flatMap(documentForms)),
  { entity: PartyEntity, rows: rows.flatMap((row) => partyRows(row.id, 'ISSUER', row.publishers, context)) },
]);
