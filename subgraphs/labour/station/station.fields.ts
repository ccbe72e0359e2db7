import { fieldsOf, partiesAs, partyAs, reference } from '../../../vocabulary/fields.js';
import { owners } from '../owners/types.js';
import { Station } from './station.entity.js';

export const stationFields = fieldsOf(Station, {
  organisation: reference(
    owners.Organisation,
    'organisationId',
    'The body that it is, under its name; null where the source gives it none.',
  ),
  regions: partiesAs(
    'RECIPIENT',
    'The regions that it stands in or serves: sources seldom tell which. Empty where they name none.',
  ),
  operator: partyAs('PROVIDER', 'Who opened it or runs it; null where the source does not say.'),
});
