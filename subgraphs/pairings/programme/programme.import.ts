import { id, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { Programme } from './programme.entity.js';

const programmeTable = csvTable({
  file: 'programmes.csv',
  description: 'A programme under which regions are paired.',
  columns: { id, name: text, nameEn: optional(text) },
  key: (row) => row.id,
});

export const programmeImport = tableImport(programmeTable, 'programme', (rows) => [{ entity: Programme, rows }]);
