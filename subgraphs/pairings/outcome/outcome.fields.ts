import { fieldsOf, one } from '../../../vocabulary/fields.js';
import { regionType } from '../region/region.type.js';
import { Outcome } from './outcome.entity.js';

export const outcomeFields = fieldsOf(Outcome, {
  region: one(regionType, 'regionId', 'The region it is about; null where it is about the work of a pairing.'),
});
