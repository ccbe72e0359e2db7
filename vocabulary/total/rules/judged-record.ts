import type { Bound, FigureStatus } from '../../figure/figure.js';
import type { Rank } from '../../figure/rank.js';
import type { Reported } from '../../record/reported.js';
import type { Inclusion } from '../../scope/inclusion.js';
import type { ScopeRelations } from '../../scope/relations.js';

/** A record as the rules look at it; numbers are in hundredths of its unit, an open end being null. */
export interface JudgedRecord {
  readonly id: string;
  readonly scope: string;
  readonly status: FigureStatus;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound | null;
  readonly rank: Rank;
  readonly includedInId: string | null;
  readonly document: string | null;
  readonly print: string | null;
  /** With how many others than the owner of the total it is shared. */
  readonly others: number;
  /** Whether its figure is of a part of the year that is asked for. */
  readonly isPartial: boolean;
}

/** The columns of a record that the rules look at. */
export const judgedColumns = [
  'id',
  'scope',
  'status',
  'low',
  'high',
  'bound',
  'rank',
  'includedInId',
  'document',
  'print',
] as const;

/** A row with those columns; databases may give numbers as text. */
export type JudgedRow = Pick<Reported, (typeof judgedColumns)[number]> & { readonly isPartial?: number };

const endOf = (stored: number | string | null): number | null => (stored === null ? null : Number(stored));

/** A row as the rules look at it, shared with nobody. */
export const judgedRecord = (row: JudgedRow, scope: string | null = row.scope): JudgedRecord => ({
  id: row.id,
  scope: scope ?? '',
  status: row.status,
  low: endOf(row.low),
  high: endOf(row.high),
  bound: row.bound,
  rank: row.rank,
  includedInId: row.includedInId,
  document: row.document,
  print: row.print,
  others: 0,
  isPartial: row.isPartial === 1,
});

/** How scopes and records stand to others: which are in a scope's or record's way, by its key. */
export interface Relations {
  /** The scopes that have a scope in them. */
  readonly wholes: ReadonlyMap<string, ScopeRelations['covers']>;
  /** The scopes that cross a scope. */
  readonly crossings: ReadonlyMap<string, ScopeRelations['crosses']>;
  /** The records in which the data place a record. */
  readonly inclusions: ReadonlyMap<string, readonly Inclusion[]>;
}

export const relationsBy = ({ covers, crosses }: ScopeRelations, inclusions: readonly Inclusion[]): Relations => ({
  wholes: Map.groupBy(covers, ({ part }) => part),
  crossings: Map.groupBy(crosses, ({ one }) => one),
  inclusions: Map.groupBy(inclusions, ({ record }) => record),
});

/** The one of two ids that is first. */
export const firstOf = (one: string | null, other: string): string => (one === null || other < one ? other : one);

/** The smaller of two ends of which null is below all. */
export const smaller = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.min(one, other);

/** The larger of two ends of which null is beyond all. */
export const larger = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.max(one, other);

/** The sum of ends; null where one of them is open. */
export const sumOrOpen = (ends: readonly (number | null)[]): number | null =>
  ends.reduce((sum, end) => (sum === null || end === null ? null : sum + end), 0);
