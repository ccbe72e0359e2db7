import { fieldsOf, yearMeasures } from '../../../vocabulary/fields.js';
import { jobOffer } from '../job-offer/job-offer.record.js';
import { placement } from '../placement/placement.record.js';
import { owners } from './types.js';

export const pairingYearFields = fieldsOf(owners.PairingYear, {
  ...yearMeasures(placement, {
    placed: { description: 'People who found work, in persons (帮助就业)', args: { stage: 'PLACED' } },
    placedStably: { description: 'People in stable work, in persons (稳定就业)', args: { stage: 'STABLE' } },
  }),
  ...yearMeasures(jobOffer, { jobsOffered: { description: 'Jobs offered (提供岗位)' } }),
});
