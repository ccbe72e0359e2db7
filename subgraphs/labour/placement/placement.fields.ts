import { fieldsOf, partyAs } from '../../../vocabulary/fields.js';
import { Placement } from './placement.entity.js';

export const placementFields = fieldsOf(Placement, {
  origin: partyAs('ORIGIN', 'Where they come from; null where the source does not say.'),
  destination: partyAs('DESTINATION', 'Where they work, or for whom; null where the source does not say.'),
});
