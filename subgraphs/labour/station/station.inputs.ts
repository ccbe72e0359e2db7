import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import {
  Combinable,
  IdFilter,
  operatorInput,
  RecordFilter,
  RegionFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { StationKind } from './station.entity.js';

const KindFilter = operatorInput('StationKindFilter', 'Conditions on a kind of station.', () => StationKind);

@Combinable()
@InputType({ description: 'Which stations a list has.' })
class StationsFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'What it is there for.' })
  kind?: object;

  @Field(() => IdFilter, { nullable: true, description: 'The body that it is.' })
  organisation?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that it stands in or serves.' })
  region?: object;
}

@ArgsType()
export class StationListArguments extends PageArguments {
  @Field(() => StationsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: StationsFilter;
}

/** What `StationsFilter` means in the table. */
export const stationFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  organisation: column('row.organisationId'),
  region: partyRegion('RECIPIENT'),
};
