import { described, oneOf, optional } from '../../../platform/import/columns.js';
import { inRole } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { Worker, workerOrder } from '../worker.js';
import { Placement, PlacementReach, PlacementSite, PlacementStage } from './placement.entity.js';
import { placementFilter } from './placement.filter.js';
import { placementGroups, placementTotal } from './placement.total.js';

export const placement = recordType('Placement', Placement, {
  words: ['placement', 'placements'],
  filter: placementFilter,
  total: placementTotal,
  groups: placementGroups,
  scope: {
    kind: 'stage',
    enumerations: { stage: {}, worker: workerOrder, reach: {}, site: {} },
    unspecific: [Worker.UNSPECIFIED],
    words: [],
    sides: { donor: 'DESTINATION', recipient: 'ORIGIN' },
  },
  table: {
    description:
      'People who found work through a pairing, or the wages they earn (in yuan), as one source reports them.',
    units: ['PERSON', 'PERSON_TIME', 'PERSON_OR_PERSON_TIME', 'YUAN'],
    columns: {
      stage: described('How far they have come', oneOf(PlacementStage)),
      worker: described('Which people they are', oneOf(Worker)),
      reach: described('How far from home they work', optional(oneOf(PlacementReach))),
      site: described('In what place of work they are', optional(oneOf(PlacementSite))),
      origin: inRole('ORIGIN', 'Where they come from'),
      destination: inRole('DESTINATION', 'Where they work, or for whom'),
    },
  },
});
