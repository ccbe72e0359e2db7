import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, standingPart } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { FundKind, FundTier } from './fund.entity.js';

const KindFilter = operatorInput('FundKindFilter', 'Conditions on a kind of money.', () => FundKind);

const TierFilter = operatorInput('FundTierFilter', 'Conditions on a budget.', () => FundTier);

export const fundFilter = recordFilter('FundsFilter', 'Which funds a list has.', {
  kind: part(KindFilter, 'What kind of money it is.'),
  tier: part(TierFilter, 'From whose budget it is.'),
  donor: standingPart(
    sideAs('DONOR'),
    'A region that gives or raises it; where the source names nobody, the donor of its pairing.',
  ),
  recipient: standingPart(
    sideAs('RECIPIENT'),
    'A region that receives it; where the source names nobody, the recipient of its pairing.',
  ),
});
