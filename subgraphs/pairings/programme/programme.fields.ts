import { fieldsOf, list, toOwnerIn, toProgramme, total } from '../../../vocabulary/fields.js';
import { rootFields } from '../../../vocabulary/record/listed-type.js';
import { exchange } from '../exchange/exchange.record.js';
import { pairingList } from '../pairing/pairing-list.js';
import { roundType } from '../round/round.type.js';
import { Programme } from './programme.entity.js';
import { programmeType } from './programme.type.js';

export const programmeRootFields = rootFields(programmeType, 'programme', {
  field: 'programmes',
  description: 'Programmes, by id.',
});

export const programmeFields = fieldsOf(Programme, {
  rounds: list(roundType, toOwnerIn('round', 'programmeId'), 'The rounds of the programme (轮次), by id.'),
  pairings: pairingList(toOwnerIn('pairing', 'programmeId'), 'The pairings of the programme.'),
  exchangeTotal: total(
    exchange,
    toProgramme,
    'Visits, meetings or person-times of delegations in all pairings of the programme, each record once.',
  ),
});
