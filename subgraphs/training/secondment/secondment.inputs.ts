import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import {
  Combinable,
  IntFilter,
  operatorInput,
  RecordFilter,
  RegionFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { Seconded } from './secondment.entity.js';

export const DirectionFilter = operatorInput('DirectionFilter', 'Conditions on a direction.', () => Direction);
const SecondedFilter = operatorInput('SecondedFilter', 'Conditions on the people posted.', () => Seconded);

@Combinable()
@InputType({ description: 'Which secondments a list has.' })
export class SecondmentsFilter extends RecordFilter {
  @Field(() => DirectionFilter, { nullable: true, description: 'Which side they go to.' })
  direction?: object;

  @Field(() => SecondedFilter, { nullable: true, description: 'Which people they are.' })
  seconded?: object;

  @Field(() => IntFilter, { nullable: true, description: 'For how many months.' })
  months?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that sends them.' })
  origin?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region where they are posted.' })
  destination?: object;
}

@ArgsType()
export class SecondmentListArguments extends PageArguments {
  @Field(() => SecondmentsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: SecondmentsFilter;
}

/** What `SecondmentsFilter` means in the table. */
export const secondmentFilterFields: FilterFields = {
  ...recordFilterFields,
  direction: column('row.direction'),
  seconded: column('row.seconded'),
  months: column('row.months'),
  origin: partyRegion('ORIGIN'),
  destination: partyRegion('DESTINATION'),
};
