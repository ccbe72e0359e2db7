import { fieldsOf, partiesAs } from '../../../vocabulary/fields.js';
import { Facility } from './facility.entity.js';

export const facilityFields = fieldsOf(Facility, {
  donors: partiesAs('DONOR', 'Who builds it or pays for it; empty where the source names nobody.'),
  places: partiesAs('PLACE', 'Where it is; empty where the source names no place.'),
});
