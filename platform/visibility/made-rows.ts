import type { Audience } from './audience.js';

/** What stands in place of a data set in rows that an import makes itself; no data set has a colon in its id. */
export const madeBy = 'made:';

/** Who may see a row that an import makes of rows of several data sets: who sees all of some, and none of others. */
export interface MadeFor {
  /** The roles of each of the data sets that have to be seen. */
  readonly seen: readonly (readonly string[])[];
  /** Those of each that must not be seen: who sees it has another row in place of this one. */
  readonly hidden: readonly (readonly string[])[];
}

/** The end of what stands in place of a data set in such a row; empty where everybody sees all that it is made of. */
export const madeEnding = ({ seen, hidden }: MadeFor): string =>
  seen.length === 0 && hidden.length === 0
    ? ''
    : `;${seen.map((roles) => roles.join('+')).join(',')};${hidden.map((roles) => roles.join('+')).join(',')}`;

/** What stands in place of a data set in rows that imports make: of those that a reader may see, and of the others. */
export interface MadeRows {
  readonly own: readonly string[];
  readonly foreign: readonly string[];
}

/** Tells which of what stands in place of a data set is for a reader. */
export const madeFor = (audience: Audience, all: readonly string[]): MadeRows => ({
  own: all.filter((each) => isMadeFor(audience, each)),
  foreign: all.filter((each) => !isMadeFor(audience, each)),
});

/** Whether a reader may see the rows that have this in place of a data set. */
export function isMadeFor(audience: Audience, dataset: string): boolean {
  const [, ...parts] = dataset.split(';');
  const [seen = [], hidden = []] = parts.map((part) =>
    part === '' ? [] : part.split(',').map((roles) => roles.split('+')),
  );
  const sees = (roles: readonly string[]): boolean => roles.some((role) => audience.includes(role));
  return seen.every(sees) && !hidden.some(sees);
}
