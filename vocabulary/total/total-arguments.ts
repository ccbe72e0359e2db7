import { ArgsType, Field, type ClassType } from 'type-graphql';

import { badUserInput } from '../../platform/errors.js';
import { Basis, FigureStatus } from '../figure/figure.js';
import type { Filter } from '../record/filter.js';

/** What every total can be asked with. */
@ArgsType()
export class TotalArguments {
  @Field(() => Basis, {
    description:
      'Which figures are added: those of one year each, or those of all time. Levels and rates are never added.',
  })
  basis: Basis = Basis.CUMULATIVE;

  @Field(() => [FigureStatus], { description: 'The statuses that count: by default only what is reported as done.' })
  statuses: FigureStatus[] = [FigureStatus.ACTUAL];

  /** Which records are looked at; `withFilter` makes it an argument. */
  filter?: object;
}

/** The arguments of totals or groups with the filter of their type. */
export function withFilter<Arguments extends TotalArguments = TotalArguments>(
  { input }: Pick<Filter, 'input'>,
  description = 'Which records are looked at; all when left out.',
  base: ClassType<Arguments> = TotalArguments as ClassType<Arguments>,
): ClassType<Arguments> {
  @ArgsType()
  class WithFilter extends (base as ClassType<TotalArguments>) {
    @Field(() => input, { nullable: true, description })
    override filter?: object;
  }
  return WithFilter as unknown as ClassType<Arguments>;
}

/** The arguments of the same total where its owner has parts: pairings of pairings, regions below a region. */
export function withParts<Arguments extends TotalArguments>(
  base: ClassType<Arguments>,
): ClassType<Arguments & { readonly includeParts: boolean }> {
  @ArgsType()
  class WithParts extends (base as ClassType<TotalArguments>) {
    @Field(() => Boolean, {
      description: 'Whether what belongs to the pairings or regions below is added too, each record once.',
    })
    includeParts = false;
  }
  return WithParts as unknown as ClassType<Arguments & { readonly includeParts: boolean }>;
}

/** Refuses what cannot be added. Throws BAD_USER_INPUT. */
export function checkAddable({ basis, statuses }: TotalArguments): void {
  if (basis === Basis.LEVEL || basis === Basis.RATE) {
    throw badUserInput('basis', 'ANNUAL or CUMULATIVE, since levels and rates are not added', basis);
  }
  if (statuses.length === 0) {
    throw badUserInput('statuses', 'at least one status', statuses);
  }
}
