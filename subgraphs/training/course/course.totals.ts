import { ArgsType, Field } from 'type-graphql';

import { eb } from '../../../platform/sql.js';
import { countAddition, countTotalArguments } from '../../../vocabulary/count-total.js';
import type { Addition } from '../../../vocabulary/total.repository.js';
import { Unit } from '../../../vocabulary/unit.js';
import { courseFilterFields, CoursesFilter } from './course.inputs.js';

@ArgsType()
export class CourseTotalArguments extends countTotalArguments(() => CoursesFilter) {
  @Field(() => Unit, {
    description: 'PERSON, PERSON_TIME or SESSION: which of them is added; they are never added together.',
  })
  unit: Unit = Unit.PERSON;
}

/** What a total of people trained adds. Throws BAD_USER_INPUT. */
export function courseAddition(args: CourseTotalArguments): Addition {
  const counts = args.unit === 'SESSION' ? 'SESSIONS' : 'TRAINEES';
  return countAddition('course', courseFilterFields, args.unit, args, eb('row.counts', '=', counts));
}
