import { fieldsOf, one, partiesAs } from '../../../vocabulary/fields.js';
import { fund } from '../fund/fund.record.js';
import { Enterprise } from './enterprise.entity.js';

export const enterpriseFields = fieldsOf(Enterprise, {
  investment: one(fund, 'fundId', 'What they invest; null where no source tells it of just these firms.'),
  donors: partiesAs('DONOR', 'Who brings or sends them; empty where the source names nobody.'),
  places: partiesAs('PLACE', 'Where they are; empty where the source names no place.'),
  firms: partiesAs('PROVIDER', 'The firms themselves; empty where the source only counts them.'),
});
