import { described, oneOf } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/columns.js';
import { PartyEntity } from '../../../vocabulary/party.js';
import {
  reportedColumns,
  linkRows,
  partyRows,
  recordColumns,
  recordProblems,
} from '../../../vocabulary/record-table.js';
import { Placement, PlacementStage, Worker } from './placement.entity.js';

const placementTable = csvTable({
  file: 'placements.csv',
  description: 'People who found work through a pairing, as one source reports them.',
  columns: {
    ...recordColumns('placements.csv', ['PERSON', 'PERSON_TIME', 'PERSON_OR_PERSON_TIME']),
    stage: described('How far they have come', oneOf(PlacementStage)),
    worker: described('Which people they are', oneOf(Worker)),
    origin: described('Where they come from', partiesColumn),
    destination: described('Where they work, or for whom', partiesColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const placementImport = tableImport(placementTable, 'placement', (rows, context) => [
  { entity: Placement, rows: rows.map((row) => ({ ...reportedColumns(row), stage: row.stage, worker: row.worker })) },
  {
    entity: PartyEntity,
    rows: rows.flatMap((row) => [
      ...partyRows(row.id, 'ORIGIN', row.origin, context),
      ...partyRows(row.id, 'DESTINATION', row.destination, context),
    ]),
  },
  ...linkRows(rows),
]);
