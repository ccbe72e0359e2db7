import { described, oneOf } from '../../../platform/import/columns.js';
import { inRole } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { Worker, workerOrder } from '../worker.js';
import { Placement, PlacementStage } from './placement.entity.js';
import { placementFilter } from './placement.filter.js';
import { placementGroups, placementTotal } from './placement.total.js';

export const placement = recordType('Placement', Placement, {
  words: ['placement', 'placements'],
  filter: placementFilter,
  total: placementTotal,
  groups: placementGroups,
  scope: {
    kind: 'stage',
    enumerations: { stage: {}, worker: workerOrder },
    words: [],
    sides: { donor: 'DESTINATION', recipient: 'ORIGIN' },
  },
  table: {
    description: 'People who found work through a pairing, as one source reports them.',
    units: ['PERSON', 'PERSON_TIME', 'PERSON_OR_PERSON_TIME'],
    columns: {
      stage: described('How far they have come', oneOf(PlacementStage)),
      worker: described('Which people they are', oneOf(Worker)),
      origin: inRole('ORIGIN', 'Where they come from'),
      destination: inRole('DESTINATION', 'Where they work, or for whom'),
    },
  },
});
