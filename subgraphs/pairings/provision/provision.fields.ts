import { fieldsOf, partiesAs, partyAs, terms } from '../../../vocabulary/fields.js';
import { Region } from '../region/region.entity.js';
import { Provision } from './provision.entity.js';
import { provision } from './provision.record.js';

export const provisionFields = fieldsOf(Provision, {
  items: terms(provision, 'The list that the source prints, in its order; empty where it prints none.'),
  region: partyAs('PLACE', 'The region it is about; null where it is about no region by itself.', Region),
  issuers: partiesAs('ISSUER', 'Who sets, signs or follows it; empty where the source does not say.', {
    nullable: false,
  }),
  participants: partiesAs(
    'PARTICIPANT',
    'Who else belongs to it: members of a body, firms at an event; empty where the source names nobody.',
    { nullable: false },
  ),
});
