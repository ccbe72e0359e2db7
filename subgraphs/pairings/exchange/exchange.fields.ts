import { fieldsOf, partiesAs, partyAs, terms } from '../../../vocabulary/fields.js';
import { Region } from '../region/region.entity.js';
import { Exchange } from './exchange.entity.js';
import { exchange } from './exchange.record.js';

export const exchangeFields = fieldsOf(Exchange, {
  origin: partyAs('ORIGIN', 'Where people came from; null where nobody travelled, or the source does not say.', Region),
  destinations: partiesAs(
    'DESTINATION',
    'The regions they went to; empty where nobody travelled, or the source does not say.',
    { nullable: false },
  ),
  place: partyAs('PLACE', 'Where it took place, as near as the source tells; null where it does not.', Region),
  organisers: partiesAs('PROVIDER', 'Who held it; empty where the source does not say.', { nullable: false }),
  participants: partiesAs('PARTICIPANT', 'Who took part; empty where the source does not say.', { nullable: false }),
  agenda: terms(exchange, 'What was on its agenda; empty where the source names nothing.'),
});
