import type { FigureStatus } from '../../figure/figure.js';
import { firstOf, larger, smaller, sumOrOpen, type JudgedRecord, type Relations } from './judged-record.js';

/** Where the data place a record. */
export interface Placement {
  readonly reason: 'UNCLEAR_INCLUSION' | 'INCLUDED_IN_ANOTHER';
  readonly by: string;
  /** Whether a record that has it in it is no record of others too. */
  readonly isKnown: boolean;
}

/** Where the data place those of the records that are in others of them. */
export function placementsOf(
  records: readonly JudgedRecord[],
  { inclusions }: Relations,
): ReadonlyMap<string, Placement> {
  if (inclusions.size === 0) {
    return new Map();
  }
  const byId = new Map(records.map((record) => [record.id, record]));
  const placements = new Map<string, Placement>();
  for (const { id } of records) {
    const wholes = (inclusions.get(id) ?? []).filter(({ whole }) => byId.has(whole));
    const by = wholes.reduce<string | null>((first, { whole }) => firstOf(first, whole), null);
    if (by !== null) {
      placements.set(id, {
        by,
        reason: wholes.every(({ isVague }) => isVague) ? 'UNCLEAR_INCLUSION' : 'INCLUDED_IN_ANOTHER',
        isKnown: wholes.some(({ whole }) => byId.get(whole)?.others === 0),
      });
    }
  }
  return placements;
}

/** What the records of a scope and status come to. */
export interface Fold {
  readonly scope: string;
  readonly status: FigureStatus;
  /** The records, the one that stands for all first: a preferred one, else the largest. */
  readonly records: readonly [JudgedRecord, ...JudgedRecord[]];
  readonly low: number | null;
  readonly high: number | null;
  readonly others: number;
  readonly isPartial: boolean;
  readonly isVague: boolean;
  readonly isInferred: boolean;
  /** Whether the data place one of them in a record of others too. */
  readonly isWithin: boolean;
}

/** Folds records by scope and status. */
export const foldsOf = (
  records: readonly JudgedRecord[],
  placements: ReadonlyMap<string, Placement>,
): readonly Fold[] =>
  [...Map.groupBy(records, ({ scope, status }) => `${scope} ${status}`).values()].map((same) =>
    foldOf(same.toSorted(byStanding) as [JudgedRecord, ...JudgedRecord[]], placements),
  );

function foldOf(records: readonly [JudgedRecord, ...JudgedRecord[]], placements: ReadonlyMap<string, Placement>): Fold {
  const [first] = records;
  const relied = first.rank === 'PREFERRED' ? records.filter(({ rank }) => rank === 'PREFERRED') : records;
  const documents = [...Map.groupBy(relied, ({ document }) => document).values()].map(reportOf);
  return {
    scope: first.scope,
    status: first.status,
    records,
    low: documents.map(({ low }) => low).reduce(smaller),
    high: documents.map(({ high }) => high).reduce(larger),
    others: relied.map(({ others }) => others).reduce((one, other) => Math.max(one, other)),
    isPartial: relied.some(({ isPartial }) => isPartial),
    isVague: relied.some(({ bound }) => bound === 'ABOUT' || bound === 'APPROACHING'),
    isInferred: relied.some(({ bound }) => bound === 'INFERRED' || bound === 'DERIVED'),
    isWithin: relied.some(({ id }) => placements.has(id)),
  };
}

/** The preferred ones first, then the largest. */
function byStanding(one: JudgedRecord, other: JudgedRecord): number {
  const isPreferred = ({ rank }: JudgedRecord): number => (rank === 'PREFERRED' ? 0 : 1);
  return isPreferred(one) - isPreferred(other) || (other.low ?? -1) - (one.low ?? -1) || (one.id < other.id ? -1 : 1);
}

interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** What one document says of a scope: its numbers may be of one thing or of several. */
function reportOf(printed: readonly JudgedRecord[]): Interval {
  const parts = Map.groupBy(
    printed.filter(({ includedInId }) => includedInId !== null),
    ({ includedInId }) => includedInId,
  );
  const numbers: readonly Interval[] = [
    ...distinctNumbers(printed.filter(({ includedInId }) => includedInId === null)),
    // Parts of one whole are different things.
    ...Array.from(parts.values(), (same) => ({
      low: same.every(({ low }) => low === null) ? null : same.reduce((sum, { low }) => sum + (low ?? 0), 0),
      high: sumOrOpen(same.map(({ high }) => high)),
    })),
  ];
  return {
    low: numbers.reduce<number | null>((most, { low }) => (low === null ? most : Math.max(most ?? low, low)), null),
    high: sumOrOpen(numbers.map(({ high }) => high)),
  };
}

/** The numbers of a document: the same one at several places is there once, several times at one place as often. */
function distinctNumbers(printed: readonly JudgedRecord[]): readonly Interval[] {
  if (printed.length < 2) {
    return printed;
  }
  return [...Map.groupBy(printed, numberOf).values()].flatMap((equal) => {
    const places = [...Map.groupBy(equal, ({ print }) => print).values()];
    return equal.slice(
      0,
      places.reduce((most, { length }) => Math.max(most, length), 0),
    );
  });
}

/** Tells the number of a record from others. */
export const numberOf = ({ low, high }: Interval): string => `${low} ${high}`;
