import { ArgsType, Field, type ClassType } from 'type-graphql';

import { badUserInput } from '../../platform/errors.js';
import { Basis, FigureStatus } from '../figure/figure.js';

/** What every total can be asked with. */
@ArgsType()
export class TotalArguments {
  @Field(() => Basis, {
    description: 'Which figures are added: those of one year each, or those of all time. Levels are never added.',
  })
  basis: Basis = Basis.CUMULATIVE;

  @Field(() => [FigureStatus], { description: 'The statuses that count: by default only what is reported as done.' })
  statuses: FigureStatus[] = [FigureStatus.ACTUAL];
}

/** The argument type of the same total where what it is of has parts: pairings of pairings, regions below a region. */
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
  if (basis === Basis.LEVEL) {
    throw badUserInput('basis', 'ANNUAL or CUMULATIVE, since levels are not added', basis);
  }
  if (statuses.length === 0) {
    throw badUserInput('statuses', 'at least one status', statuses);
  }
}
