import { fieldsOf, partiesAs, partyAs, terms } from '../../../vocabulary/fields.js';
import { JobFair } from './job-fair.entity.js';
import { jobFair } from './job-fair.record.js';

export const jobFairFields = fieldsOf(JobFair, {
  organisers: partiesAs('PROVIDER', 'Who holds them; empty where the source names nobody.'),
  recipient: partyAs('RECIPIENT', 'Whose people they are for; null where the source does not say.'),
  host: partyAs('HOST', 'Where they are held; null where the source does not say.'),
  channels: terms(jobFair, 'The ways of recruiting that went with them (招聘方式); empty where the source names none.'),
});
