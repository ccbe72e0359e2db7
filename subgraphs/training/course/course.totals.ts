import { ArgsType, Field, ObjectType } from 'type-graphql';

import { eb } from '../../../platform/sql.js';
import { countAddition, countTotalArguments } from '../../../vocabulary/total/count-total.js';
import { GroupArguments, GroupKeys } from '../../../vocabulary/total/group.js';
import { withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import { Unit } from '../../../vocabulary/figure/unit.js';
import { CourseKind } from './course.entity.js';
import { courseFilterFields, CoursesFilter } from './course.inputs.js';

@ArgsType()
export class CourseTotalArguments extends countTotalArguments(() => CoursesFilter) {
  @Field(() => Unit, {
    description: 'PERSON, PERSON_TIME or SESSION: which of them is added; they are never added together.',
  })
  unit: Unit = Unit.PERSON;
}

export const CourseTotalWithParts = withParts(CourseTotalArguments);
export type CourseTotalWithParts = InstanceType<typeof CourseTotalWithParts>;

/** What a total of people trained adds. Throws BAD_USER_INPUT. */
export function courseAddition(args: CourseTotalArguments): Addition {
  const counts = args.unit === 'SESSION' ? 'SESSIONS' : 'TRAINEES';
  return countAddition('course', courseFilterFields, args.unit, args, eb('row.counts', '=', counts));
}

@ArgsType()
export class CourseGroupArguments extends GroupArguments {
  @Field(() => Unit, { description: 'PERSON, PERSON_TIME or SESSION: which of them is added.' })
  unit: Unit = Unit.PERSON;

  @Field(() => CoursesFilter, { nullable: true, description: 'Which courses are looked at; all when left out.' })
  filter?: CoursesFilter;
}

@ObjectType({ description: 'What the courses of a group have in common.' })
class CourseGroupKeys extends GroupKeys {
  @Field(() => CourseKind, { nullable: true, description: 'The kind of training; null where it is no key.' })
  readonly kind!: CourseKind | null;
}

@ObjectType({ description: 'Courses that have keys in common, added up.' })
export class CourseGroup {
  @Field(() => CourseGroupKeys, { description: 'What they have in common.' })
  readonly keys!: CourseGroupKeys;

  @Field(() => Total, { description: 'Their total, in the unit asked for.' })
  readonly total!: Total;
}
