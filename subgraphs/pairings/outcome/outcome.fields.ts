import { fieldsOf } from '../../../vocabulary/record/field-spec.js';
import { one } from '../../../vocabulary/record/fields.js';
import { regionType } from '../region/region.type.js';
import { Outcome } from './outcome.entity.js';

export const outcomeFields = fieldsOf(Outcome, {
  region: one(regionType, 'regionId', 'The region it is about; null where it is about the work of a pairing.'),
});
