import { fieldsOf, list, toPairing, total } from '../../../vocabulary/fields.js';
import { course } from '../course/course.record.js';
import { expertExchange } from '../expert-exchange/expert-exchange.record.js';
import { secondment } from '../secondment/secondment.record.js';
import { owners } from './types.js';

export const pairingFields = fieldsOf(owners.Pairing, {
  courses: list(course, toPairing, 'Training in this pairing; not in those it is made of.'),
  courseTotal: total(course, toPairing, 'People trained in this pairing, person-times or sessions, added up.'),
  secondments: list(secondment, toPairing, 'People posted for a term in this pairing; not in those it is made of.'),
  secondmentTotal: total(
    secondment,
    toPairing,
    'People posted in this pairing, in either direction unless the filter names one, added up.',
  ),
  expertExchanges: list(
    expertExchange,
    toPairing,
    'Experts who work or help at the other side, and technologies passed on, in this pairing; not in those it is made of.',
  ),
  expertExchangeTotal: total(
    expertExchange,
    toPairing,
    'Experts who work or help at the other side in this pairing, in either direction unless the filter names one, person-times or technologies, added up.',
  ),
});
