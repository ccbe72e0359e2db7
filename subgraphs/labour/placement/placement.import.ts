import { described, oneOf } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
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

export const placementImport = tableImport(placementTable, 'placement', (rows, context) =>
  recordRows(Placement, rows, context, {
    columns: (row) => ({ stage: row.stage, worker: row.worker }),
    parties: (row) => ({ ORIGIN: row.origin, DESTINATION: row.destination }),
  }),
);
