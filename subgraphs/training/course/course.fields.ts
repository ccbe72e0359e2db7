import { fieldsOf, partyAs, terms } from '../../../vocabulary/fields.js';
import { Course } from './course.entity.js';
import { course } from './course.record.js';

export const courseFields = fieldsOf(Course, {
  origin: partyAs('ORIGIN', 'Whose people are trained; null where the source does not say.'),
  host: partyAs('HOST', 'Where it is held; null where the source does not say.'),
  provider: partyAs('PROVIDER', 'Who runs it; null where the source does not say.'),
  topics: terms(course, 'Its topics; empty where the source names none.'),
});
