import { ArgsType, Field } from 'type-graphql';

import { badUserInput } from '../../../platform/errors.js';
import { eb, type Condition } from '../../../platform/sql.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { GroupArguments, type RecordGroups, type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { FundKind } from './fund.entity.js';
import { fundFilter } from './fund.filter.js';

const filterDescription = 'Which funds are looked at; all when left out.';

@ArgsType()
class FundTotalArguments extends withFilter(fundFilter, filterDescription) {
  @Field(() => FundKind, {
    description: 'The kind of money that is added. SOCIAL has SOCIAL_CASH and SOCIAL_IN_KIND in it.',
  })
  kind: FundKind = FundKind.FISCAL;
}

/** Money of one kind, in yuan. */
export const fundTotal: RecordTotal<FundTotalArguments> = {
  args: FundTotalArguments,
  unit: () => 'YUAN',
  ofKind: ({ kind }) => ofKind(kind),
};

@ArgsType()
class FundGroupArguments extends withFilter(fundFilter, filterDescription, GroupArguments) {
  @Field(() => FundKind, {
    nullable: true,
    description:
      'The kind of money that is added; required unless KIND is one of the keys, since kinds are never added.',
  })
  kind?: FundKind;
}

/** Money of one kind, or each kind by itself. */
export const fundGroups: RecordGroups<FundGroupArguments> = {
  args: FundGroupArguments,
  description:
    'Funds added up by keys, such as the ten pairings with the most fiscal money; the keys lead on to what other subgraphs know of them. Sorting by money starts here.',
  totalDescription: 'Their total, in yuan.',
  donor: sideAs('DONOR'),
  recipient: sideAs('RECIPIENT'),
  kind: { column: 'kind', type: FundKind, description: 'The kind of money; null where it is no key.' },
  unit: () => 'YUAN',
  ofKind({ kind, groupBy }) {
    if (kind == null && !groupBy.includes('KIND')) {
      throw badUserInput('kind', 'a kind of money, or KIND in groupBy, since kinds are never added', kind);
    }
    return kind == null ? null : ofKind(kind);
  },
};

function ofKind(kind: FundKind): Condition {
  const social = kind === 'SOCIAL' ? [FundKind.SOCIAL_CASH, FundKind.SOCIAL_IN_KIND] : [];
  return eb('facet.kind', 'in', [kind, ...social]);
}
