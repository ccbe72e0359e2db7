import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { WorkerFilter } from '../placement/placement.inputs.js';

@Combinable()
@InputType({ description: 'Which job offers a list has.' })
export class JobOffersFilter extends RecordFilter {
  @Field(() => WorkerFilter, { nullable: true, description: 'Which people they are offered to.' })
  worker?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that offers them.' })
  provider?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region whose people they are offered to.' })
  recipient?: object;
}

@ArgsType()
export class JobOfferListArguments extends PageArguments {
  @Field(() => JobOffersFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: JobOffersFilter;
}

/** What `JobOffersFilter` means in the table. */
export const jobOfferFilterFields: FilterFields = {
  ...recordFilterFields,
  worker: column('row.worker'),
  provider: partyRegion('PROVIDER'),
  recipient: partyRegion('RECIPIENT'),
};
