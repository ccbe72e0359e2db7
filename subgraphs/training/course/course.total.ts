import { ArgsType, Field } from 'type-graphql';

import { eb, type Condition } from '../../../platform/sql.js';
import { Unit } from '../../../vocabulary/figure/unit.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { GroupArguments, type RecordGroups, type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { CourseKind } from './course.entity.js';
import { courseFilter } from './course.filter.js';

@ArgsType()
class CourseTotalArguments extends withFilter(courseFilter) {
  @Field(() => Unit, {
    description: 'PERSON, PERSON_TIME or SESSION: which of them is added; they are never added together.',
  })
  unit: Unit = Unit.PERSON;
}

/** People trained, person-times or sessions. */
export const courseTotal: RecordTotal<CourseTotalArguments> = {
  args: CourseTotalArguments,
  unit: ({ unit }) => unit,
  ofKind: ({ unit }) => countedIn(unit),
};

@ArgsType()
class CourseGroupArguments extends withFilter(
  courseFilter,
  'Which courses are looked at; all when left out.',
  GroupArguments,
) {
  @Field(() => Unit, { description: 'PERSON, PERSON_TIME or SESSION: which of them is added.' })
  unit: Unit = Unit.PERSON;
}

/** The same by keys. */
export const courseGroups: RecordGroups<CourseGroupArguments> = {
  args: CourseGroupArguments,
  description:
    'People trained, person-times or sessions, added up by keys. The donor is that of the pairing, the recipient the region whose people are trained, else that of the pairing.',
  totalDescription: 'Their total, in the unit asked for.',
  donor: sideAs('DONOR'),
  recipient: sideAs('RECIPIENT', 'ORIGIN'),
  kind: { column: 'kind', type: CourseKind, description: 'The kind of training; null where it is no key.' },
  unit: ({ unit }) => unit,
  ofKind: ({ unit }) => countedIn(unit),
};

const countedIn = (unit: Unit): Condition => eb('facet.kind', '=', unit === 'SESSION' ? 'SESSIONS' : 'TRAINEES');
