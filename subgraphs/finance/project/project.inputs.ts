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
  StringFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { ProjectKind, ProjectState } from './project.entity.js';

const KindFilter = operatorInput('ProjectKindFilter', 'Conditions on a sort of project.', () => ProjectKind);
const StateFilter = operatorInput('ProjectStateFilter', 'Conditions on a project’s state.', () => ProjectState);

@Combinable()
@InputType({ description: 'Which projects a list has.' })
export class ProjectsFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'What sort of project it is.' })
  kind?: object;

  @Field(() => StateFilter, { nullable: true, description: 'How far it has come.' })
  state?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Its name in Chinese.' })
  title?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region where it is.' })
  place?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that pays for it or supports it.' })
  donor?: object;

  @Field(() => IdFilter, { nullable: true, description: 'The fund that pays for it.' })
  fund?: object;
}

@ArgsType()
export class ProjectListArguments extends PageArguments {
  @Field(() => ProjectsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: ProjectsFilter;
}

/** What `ProjectsFilter` means in the table. */
export const projectFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  state: column('row.state'),
  title: column('row.title'),
  place: partyRegion('PLACE'),
  donor: partyRegion('DONOR'),
  fund: column('row.fundId'),
};
