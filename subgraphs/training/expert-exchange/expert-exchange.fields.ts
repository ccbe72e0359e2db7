import { fieldsOf, partiesAs, partyAs, terms } from '../../../vocabulary/fields.js';
import { ExpertExchange } from './expert-exchange.entity.js';
import { expertExchange } from './expert-exchange.record.js';

export const expertExchangeFields = fieldsOf(ExpertExchange, {
  origins: partiesAs(
    'ORIGIN',
    'Who sends them; both sides where they go both ways. Empty where the source does not say.',
  ),
  destinations: partiesAs(
    'DESTINATION',
    'Who receives them; both sides where they go both ways. Empty where the source does not say.',
  ),
  site: partyAs('HOST', 'The school, hospital or base where they work; null where the source names none.'),
  people: terms(
    expertExchange,
    'Which people go, as the source names them; empty where it names none, as for technologies.',
  ),
});
