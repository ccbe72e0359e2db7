import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, operatorInput, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { FundKind } from './fund.entity.js';

const KindFilter = operatorInput('FundKindFilter', 'Conditions on a kind of money.', () => FundKind);

@Combinable()
@InputType({ description: 'Which funds a list has.' })
export class FundsFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'What kind of money it is.' })
  kind?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that gives or raises it.' })
  donor?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that receives it.' })
  recipient?: object;
}

@ArgsType()
export class FundListArguments extends PageArguments {
  @Field(() => FundsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: FundsFilter;
}

/** What `FundsFilter` means in the table. */
export const fundFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  donor: partyRegion('DONOR'),
  recipient: partyRegion('RECIPIENT'),
};
