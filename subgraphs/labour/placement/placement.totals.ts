import { eb } from '../../../platform/sql.js';
import { countAddition, countTotalArguments, type CountTotalArguments } from '../../../vocabulary/count-total.js';
import type { Addition } from '../../../vocabulary/total.repository.js';
import { placementFilterFields, PlacementsFilter } from './placement.inputs.js';

export const PlacementTotalArguments = countTotalArguments(() => PlacementsFilter);
export type PlacementTotalArguments = CountTotalArguments;

/** What a total of people in stable work adds. Throws BAD_USER_INPUT. */
export function placementAddition(args: PlacementTotalArguments): Addition {
  return countAddition('placement', placementFilterFields, 'PERSON', args, eb('row.stage', '=', 'STABLE'));
}
