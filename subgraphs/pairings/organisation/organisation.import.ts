import { tableImport } from '../../../platform/import/table.js';
import { organisationTable } from '../../../vocabulary/organisation-table.js';
import { Organisation } from './organisation.entity.js';

export const organisationImport = tableImport(organisationTable, 'organisation', (rows) => [
  { entity: Organisation, rows: rows.map(({ region, ...row }) => ({ ...row, regionId: region })) },
]);
