import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, operatorInput, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { PlacementStage, Worker } from './placement.entity.js';

const StageFilter = operatorInput('PlacementStageFilter', 'Conditions on a stage of placement.', () => PlacementStage);
export const WorkerFilter = operatorInput(
  'WorkerFilter',
  'Conditions on which people work is sought for.',
  () => Worker,
);

@Combinable()
@InputType({ description: 'Which placements a list has.' })
export class PlacementsFilter extends RecordFilter {
  @Field(() => StageFilter, { nullable: true, description: 'How far they have come.' })
  stage?: object;

  @Field(() => WorkerFilter, { nullable: true, description: 'Which people they are.' })
  worker?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region they come from.' })
  origin?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region they work in.' })
  destination?: object;
}

@ArgsType()
export class PlacementListArguments extends PageArguments {
  @Field(() => PlacementsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: PlacementsFilter;
}

/** What `PlacementsFilter` means in the table. */
export const placementFilterFields: FilterFields = {
  ...recordFilterFields,
  stage: column('row.stage'),
  worker: column('row.worker'),
  origin: partyRegion('ORIGIN'),
  destination: partyRegion('DESTINATION'),
};
