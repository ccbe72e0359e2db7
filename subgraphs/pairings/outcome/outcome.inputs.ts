import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { recordFilterFields, regionColumn } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, operatorInput, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { Indicator } from './outcome.entity.js';

const IndicatorFilter = operatorInput('IndicatorFilter', 'Conditions on an indicator.', () => Indicator);

@Combinable()
@InputType({ description: 'Which outcomes a list has.' })
class OutcomesFilter extends RecordFilter {
  @Field(() => IndicatorFilter, { nullable: true, description: 'What it measures.' })
  indicator?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region it is about.' })
  region?: object;
}

@ArgsType()
export class OutcomeListArguments extends PageArguments {
  @Field(() => OutcomesFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: OutcomesFilter;
}

/** What `OutcomesFilter` means in the table. */
export const outcomeFilterFields: FilterFields = {
  ...recordFilterFields,
  indicator: column('row.indicator'),
  region: regionColumn('row.regionId'),
};
