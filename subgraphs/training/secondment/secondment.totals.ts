import { countAddition, countTotalArguments, type CountTotalArguments } from '../../../vocabulary/total/count-total.js';
import { withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { secondmentFilterFields, SecondmentsFilter } from './secondment.inputs.js';

export const SecondmentTotalArguments = countTotalArguments(() => SecondmentsFilter);
export type SecondmentTotalArguments = CountTotalArguments;

export const SecondmentTotalWithParts = withParts(SecondmentTotalArguments);
export type SecondmentTotalWithParts = InstanceType<typeof SecondmentTotalWithParts>;

/** What a total of people posted adds. Throws BAD_USER_INPUT. */
export function secondmentAddition(args: SecondmentTotalArguments): Addition {
  return countAddition('secondment', secondmentFilterFields, 'PERSON', args);
}
