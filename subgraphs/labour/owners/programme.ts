import { toProgramme } from '../../../vocabulary/record/belonging.js';
import { fieldsOf } from '../../../vocabulary/record/field-spec.js';
import { total } from '../../../vocabulary/total/record-total.js';
import { jobOffer } from '../job-offer/job-offer.record.js';
import { placement } from '../placement/placement.record.js';
import { owners } from './types.js';

export const programmeFields = fieldsOf(owners.Programme, {
  jobOfferTotal: total(jobOffer, toProgramme, 'Jobs offered in all pairings of the programme, each record once.'),
  placementTotal: total(
    placement,
    toProgramme,
    'People whom the pairings of the programme brought into stable work, each record once.',
  ),
});
