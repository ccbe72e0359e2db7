import { FigureStatus } from '../../figure/figure.js';
import type { ExclusionReason } from '../exclusion-reason.js';
import type { Fold } from './folds.js';
import { firstOf, larger, type Relations } from './judged-record.js';

/** What a fold adds to a total. */
export interface Contribution {
  readonly low: number | null;
  readonly high: number | null;
  readonly addsLow: boolean;
  readonly addsHigh: boolean;
  /** Why it is not added in full, and the record because of which; null where it is, or for what it is itself. */
  readonly reason: ExclusionReason | null;
  readonly by: string | null;
}

/** A fold that lies in another, and why. */
interface Inner {
  readonly part: Fold;
  readonly whole: Fold;
  readonly reason: ExclusionReason;
}

/** A fold and another of another scope that crosses it. */
interface Crossing {
  readonly by: string;
  readonly isReturning: boolean;
}

/** The firmest status first: what is done has in it what was intended of it. */
const firmest: readonly FigureStatus[] = ['ACTUAL', 'COMMITTED', 'PLANNED', 'TARGET', 'EXPECTED'];

const isFirmer = (one: Fold, other: Fold): boolean => firmest.indexOf(one.status) < firmest.indexOf(other.status);

/** What each fold adds, in view of those that it lies in and those that cross it. */
export function contributionsOf(folds: readonly Fold[], relations: Relations): ReadonlyMap<Fold, Contribution> {
  const byScope = Map.groupBy(folds, ({ scope }) => scope);
  const inners = Map.groupBy(
    folds.flatMap((part) => wholesOf(part, byScope, relations)),
    ({ part }) => part,
  );
  const isOpen = (fold: Fold): boolean => (inners.get(fold) ?? []).every(({ whole }) => whole.others > 0);
  const open = new Set(folds.filter(isOpen));
  const areStatusesSeveral = folds.some(({ status }) => status !== folds[0]?.status);
  const across = areStatusesSeveral ? withStatuses(folds, relations) : relations.crossings;
  const tops = [...inners.values()].flat().filter(({ whole }) => open.has(whole));
  const byPart = Map.groupBy(tops, ({ part }) => part);
  const larges = Map.groupBy(tops.filter(isMore), ({ whole }) => whole);
  return new Map(
    folds.map((fold) => {
      const crossing = open.has(fold) ? crossingOf(fold, open, byScope, across) : null;
      const own = byPart.get(fold) ?? [];
      const isShared = inners.has(fold) || fold.isWithin;
      return [
        fold,
        {
          low: fold.low,
          high: (larges.get(fold) ?? []).map(({ part }) => part.high).reduce(larger, fold.high),
          addsLow: open.has(fold) && fold.others === 0 && crossing === null,
          addsHigh: open.has(fold) && !isShared,
          ...(own.length > 0 ? reasonWithin(own) : reasonAcross(fold, crossing)),
        },
      ];
    }),
  );
}

/** The folds that a fold lies in: of wider scopes, and of firmer statuses. */
function wholesOf(part: Fold, byScope: ReadonlyMap<string, readonly Fold[]>, { wholes }: Relations): readonly Inner[] {
  const inScopes = (wholes.get(part.scope) ?? []).flatMap(({ whole: scope, reason }) =>
    (byScope.get(scope) ?? []).flatMap((whole): Inner[] =>
      whole.status === part.status
        ? [{ part, whole, reason }]
        : isFirmer(whole, part)
          ? [{ part, whole, reason: 'FIRMER_STATUS' }]
          : [],
    ),
  );
  const inStatuses = (byScope.get(part.scope) ?? [])
    .filter((whole) => isFirmer(whole, part))
    .map((whole): Inner => ({ part, whole, reason: 'FIRMER_STATUS' }));
  return [...inScopes, ...inStatuses];
}

/** Whether a part is larger than its whole. */
const isMore = ({ part, whole }: Inner): boolean =>
  part.low !== null && whole.high !== null && part.low > whole.high && part.status === whole.status;

const reasonWithin = (own: readonly Inner[]): Pick<Contribution, 'reason' | 'by'> => ({
  reason: own.some(isMore) ? 'CONTRADICTED' : (own.map(({ reason }) => reason).toSorted()[0] ?? null),
  by: own.reduce<string | null>((first, { whole }) => firstOf(first, whole.records[0].id), null),
});

const reasonAcross = ({ others }: Fold, crossing: Crossing | null): Pick<Contribution, 'reason' | 'by'> => ({
  reason: crossing ? (crossing.isReturning ? 'RETURNING' : 'OVERLAPPING') : others > 0 ? 'SHARED' : null,
  by: crossing?.by ?? null,
});

type Crossings = ReadonlyMap<
  string,
  readonly { readonly other: string; readonly isReturning: boolean; readonly isOfOtherStatus?: boolean }[]
>;

/** The crossings of scopes where several statuses are asked for: an intention that reaches further crosses what is done. */
function withStatuses(folds: readonly Fold[], { wholes, crossings }: Relations): Crossings {
  const all = new Map<string, NonNullable<ReturnType<Crossings['get']>>[number][]>();
  const add = (scope: string, other: string): void => {
    all.set(scope, [...(all.get(scope) ?? []), { other, isReturning: false, isOfOtherStatus: true }]);
  };
  for (const scope of new Set(folds.map((fold) => fold.scope))) {
    all.set(scope, [...(all.get(scope) ?? []), ...(crossings.get(scope) ?? [])]);
    add(scope, scope);
    for (const { whole } of wholes.get(scope) ?? []) {
      add(scope, whole);
      add(whole, scope);
    }
  }
  return all;
}

/** Which larger folds that are added, and are of no others too, cross one: the first of their records; null where none does. */
function crossingOf(
  fold: Fold,
  open: ReadonlySet<Fold>,
  byScope: ReadonlyMap<string, readonly Fold[]>,
  crossings: Crossings,
): Crossing | null {
  return (crossings.get(fold.scope) ?? [])
    .flatMap(({ other: scope, isReturning, isOfOtherStatus = false }) =>
      (byScope.get(scope) ?? [])
        .filter((other) => !isOfOtherStatus || other.status !== fold.status)
        .filter((other) => open.has(other) && other.others === 0 && isBefore(other, fold))
        .map((other): Crossing => ({ by: other.records[0].id, isReturning })),
    )
    .reduce<Crossing | null>(
      (found, { by, isReturning }) => ({
        by: firstOf(found?.by ?? null, by),
        isReturning: isReturning && (found?.isReturning ?? true),
      }),
      null,
    );
}

/** Whether a fold counts before another that crosses it: the larger, then the one whose record is first. */
function isBefore(one: Fold, other: Fold): boolean {
  const [low, otherLow] = [one.low ?? -1, other.low ?? -1];
  return low > otherLow || (low === otherLow && one.records[0].id < other.records[0].id);
}
