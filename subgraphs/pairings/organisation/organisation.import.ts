import { tableImport } from '../../../platform/import/table.js';
import { organisationTable } from '../../../vocabulary/party/organisation-table.js';
import { linkRows } from '../../../vocabulary/record/record-import.js';
import { withPinyin } from '../search/pinyin.js';
import { organisationForms, searchFormRows } from '../search/search-forms.js';
import { Organisation } from './organisation.entity.js';

export const organisationImport = tableImport(organisationTable, 'organisation', async (rows) => [
  {
    entity: Organisation,
    refersTo: [{ column: 'regionId', file: 'regions.csv' }],
    rows: rows.map(({ id, name, nameEn, kind, region }) => ({ id, name, nameEn, kind, regionId: region })),
  },
  searchFormRows((await withPinyin(rows)).flatMap(organisationForms)),
  ...linkRows(rows),
]);
