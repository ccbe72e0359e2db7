import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, IntFilter, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { WorkerFilter } from '../placement/placement.inputs.js';

@Combinable()
@InputType({ description: 'Which job fairs a list has.' })
class JobFairsFilter extends RecordFilter {
  @Field(() => IntFilter, { nullable: true, description: 'How many firms took part.' })
  firms?: object;

  @Field(() => WorkerFilter, { nullable: true, description: 'Which people they are for.' })
  worker?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that holds them.' })
  organiser?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region whose people they are for.' })
  recipient?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region where they are held.' })
  host?: object;
}

@ArgsType()
export class JobFairListArguments extends PageArguments {
  @Field(() => JobFairsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: JobFairsFilter;
}

/** What `JobFairsFilter` means in the table. */
export const jobFairFilterFields: FilterFields = {
  ...recordFilterFields,
  firms: column('row.firms'),
  worker: column('row.worker'),
  organiser: partyRegion('PROVIDER'),
  recipient: partyRegion('RECIPIENT'),
  host: partyRegion('HOST'),
};
