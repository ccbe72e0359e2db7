import { fieldsOf, toProgramme, total } from '../../../vocabulary/fields.js';
import { course } from '../course/course.record.js';
import { expertExchange } from '../expert-exchange/expert-exchange.record.js';
import { secondment } from '../secondment/secondment.record.js';
import { owners } from './types.js';

export const programmeFields = fieldsOf(owners.Programme, {
  courseTotal: total(
    course,
    toProgramme,
    'People trained in all pairings of the programme, person-times or sessions, each record once.',
  ),
  secondmentTotal: total(secondment, toProgramme, 'People posted in all pairings of the programme, each record once.'),
  expertExchangeTotal: total(
    expertExchange,
    toProgramme,
    'Experts who work or help at the other side in all pairings of the programme, person-times or technologies, each record once.',
  ),
});
