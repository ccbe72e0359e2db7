import { fieldsOf, yearMeasures } from '../../../vocabulary/fields.js';
import { course } from '../course/course.record.js';
import { expertExchange } from '../expert-exchange/expert-exchange.record.js';
import { secondment } from '../secondment/secondment.record.js';
import { owners } from './types.js';

export const pairingYearFields = fieldsOf(owners.PairingYear, {
  ...yearMeasures(secondment, {
    posted: { description: 'Cadres and specialists posted at the other side, in persons (选派干部人才)' },
  }),
  ...yearMeasures(expertExchange, {
    experts: {
      description: 'Teachers, doctors and other experts who help at the other side, in persons (专业技术人才)',
      args: { unit: 'PERSON' },
    },
  }),
  ...yearMeasures(course, {
    trained: { description: 'People trained, in persons (培训人数)', args: { unit: 'PERSON' } },
  }),
});
