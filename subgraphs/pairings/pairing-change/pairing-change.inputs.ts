import { ArgsType, Field } from 'type-graphql';

import { PageArguments } from '../../../vocabulary/record/connection.js';
import { pairingFilter } from '../pairing/pairing.type.js';
import { PairingChangeKind } from './pairing-change.js';

@ArgsType()
export class PairingChangeArguments extends PageArguments {
  @Field(() => Date, { description: 'The earlier day.' })
  from!: string;

  @Field(() => Date, { description: 'The later day; not before the earlier.' })
  to!: string;

  @Field(() => pairingFilter.input, {
    nullable: true,
    description: 'Which pairings are compared, on both days; all when left out.',
  })
  filter?: object;

  @Field(() => [PairingChangeKind], { nullable: true, description: 'Only changes of these kinds; all when left out.' })
  kinds?: PairingChangeKind[] | null;
}
