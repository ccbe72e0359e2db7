import { described, integer, oneOf, optional, text } from '../../../platform/import/columns.js';
import { inRole, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { Course, CourseCount, CourseKind, Trainee } from './course.entity.js';
import { courseFilter } from './course.filter.js';
import { courseGroups, courseTotal } from './course.total.js';

export const course = recordType('Course', Course, {
  words: ['course', 'courses'],
  filter: courseFilter,
  total: courseTotal,
  groups: courseGroups,
  scope: {
    kind: 'counts',
    enumerations: {
      kind: {},
      counts: { TRAINEES: ['STARTED_BUSINESS'] },
      trainee: {
        CADRE_OR_SPECIALIST: ['CADRE', 'PROFESSIONAL'],
        CADRE: ['YOUNG_CADRE', 'MINORITY_CADRE'],
        PROFESSIONAL: ['MINORITY_CADRE', 'TEACHER', 'MEDICAL_STAFF'],
        EDUCATION_STAFF: ['TEACHER'],
        RESIDENT: ['STARTUP_LEADER'],
      },
    },
    unspecific: ['UNSPECIFIED'],
    words: [['title', 'titleEn']],
  },
  table: {
    description: 'Training courses, classes or programmes, and admissions to study, as one source reports them.',
    columns: {
      title: described('Name of the course in Chinese', optional(text)),
      titleEn: described('What it is, in English', optional(text)),
      kind: oneOf(CourseKind),
      counts: described('What the value counts', oneOf(CourseCount)),
      sessions: described('In how many sessions or classes, where the value counts people', optional(integer)),
      trainee: described('Which people it is for', optional(oneOf(Trainee))),
      origin: inRole('ORIGIN', 'Where the trainees come from'),
      host: inRole('HOST', 'Where it is held'),
      provider: inRole('PROVIDER', 'Who holds it'),
      topics: termList('What it teaches'),
    },
  },
});
