import { described, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { Station, StationKind } from './station.entity.js';

const stationTable = csvTable({
  file: 'stations.csv',
  description: 'Labour stations of a pairing, as one source reports them.',
  columns: {
    ...recordColumns('stations.csv'),
    kind: oneOf(StationKind),
    distinction: described('What the source says it is the first or only one of, in English', optional(text)),
    organisation: described('The body that it is, under its name', optional(reference('organisations.csv'))),
    regions: described('The regions that it stands in or serves', partiesColumn),
    operator: described('Who opened it or runs it', partiesColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const stationImport = tableImport(stationTable, 'station', (rows, context) =>
  recordRows(Station, rows, context, {
    columns: (row) => ({ kind: row.kind, distinction: row.distinction, organisationId: row.organisation }),
    parties: (row) => ({ RECIPIENT: row.regions, PROVIDER: row.operator }),
  }),
);
