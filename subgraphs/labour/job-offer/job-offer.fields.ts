import { fieldsOf, partiesAs, partyAs } from '../../../vocabulary/fields.js';
import { JobOffer } from './job-offer.entity.js';

export const jobOfferFields = fieldsOf(JobOffer, {
  providers: partiesAs('PROVIDER', 'Who offers them, or brings them; empty where the source does not say.'),
  recipient: partyAs('RECIPIENT', 'Whose people they are offered to; null where the source does not say.'),
});
