import { fieldsOf, list, toOrganisationAs } from '../../../vocabulary/fields.js';
import { course } from '../course/course.record.js';
import { expertExchange } from '../expert-exchange/expert-exchange.record.js';
import { secondment } from '../secondment/secondment.record.js';
import { owners } from './types.js';

export const organisationFields = fieldsOf(owners.Organisation, {
  coursesRun: list(course, toOrganisationAs('PROVIDER'), 'Training that this body runs, and its targeted admissions.'),
  secondmentsFrom: list(secondment, toOrganisationAs('ORIGIN'), 'People whom this body posts elsewhere.'),
  expertExchangesAt: list(expertExchange, toOrganisationAs('HOST'), 'Experts who work or help at this body.'),
});
