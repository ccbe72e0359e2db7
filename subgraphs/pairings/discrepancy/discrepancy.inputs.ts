import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { linked, regionColumn } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, IdFilter, operatorInput, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { DiscrepancyKind } from './discrepancy.entity.js';

const KindFilter = operatorInput(
  'DiscrepancyKindFilter',
  'Conditions on a kind of discrepancy.',
  () => DiscrepancyKind,
);

@Combinable()
@InputType({ description: 'Which discrepancies a list has.' })
class DiscrepanciesFilter {
  @Field(() => KindFilter, { nullable: true, description: 'In what way the reports do not fit.' })
  kind?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region it concerns.' })
  region?: object;

  @Field(() => IdFilter, { nullable: true, description: 'A pairing that it concerns.' })
  pairing?: object;

  @Field(() => IdFilter, { nullable: true, description: 'A document that it is found in.' })
  document?: object;
}

@ArgsType()
export class DiscrepancyListArguments extends PageArguments {
  @Field(() => DiscrepanciesFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: DiscrepanciesFilter;
}

/** What `DiscrepanciesFilter` means in the table. */
export const discrepancyFilterFields: FilterFields = {
  kind: column('row.kind'),
  region: regionColumn('row.regionId'),
  pairing: linked('recordPairing', 'record', column('linked.pairing')),
  document: linked('source', 'record', column('linked.document')),
};
