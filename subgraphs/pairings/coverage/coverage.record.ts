import { ArgsType, Field } from 'type-graphql';

import { described, oneOf, optional, text } from '../../../platform/import/columns.js';
import { eb } from '../../../platform/sql.js';
import { PairingLevel } from '../../../vocabulary/pairing/pairing-table.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, standingPart } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { LevelFilter } from '../pairing/pairing.type.js';
import { Coverage, CoverageCount } from './coverage.entity.js';

const CountFilter = operatorInput('CoverageCountFilter', 'Conditions on what is counted.', () => CoverageCount);

const filter = recordFilter('CoveragesFilter', 'Which counts of pairings a list has.', {
  level: part(LevelFilter, 'Between which kinds of parties the pairings are.'),
  counts: part(CountFilter, 'What the figure counts.'),
  donor: standingPart(
    sideAs('DONOR'),
    'A region whose help is counted; where the source names nobody, the donor of the pairing.',
  ),
  recipient: standingPart(
    sideAs('RECIPIENT'),
    'A region in which they are counted; where the source names nobody, the recipient of the pairing.',
  ),
});

@ArgsType()
class CoverageTotalArguments extends withFilter(filter) {
  @Field(() => PairingLevel, {
    description: 'The level of which pairings are added; levels are never added to each other.',
  })
  level: PairingLevel = PairingLevel.COUNTY;
}

/** Pairs of one level. */
const total: RecordTotal<CoverageTotalArguments> = {
  args: CoverageTotalArguments,
  unit: () => 'PAIR',
  ofKind: ({ level }) => eb('facet.kind', '=', level),
};

export const coverage = recordType('Coverage', Coverage, {
  words: ['count of pairings', 'counts of pairings'],
  filter,
  total,
  scope: {
    kind: 'level',
    enumerations: { level: {}, counts: {} },
    words: [['purpose', 'purposeZh']],
    sides: { donor: 'DONOR', recipient: 'RECIPIENT' },
  },
  table: {
    description: 'How many pairings of a level there are, or who stands on a side of them, as one source counts them.',
    units: [
      'PAIR',
      'PREFECTURE',
      'COUNTY',
      'TOWNSHIP',
      'VILLAGE',
      'FIRM',
      'ORGANISATION',
      'SCHOOL',
      'HOSPITAL',
      'DEPARTMENT',
    ],
    columns: {
      level: described('Between which kinds of parties the pairings are', oneOf(PairingLevel)),
      counts: described('What the value counts', oneOf(CoverageCount)),
      purpose: described('Which of them, in a few words of English', optional(text)),
      purposeZh: described('The same in Chinese', optional(text)),
      donor: inRole('DONOR', 'Whose help is counted'),
      recipient: inRole('RECIPIENT', 'In which regions they are counted'),
    },
  },
});
