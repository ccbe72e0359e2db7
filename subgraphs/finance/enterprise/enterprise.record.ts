import { ArgsType, Field } from 'type-graphql';

import { described, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { eb } from '../../../platform/sql.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, standingPart, titleParts } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, storedIn } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { Enterprise, EnterpriseCount, EnterpriseKind } from './enterprise.entity.js';

const KindFilter = operatorInput('EnterpriseKindFilter', 'Conditions on what firms do.', () => EnterpriseKind);
const CountFilter = operatorInput('EnterpriseCountFilter', 'Conditions on what is counted.', () => EnterpriseCount);

const filter = recordFilter('EnterprisesFilter', 'Which firms a list has.', {
  kind: part(KindFilter, 'What they do.'),
  counts: part(CountFilter, 'What the figure counts.'),
  ...titleParts,
  donor: standingPart(
    sideAs('DONOR'),
    'A region that brings or sends them; where the source names nobody, the donor of the pairing.',
  ),
  place: standingPart(
    sideAs('RECIPIENT', 'PLACE'),
    'A region where they are; where the source names none, the recipient of the pairing.',
  ),
});

@ArgsType()
class EnterpriseTotalArguments extends withFilter(filter) {
  @Field(() => EnterpriseCount, { description: 'Firms or the people who work in them.' })
  counts: EnterpriseCount = EnterpriseCount.FIRMS;
}

/** Firms that were brought, or people who work in them. */
const total: RecordTotal<EnterpriseTotalArguments> = {
  args: EnterpriseTotalArguments,
  unit: ({ counts }) => (counts === 'FIRMS' ? 'FIRM' : 'PERSON'),
  // What is counted follows from the unit.
  ofKind: () => eb('facet.kind', '=', EnterpriseKind.BROUGHT),
};

export const enterprise = recordType('Enterprise', Enterprise, {
  words: ['record of firms', 'firms'],
  filter,
  total,
  scope: {
    kind: 'kind',
    enumerations: { kind: {}, counts: {} },
    words: [['title', 'titleEn']],
    sides: { donor: 'DONOR', recipient: 'PLACE' },
  },
  table: {
    description: 'Firms that a pairing brings, or that help in it, as one source reports them.',
    units: ['FIRM', 'PERSON', 'PERSON_TIME'],
    columns: {
      kind: described('What they do', oneOf(EnterpriseKind)),
      counts: described('What the value counts', oneOf(EnterpriseCount)),
      title: described('Which firms they are, in Chinese', optional(text)),
      titleEn: described('The same in English', optional(text)),
      fund: storedIn('fundId', described('The fund that is their investment', optional(reference('funds.csv')))),
      donor: inRole('DONOR', 'Who brings or sends them'),
      place: inRole('PLACE', 'Where they are'),
      firm: inRole('PROVIDER', 'The firms that the source names'),
    },
  },
});
