import type { Reported } from '../record/reported.js';
import type { Hierarchy } from './compare.js';
import type { Links } from './import-rows.js';

/** The columns of a record that tell totals what to look at. */
export type Marks = Pick<
  Reported,
  'scope' | 'cluster' | 'yearCluster' | 'block' | 'several' | 'facet' | 'exclusion' | 'excludedBy'
>;

/** Tells whether several pairings or parties have a share in a record of a type. */
export const severalBy =
  ({ pairings, parties }: Pick<Links, 'pairings' | 'parties'>, { hasSeveral }: Pick<Hierarchy, 'hasSeveral'>) =>
  (id: string): boolean => {
    const own = pairings.get(id) ?? [];
    return (
      own.length > 1 || own.some(hasSeveral) || Object.values(parties.get(id) ?? {}).some((parts) => parts.length > 1)
    );
  };

/** A text that records share which any keys have in the same groups: those of one pairing, the same parties and dates. */
export const keysBy =
  ({ pairings, parties }: Pick<Links, 'pairings' | 'parties'>, columns: readonly string[]) =>
  (row: Reported): string =>
    JSON.stringify([
      pairings.get(row.id),
      parties.get(row.id),
      [...commonColumns, ...columns].map(
        (column) => (row as Reported & Readonly<Record<string, unknown>>)[column] ?? null,
      ),
    ]);

const commonColumns: readonly (keyof Reported)[] = [
  'unit',
  'basis',
  'programmeId',
  'fromDate',
  'toDate',
  'firstYear',
  'lastYear',
];

/** Whether a stored row has these marks. */
export const areMarked = (
  row: Marks,
  { scope, cluster, yearCluster, block, several, facet, exclusion, excludedBy }: Marks,
): boolean =>
  row.scope === scope &&
  numberOrNull(row.cluster) === cluster &&
  numberOrNull(row.yearCluster) === yearCluster &&
  numberOrNull(row.block) === block &&
  isTrue(row.several) === several &&
  numberOrNull(row.facet) === facet &&
  row.exclusion === exclusion &&
  row.excludedBy === excludedBy;

/** A truth value as the database gives it: SQLite has numbers. */
export const isTrue = (stored: boolean | number): boolean => Boolean(stored);

/** A number as the database gives it: PostgreSQL gives large ones as text. */
const numberOrNull = (stored: number | string | null): number | null => (stored === null ? null : Number(stored));
