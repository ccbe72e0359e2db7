import { ArgsType, Field } from 'type-graphql';

import { described, oneOf, optional, text } from '../../../platform/import/columns.js';
import { eb } from '../../../platform/sql.js';
import type { Unit } from '../../../vocabulary/figure/unit.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, standingPart, titleParts } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { Facility, FacilityCount, FacilityKind } from './facility.entity.js';

const KindFilter = operatorInput('FacilityKindFilter', 'Conditions on a kind of facility.', () => FacilityKind);
const CountFilter = operatorInput('FacilityCountFilter', 'Conditions on what is counted.', () => FacilityCount);

const filter = recordFilter('FacilitiesFilter', 'Which facilities a list has.', {
  kind: part(KindFilter, 'What kind of place of work it is.'),
  counts: part(CountFilter, 'What the figure counts.'),
  ...titleParts,
  donor: standingPart(
    sideAs('DONOR'),
    'A region that builds or pays for it; where the source names nobody, the donor of the pairing.',
  ),
  place: standingPart(
    sideAs('RECIPIENT', 'PLACE'),
    'A region where it is; where the source names none, the recipient of the pairing.',
  ),
});

@ArgsType()
class FacilityTotalArguments extends withFilter(filter) {
  @Field(() => FacilityKind, { description: 'The kind that is added; kinds are never added to each other.' })
  kind: FacilityKind = FacilityKind.INDUSTRIAL_PARK;

  @Field(() => FacilityCount, { description: 'What is added: facilities, people, firms or money.' })
  counts: FacilityCount = FacilityCount.FACILITIES;
}

/** What facilities of a kind are counted in. */
const units: Readonly<Record<FacilityKind, Unit>> = {
  INDUSTRIAL_PARK: 'ZONE',
  WORKSHOP: 'WORKSHOP',
  FARM_BASE: 'BASE',
  LABOUR_BASE: 'BASE',
};

const unitOf = { WORKERS: 'PERSON', FIRMS: 'FIRM', MONEY: 'YUAN' } as const;

/** Facilities of one kind, or what is in them. */
const total: RecordTotal<FacilityTotalArguments> = {
  args: FacilityTotalArguments,
  unit: ({ kind, counts }) => (counts === 'FACILITIES' ? units[kind] : unitOf[counts]),
  // What is counted follows from the unit.
  ofKind: ({ kind }) => eb('facet.kind', '=', kind),
};

export const facility = recordType('Facility', Facility, {
  words: ['facility', 'facilities'],
  filter,
  total,
  scope: {
    kind: 'kind',
    enumerations: { kind: {}, counts: {} },
    words: [['title', 'titleEn']],
    sides: { donor: 'DONOR', recipient: 'PLACE' },
  },
  table: {
    description: 'Industrial parks, workshops and bases, as one source reports them.',
    units: ['ZONE', 'WORKSHOP', 'BASE', 'PERSON', 'PERSON_TIME', 'FIRM', 'YUAN'],
    columns: {
      kind: described('What kind of place of work it is', oneOf(FacilityKind)),
      counts: described('What the value counts', oneOf(FacilityCount)),
      title: described('Its name in Chinese', optional(text)),
      titleEn: described('What it is, in English', optional(text)),
      donor: inRole('DONOR', 'Who builds it or pays for it'),
      place: inRole('PLACE', 'Where it is'),
    },
  },
});
