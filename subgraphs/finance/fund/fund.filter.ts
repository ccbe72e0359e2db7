import { part, recordFilter, regionPart } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { FundKind } from './fund.entity.js';

const KindFilter = operatorInput('FundKindFilter', 'Conditions on a kind of money.', () => FundKind);

export const fundFilter = recordFilter('FundsFilter', 'Which funds a list has.', {
  kind: part(KindFilter, 'What kind of money it is.'),
  donor: regionPart('DONOR', 'A region that gives or raises it.'),
  recipient: regionPart('RECIPIENT', 'A region that receives it.'),
});
