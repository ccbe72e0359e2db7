import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { linked, partyRegion } from '../../../vocabulary/record/filter-fields.js';
import { Combinable, IdFilter, operatorInput, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { PairingLevel, PairingScope } from '../../../vocabulary/pairing/pairing-table.js';
import { heldThroughout } from './holding.js';

const LevelFilter = operatorInput('PairingLevelFilter', 'Conditions on a level of pairings.', () => PairingLevel);
const ScopeFilter = operatorInput('PairingScopeFilter', 'Conditions on a scope of pairings.', () => PairingScope);

@InputType({ description: 'A span of days, both of them included.' })
class DaySpan {
  @Field(() => Date, { description: 'The first day.' })
  from!: string;

  @Field(() => Date, { description: 'The last day; not before the first.' })
  to!: string;
}

@Combinable()
@InputType({ description: 'Which pairings a list has.' })
export class PairingsFilter {
  @Field(() => IdFilter, { nullable: true, description: 'The pairing itself.' })
  pairing?: object;

  @Field(() => IdFilter, { nullable: true, description: 'Its programme.' })
  programme?: object;

  @Field(() => LevelFilter, { nullable: true, description: 'Between which kinds of parties it is.' })
  level?: object;

  @Field(() => ScopeFilter, { nullable: true, description: 'Whether it crosses a provincial border.' })
  scope?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that helps.' })
  donor?: object;

  @Field(() => RegionFilter, { nullable: true, description: 'A region that is helped.' })
  recipient?: object;

  @Field(() => IdFilter, { nullable: true, description: 'The pairing that it is part of.' })
  parent?: object;

  @Field(() => IdFilter, { nullable: true, description: 'A document that set one of its periods.' })
  basis?: object;

  @Field(() => DaySpan, {
    nullable: true,
    description:
      'It holds on each day of the span: its periods leave no gap there. One that begins on the day the last one ends leaves none.',
  })
  heldThroughout?: object;
}

@ArgsType()
export class PairingListArguments extends PageArguments {
  @Field(() => PairingsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: PairingsFilter;

  @Field(() => Date, {
    nullable: true,
    description:
      'Only those that hold on this day: begun, and not reported to have ended. One whose beginning no source dates is left out. All of any time when left out.',
  })
  asOf?: string;
}

/** What `PairingsFilter` means in the table. */
export const pairingFilterFields: FilterFields = {
  pairing: column('row.id'),
  programme: column('row.programmeId'),
  level: column('row.level'),
  scope: column('row.scope'),
  donor: partyRegion('DONOR'),
  recipient: partyRegion('RECIPIENT'),
  parent: column('row.parentId'),
  basis: linked('pairingPeriod', 'pairingId', column('linked.basisId')),
  heldThroughout,
};
