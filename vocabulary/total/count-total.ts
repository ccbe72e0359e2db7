import { ArgsType, Field, type ClassType } from 'type-graphql';

import { filterConditions, type FilterFields } from '../../platform/filter.js';
import type { Condition } from '../../platform/sql.js';
import { checkAddable, TotalArguments } from './total-arguments.js';
import type { Addition } from './total.repository.js';
import type { Unit } from '../figure/unit.js';

/** The arguments of a total over a list that takes a filter. */
export interface CountTotalArguments extends TotalArguments {
  readonly filter?: object | null;
}

/** The argument type of a total over a list that takes a filter. */
export function countTotalArguments(filter: () => ClassType): ClassType<CountTotalArguments> {
  @ArgsType()
  class Arguments extends TotalArguments {
    @Field(filter, { nullable: true, description: 'Which records are looked at; all when left out.' })
    filter?: object;
  }
  return Arguments as ClassType<CountTotalArguments>;
}

/** What such a total adds. Throws BAD_USER_INPUT. */
export function countAddition(
  table: string,
  filterFields: FilterFields,
  unit: Unit,
  args: CountTotalArguments,
  ofKind: Condition | null = null,
): Addition {
  checkAddable(args);
  return {
    table,
    where: filterConditions(filterFields, args.filter),
    ofKind,
    unit,
    statuses: args.statuses,
    basis: args.basis,
  };
}
