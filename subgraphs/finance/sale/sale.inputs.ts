import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, operatorInput, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { SaleKind } from './sale.entity.js';

const KindFilter = operatorInput('SaleKindFilter', 'Conditions on what is bought.', () => SaleKind);

@Combinable()
@InputType({ description: 'Which sales a list has.' })
export class SalesFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'What is bought.' })
  kind?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region whose producers or hosts earn by it.' })
  seller?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that buys or helps to sell.' })
  buyer?: object;
}

@ArgsType()
export class SaleListArguments extends PageArguments {
  @Field(() => SalesFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: SalesFilter;
}

/** What `SalesFilter` means in the table. */
export const saleFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  seller: partyRegion('ORIGIN'),
  buyer: partyRegion('DESTINATION'),
};
