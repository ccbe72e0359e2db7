import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { linked, partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import {
  Combinable,
  IdFilter,
  operatorInput,
  RecordFilter,
  RegionFilter,
  StringFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { ProvisionKind } from './provision.entity.js';

const KindFilter = operatorInput('ProvisionKindFilter', 'Conditions on a kind of provision.', () => ProvisionKind);

@Combinable()
@InputType({ description: 'Which provisions a list has.' })
class ProvisionsFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'What kind of thing it is.' })
  kind?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Its name in Chinese.' })
  title?: object;

  @Field(() => StringFilter, { nullable: true, description: 'What it is, in English.' })
  titleEn?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region it is about.' })
  region?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that sets or follows it.' })
  issuer?: object;

  @Field(() => IdFilter, { nullable: true, description: 'An organisation that sets or follows it.' })
  issuingOrganisation?: object;
}

@ArgsType()
export class ProvisionListArguments extends PageArguments {
  @Field(() => ProvisionsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: ProvisionsFilter;
}

/** What `ProvisionsFilter` means in the table. */
export const provisionFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  title: column('row.title'),
  titleEn: column('row.titleEn'),
  region: partyRegion('PLACE'),
  issuer: partyRegion('ISSUER'),
  issuingOrganisation: linked('party', 'record', column('linked.organisation'), 'ISSUER'),
};
