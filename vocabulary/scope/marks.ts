import type { Reported } from '../record/reported.js';
import type { Hierarchy } from './compare.js';
import type { Links } from './import-rows.js';

/** The columns of a record that tell totals what to look at. */
export type Marks = Pick<Reported, 'scope' | 'cluster' | 'several' | 'facet' | 'exclusion' | 'excludedBy'>;

/** Tells whether several pairings or parties have a share in a record of a type. */
export const severalBy =
  ({ pairings, parties }: Pick<Links, 'pairings' | 'parties'>, { hasSeveral }: Pick<Hierarchy, 'hasSeveral'>) =>
  (id: string): boolean => {
    const own = pairings.get(id) ?? [];
    return (
      own.length > 1 || own.some(hasSeveral) || Object.values(parties.get(id) ?? {}).some((parts) => parts.length > 1)
    );
  };

/** Whether a stored row has these marks. */
export const areMarked = (row: Marks, { scope, cluster, several, facet, exclusion, excludedBy }: Marks): boolean =>
  row.scope === scope &&
  numberOrNull(row.cluster) === cluster &&
  isTrue(row.several) === several &&
  numberOrNull(row.facet) === facet &&
  row.exclusion === exclusion &&
  row.excludedBy === excludedBy;

/** A truth value as the database gives it: SQLite has numbers. */
const isTrue = (stored: boolean | number): boolean => Boolean(stored);

/** A number as the database gives it: PostgreSQL gives large ones as text. */
const numberOrNull = (stored: number | string | null): number | null => (stored === null ? null : Number(stored));
