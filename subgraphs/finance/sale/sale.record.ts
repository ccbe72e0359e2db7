import { described, integer, list, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { eb } from '../../../platform/sql.js';
import { part, recordFilter, regionPart } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { withFilter } from '../../../vocabulary/totals.js';
import { Sale, SaleKind } from './sale.entity.js';

const KindFilter = operatorInput('SaleKindFilter', 'Conditions on what is bought.', () => SaleKind);

const filter = recordFilter('SalesFilter', 'Which sales a list has.', {
  kind: part(KindFilter, 'What is bought.'),
  seller: regionPart('ORIGIN', 'The region whose producers or hosts earn by it.'),
  buyer: regionPart('DESTINATION', 'A region that buys or helps to sell.'),
});

export const sale = recordType('Sale', Sale, {
  words: ['sale', 'sales'],
  filter,
  total: {
    args: withFilter(filter),
    unit: () => 'YUAN',
    ofKind: () => eb('facet.kind', '=', SaleKind.GOODS),
  },
  scope: {
    kind: 'kind',
    enumerations: { kind: {} },
    words: [['purpose', 'purposeZh']],
    sides: { donor: 'DESTINATION', recipient: 'ORIGIN' },
  },
  table: {
    description: 'What the donor side buys or helps to sell, as one source reports it.',
    units: ['YUAN', 'PERSON', 'PERSON_TIME', 'PERSON_OR_PERSON_TIME'],
    columns: {
      kind: oneOf(SaleKind),
      purpose: described('What it is, in a few words of English', optional(text)),
      purposeZh: described('The same in Chinese', optional(text)),
      groups: described('In how many groups the travellers came', optional(integer)),
      seller: inRole('ORIGIN', 'Whose producers or hosts earn by it'),
      buyer: inRole('DESTINATION', 'Who buys or helps to sell'),
      platform: inRole('PROVIDER', 'The platforms that it runs over', list(reference('organisations.csv'))),
      channels: termList('The ways of selling'),
      products: termList('The goods that the source names'),
      supplyChain: termList('The links from grower to buyer, in order'),
    },
  },
});
