import { ArgsType, Field } from 'type-graphql';

import { badUserInput } from '../platform/errors.js';
import { Basis, FigureStatus } from './figure.js';

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

/** Refuses what cannot be added. Throws BAD_USER_INPUT. */
export function checkAddable({ basis, statuses }: TotalArguments): void {
  if (basis === Basis.LEVEL) {
    throw badUserInput('basis', 'ANNUAL or CUMULATIVE, since levels are not added', basis);
  }
  if (statuses.length === 0) {
    throw badUserInput('statuses', 'at least one status', statuses);
  }
}
