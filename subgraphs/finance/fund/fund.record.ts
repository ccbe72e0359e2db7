import { described, oneOf, optional, text } from '../../../platform/import/columns.js';
import { countedInRole, inRole, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { Fund, FundKind, FundTier } from './fund.entity.js';
import { fundFilter } from './fund.filter.js';
import { fundGroups, fundTotal } from './fund.total.js';

export const fund = recordType('Fund', Fund, {
  words: ['fund', 'funds'],
  filter: fundFilter,
  total: fundTotal,
  groups: fundGroups,
  scope: {
    kind: 'kind',
    enumerations: { kind: { SOCIAL: ['SOCIAL_CASH', 'SOCIAL_IN_KIND'] }, tier: {} },
    words: [['purpose', 'purposeZh']],
    sides: { donor: 'DONOR', recipient: 'RECIPIENT' },
  },
  table: {
    description: 'Money given or raised, as one source reports it.',
    units: ['YUAN', 'PIECE', 'TONNE'],
    columns: {
      kind: oneOf(FundKind),
      tier: described('From whose budget it is', optional(oneOf(FundTier))),
      purpose: described('What it is for, in a few words of English', optional(text)),
      purposeZh: described('The same in Chinese', optional(text)),
      donor: inRole('DONOR', 'Who gives or raises it'),
      recipient: inRole('RECIPIENT', 'Who receives it'),
      recipientCounted: countedInRole('RECIPIENT', 'Recipients whom the source counts and does not name'),
      items: termList('What it is spent on, or the goods given'),
    },
  },
});
