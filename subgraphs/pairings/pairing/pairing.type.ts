import { ArgsType, Field, InputType } from 'type-graphql';

import { column } from '../../../platform/filter.js';
import { PairingLevel, PairingScope } from '../../../vocabulary/pairing/pairing-table.js';
import { filterOf, part, standingPart } from '../../../vocabulary/record/filter.js';
import { linked } from '../../../vocabulary/record/filter-fields.js';
import { IdFilter, operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { listedType } from '../../../vocabulary/record/listed-type.js';
import { heldThroughout } from './holding.js';
import { Pairing } from './pairing.entity.js';

const LevelFilter = operatorInput('PairingLevelFilter', 'Conditions on a level of pairings.', () => PairingLevel);
const ScopeFilter = operatorInput('PairingScopeFilter', 'Conditions on a scope of pairings.', () => PairingScope);

@InputType({ description: 'A span of days, both of them included.' })
class DaySpan {
  @Field(() => Date, { description: 'The first day.' })
  from!: string;

  @Field(() => Date, { description: 'The last day; not before the first.' })
  to!: string;
}

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
  parent: part(IdFilter, 'The pairing that it is part of.', column('row.parentId')),
  basis: part(
    IdFilter,
    'A document that set one of its periods.',
    linked('pairingPeriod', 'pairingId', column('linked.basisId')),
  ),
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
      'Only those that hold on this day: begun, and not reported to have ended. One whose beginning no source dates is left out. All of any time when left out. Labels below do not follow it: give `label` of a side the same day.',
  })
  asOf?: string;
}

export const pairingType = listedType('Pairing', Pairing, pairingFilter);
