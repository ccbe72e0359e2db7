import { fieldsOf, partiesAs, partyAs, terms } from '../../../vocabulary/fields.js';
import { owners } from '../owners/types.js';
import { Sale } from './sale.entity.js';
import { sale } from './sale.record.js';

export const saleFields = fieldsOf(Sale, {
  seller: partyAs('ORIGIN', 'Whose producers or hosts earn by it; null where the source names nobody, or several.'),
  buyers: partiesAs('DESTINATION', 'Who buys or helps to sell; empty where the source does not say.'),
  platforms: partiesAs('PROVIDER', 'The platforms that it runs over; empty where the source names none.', {
    type: owners.Organisation,
  }),
  channels: terms(sale, 'The ways of selling; empty where the source names none.'),
  products: terms(sale, 'The goods that the source names; empty where it names none.'),
  supplyChain: terms(sale, 'The links of the chain from grower to buyer, in order; empty where the source names none.'),
});
