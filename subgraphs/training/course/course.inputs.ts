import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { partyRegion, recordFilterFields } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, operatorInput, RecordFilter, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { CourseCount, CourseKind, Trainee } from './course.entity.js';

const KindFilter = operatorInput('CourseKindFilter', 'Conditions on a kind of training.', () => CourseKind);
const CountsFilter = operatorInput(
  'CourseCountFilter',
  'Conditions on what a course’s figure counts.',
  () => CourseCount,
);
const TraineeFilter = operatorInput('TraineeFilter', 'Conditions on the people trained.', () => Trainee);

@Combinable()
@InputType({ description: 'Which courses a list has.' })
export class CoursesFilter extends RecordFilter {
  @Field(() => KindFilter, { nullable: true, description: 'What kind of training it is.' })
  kind?: object;

  @Field(() => CountsFilter, { nullable: true, description: 'What the figure counts.' })
  counts?: object;

  @Field(() => TraineeFilter, { nullable: true, description: 'Which people it is for.' })
  trainee?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region whose people are trained.' })
  origin?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'The region where it is held.' })
  host?: object;
}

@ArgsType()
export class CourseListArguments extends PageArguments {
  @Field(() => CoursesFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: CoursesFilter;
}

/** What `CoursesFilter` means in the table. */
export const courseFilterFields: FilterFields = {
  ...recordFilterFields,
  kind: column('row.kind'),
  counts: column('row.counts'),
  trainee: column('row.trainee'),
  origin: partyRegion('ORIGIN'),
  host: partyRegion('HOST'),
};
