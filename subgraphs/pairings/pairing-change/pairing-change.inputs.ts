import { ArgsType, Field } from 'type-graphql';

import { PageArguments } from '../../../vocabulary/record/connection.js';
import { PairingsFilter } from '../pairing/pairing.inputs.js';
import { PairingChangeKind } from './pairing-change.js';

@ArgsType()
export class PairingChangeArguments extends PageArguments {
  @Field(() => Date, { description: 'The earlier day.' })
  from!: string;

  @Field(() => Date, { description: 'The later day; not before the earlier.' })
  to!: string;

  @Field(() => PairingsFilter, {
    nullable: true,
    description: 'Which pairings are compared, on both days; all when left out.',
  })
  filter?: PairingsFilter;

  @Field(() => [PairingChangeKind], { nullable: true, description: 'Only changes of these kinds; all when left out.' })
  kinds?: PairingChangeKind[] | null;
}
