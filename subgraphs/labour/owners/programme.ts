import { fieldsOf, toProgramme, total } from '../../../vocabulary/fields.js';
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
