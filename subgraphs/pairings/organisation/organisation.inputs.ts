import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { regionColumn } from '../../../vocabulary/record/filter-fields.js';
import {
  Combinable,
  IdFilter,
  operatorInput,
  RegionFilter,
  StringFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { OrganisationKind } from '../../../vocabulary/party/organisation-table.js';

const KindFilter = operatorInput('OrganisationKindFilter', 'Conditions on a kind of body.', () => OrganisationKind);

@Combinable()
@InputType({ description: 'Which organisations a list has.' })
class OrganisationsFilter {
  @Field(() => IdFilter, { nullable: true, description: 'The organisation itself.' })
  organisation?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Chinese name.' })
  name?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Name in English.' })
  nameEn?: object;

  @Field(() => KindFilter, { nullable: true, description: 'What kind of body it is.' })
  kind?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region it belongs to.' })
  region?: object;
}

@ArgsType()
export class OrganisationListArguments extends PageArguments {
  @Field(() => OrganisationsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: OrganisationsFilter;
}

/** What `OrganisationsFilter` means in the table. */
export const organisationFilterFields: FilterFields = {
  organisation: column('row.id'),
  name: column('row.name'),
  nameEn: column('row.nameEn'),
  kind: column('row.kind'),
  region: regionColumn('row.regionId'),
};
