import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, operatorInput, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { ExchangeKind } from './exchange.entity.js';

const KindFilter = operatorInput('ExchangeKindFilter', 'Conditions on a kind of exchange.', () => ExchangeKind);
const DirectionFilter = operatorInput('DirectionFilter', 'Conditions on a direction.', () => Direction);

@Combinable()
@InputType({ description: 'Which exchanges a list has.' })
export class ExchangesFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'What kind of exchange it is.' })
  kind?: object;

  @Field(() => DirectionFilter, { nullable: true, description: 'Which side travelled or helped.' })
  direction?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region that people came from.' })
  origin?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that people went to.' })
  destination?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region where it took place.' })
  place?: object;
}

@ArgsType()
export class ExchangeListArguments extends PageArguments {
  @Field(() => ExchangesFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: ExchangesFilter;
}

/** What `ExchangesFilter` means in the table. */
export const exchangeFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  direction: column('row.direction'),
  origin: partyRegion('ORIGIN'),
  destination: partyRegion('DESTINATION'),
  place: partyRegion('PLACE'),
};
