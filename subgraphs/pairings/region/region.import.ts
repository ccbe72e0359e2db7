import { tableImport } from '../../../platform/import/table.js';
import { regionTable } from '../../../vocabulary/region-table.js';
import { Region } from './region.entity.js';

export const regionImport = tableImport(
  regionTable,
  'region',
  (rows) => [{ entity: Region, rows: rows.map(({ parent, ...row }) => ({ ...row, parentId: parent })) }],
  { parent: 'parentId' },
);
