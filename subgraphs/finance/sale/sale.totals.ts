import { eb } from '../../../platform/sql.js';
import { countAddition, countTotalArguments, type CountTotalArguments } from '../../../vocabulary/total/count-total.js';
import { withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { saleFilterFields, SalesFilter } from './sale.inputs.js';

export const SaleTotalArguments = countTotalArguments(() => SalesFilter);
export type SaleTotalArguments = CountTotalArguments;

export const SaleTotalWithParts = withParts(SaleTotalArguments);
export type SaleTotalWithParts = InstanceType<typeof SaleTotalWithParts>;

/** What a total of sales adds. Throws BAD_USER_INPUT. */
export function saleAddition(args: CountTotalArguments): Addition {
  return countAddition('sale', saleFilterFields, 'YUAN', args, eb('row.kind', '=', 'GOODS'));
}
