import type { MadeFor } from '../../platform/visibility/made-rows.js';
import type { Reported } from '../record/reported.js';
import type { ScopeRelations } from './relations.js';
import type { Scope } from './scope.js';

/** A record of an import that overlaps with another, and how; `by` is the other. */
export interface Overlap {
  readonly reason: string;
  readonly record: string;
  readonly by: string;
}

/** Reports of documents that give different numbers for the same thing. */
export interface Conflict {
  readonly records: readonly Reported[];
  /** From the least to the greatest, in hundredths of the unit. */
  readonly difference: number;
  /** Who finds it among what they may see. */
  readonly madeFor: MadeFor;
}

/** The overlaps and conflicts among records of one type, by their scopes. */
export function findingsOf(
  given: readonly Reported[],
  all: readonly Reported[],
  scopes: ReadonlyMap<string, Scope>,
  { covers, crosses }: ScopeRelations,
  rolesOf: RolesOf,
): { readonly overlaps: readonly Overlap[]; readonly conflicts: readonly Conflict[] } {
  const counted = all
    .filter((row) => scopes.has(row.id) && row.rank !== 'DEPRECATED')
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const key = (scope: string, { status }: Pick<Reported, 'status'>): string => `${scope} ${status}`;
  const byScope = Map.groupBy(counted, (row) => key(scopes.get(row.id)?.id ?? '', row));
  /** A record of a scope and the row's status that the data do not relate to it. */
  const other = (scope: string, row: Reported): Reported | undefined =>
    byScope.get(key(scope, row))?.find((each) => !areParts(each, row));
  const areGiven = new Set(given.map(({ id }) => id));
  const wholes = Map.groupBy(covers, ({ part }) => part);
  const crossed = Map.groupBy(crosses, ({ one }) => one);
  const overlaps = given.flatMap((row): Overlap[] => {
    const scope = scopes.get(row.id)?.id;
    if (scope === undefined || row.rank === 'DEPRECATED' || row.includedInId !== null || row.basis === 'LEVEL') {
      return [];
    }
    const [first] = byScope.get(key(scope, row)) ?? [row];
    if (first && first.id !== row.id && !areParts(first, row)) {
      return [{ reason: reasonOfSame(first, row), record: row.id, by: first.id }];
    }
    for (const { whole, reason } of wholes.get(scope) ?? []) {
      const by = other(whole, row);
      if (by) {
        const [low, high] = [number(row.low), number(by.high)];
        const isMore = low !== null && high !== null && low > high;
        return [{ reason: isMore ? 'CONTRADICTED' : reason, record: row.id, by: by.id }];
      }
    }
    for (const { other: crossing, isReturning } of crossed.get(scope) ?? []) {
      const by = other(crossing, row);
      // Of two new rows that cross, the smaller is named.
      if (by && !(areGiven.has(by.id) && isBefore(row, by))) {
        return [{ reason: isReturning ? 'RETURNING' : 'OVERLAPPING', record: row.id, by: by.id }];
      }
    }
    return [];
  });
  return { overlaps, conflicts: [...byScope.values()].flatMap((same) => conflictsOf(same, scopes, rolesOf)) };
}

type RolesOf = (dataset: string) => readonly string[];

/** Of how many sets of roles each selection is looked at; of more, only those that have none or all of the others. */
const mostSelected = 6;

/** The conflicts among records of one scope, as each reader finds them who may see those of some data sets and not of others. */
function conflictsOf(same: readonly Reported[], scopes: ReadonlyMap<string, Scope>, rolesOf: RolesOf): Conflict[] {
  const keyOf = ({ dataset }: Reported): string => rolesOf(dataset).join('+');
  const keys = [...new Set(same.map(keyOf))].filter((key) => key !== '').toSorted();
  const rolesIn = (some: readonly string[]): string[][] => some.map((key) => key.split('+'));
  return selectionsOf(keys).flatMap((seen) => {
    const rows = keys.length === 0 ? same : same.filter((row) => ['', ...seen].includes(keyOf(row)));
    const madeFor = { seen: rolesIn(seen), hidden: rolesIn(keys.filter((key) => !seen.includes(key))) };
    return conflictOf(rows, scopes).map((conflict) => ({ ...conflict, madeFor }));
  });
}

const selectionsOf = (keys: readonly string[]): readonly (readonly string[])[] =>
  keys.length > mostSelected
    ? [[], keys]
    : keys.reduce<readonly (readonly string[])[]>(
        (selections, key) => [...selections, ...selections.map((selected) => [...selected, key])],
        [[]],
      );

const number = (stored: number | string | null): number | null => (stored === null ? null : Number(stored));

/** Whether a record counts before another that crosses it. */
function isBefore(one: Reported, other: Reported): boolean {
  const [low, otherLow] = [number(one.low) ?? -1, number(other.low) ?? -1];
  return low > otherLow || (low === otherLow && one.id < other.id);
}

const areParts = (one: Reported, other: Reported): boolean =>
  one.includedInId === other.id ||
  other.includedInId === one.id ||
  (one.includedInId !== null && one.includedInId === other.includedInId);

function reasonOfSame(first: Reported, row: Reported): string {
  const isSame = number(first.low) === number(row.low) && number(first.high) === number(row.high);
  if (isSame && first.print !== row.print) {
    return 'REPORTED_TWICE';
  }
  return first.document === row.document ? 'INDISTINCT' : 'COMPETING';
}

/** What records of one scope contradict each other in: those of several documents whose intervals do not meet. */
function conflictOf(same: readonly Reported[], scopes: ReadonlyMap<string, Scope>): Omit<Conflict, 'madeFor'>[] {
  const placed = new Set(same.map(({ includedInId }) => includedInId));
  const rivals = same.filter((row) => !placed.has(row.id) && row.includedInId === null);
  const documents = new Set(rivals.map(({ document }) => document));
  const lows = rivals.map(({ low }) => number(low) ?? Number.NEGATIVE_INFINITY);
  const highs = rivals.map(({ high }) => number(high) ?? Number.POSITIVE_INFINITY);
  const most = lows.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const difference = most - highs.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const [first] = rivals;
  const isKnown = first !== undefined && (first.basis !== 'LEVEL' || hasKnownSpan(scopes.get(first.id)));
  return isKnown && documents.size > 1 && difference > 0 && Number.isFinite(difference)
    ? [{ records: rivals, difference }]
    : [];
}

/** Levels differ in time: they are rivals only in one span whose ends are both given. */
const hasKnownSpan = (scope: Scope | undefined): boolean =>
  scope?.span.kind === 'DATED' &&
  [scope.span.from, scope.span.to].every(({ earliest, latest }) => earliest === latest && earliest !== '0000');
