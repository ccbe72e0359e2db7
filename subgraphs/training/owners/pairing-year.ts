import { fieldsOf, yearMeasures } from '../../../vocabulary/fields.js';
import { course } from '../course/course.record.js';
import { secondment } from '../secondment/secondment.record.js';
import { owners } from './types.js';

export const pairingYearFields = fieldsOf(owners.PairingYear, {
  ...yearMeasures(secondment, {
    posted: { description: 'Cadres and specialists posted at the other side, in persons (选派干部人才)' },
  }),
  ...yearMeasures(course, {
    trained: { description: 'People trained, in persons (培训人数)', args: { unit: 'PERSON' } },
  }),
});
