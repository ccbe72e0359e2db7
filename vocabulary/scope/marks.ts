import type { Reported } from '../record/reported.js';
import type { Hierarchy } from './compare.js';
import type { Links } from './import-rows.js';
import type { ScopeRelations } from './relations.js';
import type { Scope } from './scope.js';

/** The columns of a record that tell totals what to look at. */
export type Marks = Pick<Reported, 'scope' | 'alone' | 'alike' | 'several' | 'facet'>;

/** Tells the marks of each record of a type: by its scope, and by what stands to it in some way. */
export function marksBy(
  scopes: ReadonlyMap<string, Scope>,
  { covers, crosses }: ScopeRelations,
  inclusions: readonly { readonly record: string; readonly whole: string }[],
  { pairings, parties }: Pick<Links, 'pairings' | 'parties'>,
  { hasSeveral }: Pick<Hierarchy, 'hasSeveral'>,
): (row: Pick<Reported, 'id' | 'rank'>) => Omit<Marks, 'facet'> {
  const numbers = new Map<string, number>();
  for (const { id } of scopes.values()) {
    numbers.set(id, (numbers.get(id) ?? 0) + 1);
  }
  const related = new Set(covers.flatMap(({ part, whole }) => [part, whole]));
  for (const { one } of crosses) {
    related.add(one);
  }
  const placed = new Set(inclusions.flatMap(({ record, whole }) => [record, whole]));
  return ({ id, rank }) => {
    const scope = scopes.get(id);
    if (scope === undefined) {
      return { scope: null, alone: true, alike: false, several: false };
    }
    const own = pairings.get(id) ?? [];
    const several =
      own.length > 1 || own.some(hasSeveral) || Object.values(parties.get(id) ?? {}).some((parts) => parts.length > 1);
    const alike = (numbers.get(scope.id) ?? 0) > 1;
    const alone = !alike && !several && !related.has(scope.id) && !placed.has(id) && rank === 'NORMAL';
    return { scope: scope.id, alone, alike, several };
  };
}

/** Whether a stored row has these marks. */
export const areMarked = (row: Marks, { scope, alone, alike, several, facet }: Marks): boolean =>
  row.scope === scope &&
  isTrue(row.alone) === alone &&
  isTrue(row.alike) === alike &&
  isTrue(row.several) === several &&
  Number(row.facet) === facet;

/** A truth value as the database gives it: SQLite has numbers. PostgreSQL gives large numbers as text. */
const isTrue = (stored: boolean | number): boolean => Boolean(stored);
