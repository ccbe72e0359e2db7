import { ArgsType, Field } from 'type-graphql';

import { countAddition, countTotalArguments } from '../../../vocabulary/total/count-total.js';
import { withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { Unit } from '../../../vocabulary/figure/unit.js';
import { exchangeFilterFields, ExchangesFilter } from './exchange.inputs.js';

@ArgsType()
export class ExchangeTotalArguments extends countTotalArguments(() => ExchangesFilter) {
  @Field(() => Unit, {
    description:
      'VISIT, MEETING or PERSON_TIME: which of them is added. A visit that is only dated has no figure, and is left out.',
  })
  unit: Unit = Unit.VISIT;
}

export const ExchangeTotalWithParts = withParts(ExchangeTotalArguments);
export type ExchangeTotalWithParts = InstanceType<typeof ExchangeTotalWithParts>;

/** What a total of exchanges adds. Throws BAD_USER_INPUT. */
export function exchangeAddition(args: ExchangeTotalArguments): Addition {
  return countAddition('exchange', exchangeFilterFields, args.unit, args);
}
