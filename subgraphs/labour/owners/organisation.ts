import { fieldsOf, first, list, toOrganisationAs, toOwnerIn } from '../../../vocabulary/fields.js';
import { jobFair } from '../job-fair/job-fair.record.js';
import { jobOffer } from '../job-offer/job-offer.record.js';
import { placement } from '../placement/placement.record.js';
import { station } from '../station/station.record.js';
import { owners } from './types.js';

const asProvider = toOrganisationAs('PROVIDER');

export const organisationFields = fieldsOf(owners.Organisation, {
  jobFairsHeld: list(jobFair, asProvider, 'Job fairs that this body holds, alone or with others.'),
  jobOffersBy: list(jobOffer, asProvider, 'Jobs that this body offers.'),
  placementsTo: list(placement, toOrganisationAs('DESTINATION'), 'People who found work with this employer.'),
  stationRole: first(
    station,
    toOwnerIn('station', 'organisationId'),
    'The labour station that this body is; null where it is none. The first by id where several records tell of it.',
  ),
});
