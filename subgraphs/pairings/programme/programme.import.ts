import { described, id, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { programmeForms, searchFormRows } from '../search/search-forms.js';
import { Programme } from './programme.entity.js';

const programmeTable = csvTable({
  file: 'programmes.csv',
  description: 'A programme under which regions are paired.',
  columns: {
    id: described('Of your choice; pairings refer to it', id),
    name: described('In Chinese', text),
    nameEn: described('In English', optional(text)),
  },
  key: (row) => row.id,
});

export const programmeImport = tableImport(programmeTable, 'programme', (rows) => [
  { entity: Programme, rows },
  searchFormRows(rows.flatMap(programmeForms)),
]);
