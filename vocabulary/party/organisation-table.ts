import { described, id, oneOf, optional, reference, text } from '../../platform/import/columns.js';
import { tableImport } from '../../platform/import/table.js';
import { csvTable } from '../chinese/table.js';
import { firstSource, sourcesColumn } from '../record/columns.js';
import { OrganisationKind } from './organisation-kind.js';
import { OrganisationRefEntity } from './party-ref.js';

/** The table of organisations. */
export const organisationTable = csvTable({
  file: 'organisations.csv',
  description: 'An organisation.',
  columns: {
    id: described('Of your choice; other rows refer to it, and it stays', id),
    name: described('In Chinese, as its source gives it', text),
    nameEn: described('In English', optional(text)),
    pinyin: described('The pinyin of the name; worked out when left empty', optional(text)),
    kind: oneOf(OrganisationKind),
    region: described('The region that it belongs to', optional(reference('regions.csv'))),
    sources: described('Where it is named', sourcesColumn),
  },
  key: (row) => row.id,
  days: { source: firstSource },
});

/** Copies of the organisations that every subgraph keeps. */
export const organisationRefImport = tableImport(organisationTable, 'organisationRef', (rows) => [
  {
    entity: OrganisationRefEntity,
    rows: rows.map(({ id: organisation, name, nameEn, kind, region }) => ({
      id: organisation,
      name,
      nameEn,
      kind,
      region,
    })),
  },
]);
