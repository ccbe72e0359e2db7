import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, regionPart, standingPart } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { WorkerFilter } from '../worker.js';
import { PlacementReach, PlacementSite, PlacementStage } from './placement.entity.js';

const StageFilter = operatorInput('PlacementStageFilter', 'Conditions on a stage of placement.', () => PlacementStage);

const ReachFilter = operatorInput('PlacementReachFilter', 'Conditions on how far people go.', () => PlacementReach);
const SiteFilter = operatorInput('PlacementSiteFilter', 'Conditions on a place of work.', () => PlacementSite);

export const placementFilter = recordFilter('PlacementsFilter', 'Which placements a list has.', {
  stage: part(StageFilter, 'How far they have come.'),
  worker: part(WorkerFilter, 'Which people they are.'),
  reach: part(ReachFilter, 'How far from home they work.'),
  site: part(SiteFilter, 'In what place of work they are.'),
  origin: regionPart('ORIGIN', 'The region they come from.'),
  destination: regionPart('DESTINATION', 'The region they work in.'),
  donor: standingPart(sideAs('DONOR'), 'A region that helps: the donor of the pairing.'),
  recipient: standingPart(
    sideAs('RECIPIENT', 'ORIGIN'),
    'The region they come from; where the source names none, the recipient of the pairing.',
  ),
});
