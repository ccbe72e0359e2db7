import { ArgsType, Field, type ClassType } from 'type-graphql';

import { filterConditions, type FilterFields } from '../platform/filter.js';
import type { Condition } from '../platform/sql.js';
import { checkAddable, TotalArguments } from './total-arguments.js';
import type { Addition } from './total.repository.js';
import type { Unit } from './unit.js';

/** The arguments of a total over records of one kind of list. */
export interface CountTotalArguments extends TotalArguments {
  readonly filter?: object | null;
  readonly includeParts: boolean;
}

/** The argument types of the totals over a list that takes a filter: with its parts, and for a programme without. */
export function countTotalArguments(filter: () => ClassType): ClassType<CountTotalArguments> {
  @ArgsType()
  class Arguments extends TotalArguments {
    @Field(filter, { nullable: true, description: 'Which records are looked at; all when left out.' })
    filter?: object;

    @Field(() => Boolean, {
      description: 'Whether what belongs to the pairings or regions below is added too, each record once.',
    })
    includeParts = false;
  }
  return Arguments as ClassType<CountTotalArguments>;
}

/** What such a total adds. Throws BAD_USER_INPUT. */
export function countAddition(
  table: string,
  filterFields: FilterFields,
  unit: Unit,
  args: Pick<CountTotalArguments, 'filter' | 'basis' | 'statuses'>,
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
