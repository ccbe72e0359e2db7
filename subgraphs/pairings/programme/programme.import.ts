import { described, id, optional, text } from '../../../platform/import/columns.js';
import { tableImport } from '../../../platform/import/table.js';
import { csvTable } from '../../../vocabulary/chinese/table.js';
import { withPinyin } from '../search/pinyin.js';
import { programmeForms, searchFormRows } from '../search/search-forms.js';
import { Programme } from './programme.entity.js';

/** The table of programmes. */
export const programmeTable = csvTable({
  file: 'programmes.csv',
  description: 'A programme under which regions are paired.',
  columns: {
    id: described('Of your choice; pairings refer to it', id),
    name: described('In Chinese', text),
    nameEn: described('In English', optional(text)),
    pinyin: described('The pinyin of the name; worked out when left empty', optional(text)),
  },
  key: (row) => row.id,
});

export const programmeImport = tableImport(programmeTable, 'programme', async (rows) => [
  { entity: Programme, rows },
  searchFormRows((await withPinyin(rows)).flatMap(programmeForms)),
]);
