import { fieldsOf, partiesAs } from '../../../vocabulary/fields.js';
import { Coverage } from './coverage.entity.js';

export const coverageFields = fieldsOf(Coverage, {
  donors: partiesAs('DONOR', 'Whose help is counted; empty where the source names nobody.'),
  recipients: partiesAs('RECIPIENT', 'In which regions they are counted; empty where the source names none.'),
});
