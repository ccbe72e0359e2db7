import { ArgsType, Field, InputType } from 'type-graphql';

import { column, filterConditions, type FilterField } from '../../../platform/filter.js';
import { eb } from '../../../platform/sql.js';
import { Confidence } from '../../../vocabulary/figure/confidence.js';
import type { SideRole } from '../../../vocabulary/pairing/pairing-ref.js';
import { PairingLevel, PairingScope, PartyKind } from '../../../vocabulary/pairing/pairing-table.js';
import { bodyPart, filterOf, part, standingPart, type FilterPart } from '../../../vocabulary/record/filter.js';
import { dateColumn, linked } from '../../../vocabulary/record/filter-fields.js';
import { DateFilter, IdFilter, operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { listedType } from '../../../vocabulary/record/listed-type.js';
import { heldThroughout, periodOf } from './holding.js';
import { PeriodEnd } from './period-end.js';
import { Pairing } from './pairing.entity.js';

export const LevelFilter = operatorInput(
  'PairingLevelFilter',
  'Conditions on a level of pairings.',
  () => PairingLevel,
);
const ScopeFilter = operatorInput('PairingScopeFilter', 'Conditions on a scope of pairings.', () => PairingScope);

const EndFilter = operatorInput('PeriodEndFilter', 'Conditions on why a period ended.', () => PeriodEnd);
const ConfidenceFilter = operatorInput('ConfidenceFilter', 'Conditions on a confidence.', () => Confidence);

const periodFilter = filterOf('PairingPeriodsFilter', 'Which periods a pairing must have.', {
  round: part(IdFilter, 'The round that it is of.', column('period.roundId')),
  basis: part(IdFilter, 'The document that set it.', column('period.basisId')),
  supersededBy: part(IdFilter, 'The round whose list took its place.', column('period.supersededById')),
  parent: part(IdFilter, 'The pairing that it is part of in this span.', column('period.parentId')),
  end: part(EndFilter, 'Why it ended, or is to end.', column('period.end')),
  confidence: part(ConfidenceFilter, 'On how many independent texts it rests.', column('period.confidence')),
  from: part(DateFilter, 'When it began.', dateColumn('period.fromDate')),
  to: part(DateFilter, 'When it ended, itself not included.', dateColumn('period.toDate')),
});

const hasPeriod: FilterField = (filter, path) =>
  eb.exists(
    filterConditions(periodFilter.fields, filter, path).reduce((rows, each) => rows.where(each), periodOf('period')),
  );

@InputType({ description: 'A span of days, both of them included.' })
class DaySpan {
  @Field(() => Date, { description: 'The first day.' })
  from!: string;

  @Field(() => Date, { description: 'The last day; not before the first.' })
  to!: string;
}

const PartyKindFilter = operatorInput('PartyKindFilter', 'Conditions on a kind of counted parties.', () => PartyKind);

const countedPart = (side: SideRole, description: string): FilterPart =>
  part(PartyKindFilter, description, linked('countedParties', 'record', column('linked.kind'), side));

export const pairingFilter = filterOf('PairingsFilter', 'Which pairings a list has.', {
  pairing: part(IdFilter, 'The pairing itself.', column('row.id')),
  programme: part(IdFilter, 'Its programme.', column('row.programmeId')),
  level: part(LevelFilter, 'Between which kinds of parties it is.'),
  scope: part(ScopeFilter, 'Whether it crosses a provincial border.'),
  donor: standingPart({ role: null, side: 'DONOR' }, 'A region that helps, or where those are who help.'),
  recipient: standingPart(
    { role: null, side: 'RECIPIENT' },
    'A region that is helped, or where those are who are helped.',
  ),
  donorCounted: countedPart('DONOR', 'What kind of helpers its source counts without naming them.'),
  recipientCounted: countedPart('RECIPIENT', 'What kind of the helped its source counts without naming them.'),
  donorBody: bodyPart({ role: null, side: 'DONOR' }, 'What kind of body helps.'),
  recipientBody: bodyPart({ role: null, side: 'RECIPIENT' }, 'What kind of body is helped.'),
  parent: part(IdFilter, 'The pairing that it is part of.', column('row.parentId')),
  basis: part(
    IdFilter,
    'A document that set one of its periods.',
    linked('pairingPeriod', 'pairingId', column('linked.basisId')),
  ),
  round: part(
    IdFilter,
    'The round of one of its periods.',
    linked('pairingPeriod', 'pairingId', column('linked.roundId')),
  ),
  period: part(periodFilter.input, 'One of its periods, which meets all of these at once.', hasPeriod),
  heldThroughout: part(
    DaySpan,
    'It holds on each day of the span: its periods leave no gap there. One that begins on the day the last one ends leaves none.',
    heldThroughout,
  ),
});

@ArgsType()
export class PairingListArguments extends pairingFilter.listArguments {
  @Field(() => Date, {
    nullable: true,
    description:
      'Only those that hold on this day: begun, and not reported to have ended. One that ended before a known day, no source says when, counts until then. One whose beginning no source dates is left out. All of any time when left out. Labels below do not follow it: give `label` of a side the same day.',
  })
  asOf?: string;
}

export const pairingType = listedType('Pairing', Pairing, pairingFilter);
