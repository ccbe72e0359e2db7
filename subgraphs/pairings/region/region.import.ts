import { tableImport } from '../../../platform/import/table.js';
import { regionTable } from '../../../vocabulary/party/region-table.js';
import { RegionAlias } from './region-alias.entity.js';
import { withPinyin } from '../search/pinyin.js';
import { regionForms, searchFormRows } from '../search/search-forms.js';
import { formerNames } from './former-names.js';
import { Region } from './region.entity.js';
import { regionSpellings } from './spellings.js';

export const regionImport = tableImport(
  regionTable,
  'region',
  async (given) => {
    const rows = await withPinyin(given);
    return [
      {
        entity: Region,
        rows: rows.map(({ parent, ...row }) => ({ ...row, parentId: parent })),
        refersTo: [{ column: 'parentId', file: 'regions.csv' }],
      },
      {
        entity: RegionAlias,
        rows: rows.flatMap(({ id, aliases }) => aliases.map((name, place) => ({ region: id, place, name }))),
      },
      searchFormRows(rows.flatMap(regionForms)),
    ];
  },
  { parent: 'parentId', former: formerNames, spellings: regionSpellings },
);
