import { fieldsOf, partiesAs } from '../../../vocabulary/fields.js';
import { Secondment } from './secondment.entity.js';

export const secondmentFields = fieldsOf(Secondment, {
  origins: partiesAs(
    'ORIGIN',
    'Who sends them; both sides where they go both ways. Empty where the source does not say.',
  ),
  destinations: partiesAs(
    'DESTINATION',
    'Where they are posted; both sides where they go both ways. Empty where the source does not say.',
  ),
});
