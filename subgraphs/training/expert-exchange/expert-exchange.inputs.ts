import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { linked, partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import {
  Combinable,
  operatorInput,
  RecordFilter,
  RegionFilter,
  StringFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { DirectionFilter } from '../secondment/secondment.inputs.js';
import { ExpertExchangeKind } from './expert-exchange.entity.js';

const KindFilter = operatorInput(
  'ExpertExchangeKindFilter',
  'Conditions on the way in which skill crosses.',
  () => ExpertExchangeKind,
);

@Combinable()
@InputType({ description: 'Which expert exchanges a list has.' })
class ExpertExchangesFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'In what way skill crosses.' })
  kind?: object;

  @Field(() => DirectionFilter, { nullable: true, description: 'Which side they go to.' })
  direction?: object;

  @Field(() => StringFilter, { nullable: true, description: 'A kind of people who go, in Chinese: contains 教师.' })
  people?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that sends them.' })
  origin?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that receives them.' })
  destination?: object;
}

@ArgsType()
export class ExpertExchangeListArguments extends PageArguments {
  @Field(() => ExpertExchangesFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: ExpertExchangesFilter;
}

/** What `ExpertExchangesFilter` means in the table. */
export const expertExchangeFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  direction: column('row.direction'),
  people: linked('term', 'record', column('linked.name')),
  origin: partyRegion('ORIGIN'),
  destination: partyRegion('DESTINATION'),
};
