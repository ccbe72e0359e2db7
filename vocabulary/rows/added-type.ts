import { Basis } from '../figure/figure.js';
import type { Unit } from '../figure/unit.js';

/** A type of record whose records totals add. */
export interface AddedType {
  /** The columns whose values are never added together. */
  readonly apart: readonly string[];
}

/** Units of which no sum is one. */
const unaddable: readonly Unit[] = ['PERCENT', 'PERCENT_PER_YEAR', 'TIMES', 'DAY_PER_YEAR'];

/** Whether there are totals that records of a unit and basis could be in. */
export const isAddable = (unit: Unit | null, basis: Basis): boolean =>
  unit !== null && !unaddable.includes(unit) && basis !== Basis.LEVEL;
