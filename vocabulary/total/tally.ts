import { Basis, Bound, FigureStatus } from '../figure/figure.js';
import type { Unit } from '../figure/unit.js';
import { ExclusionReason, partialReasons } from './exclusion-reason.js';
import type { Adds } from './rules/judge.js';
import type { Total } from './total.js';
import type { Verdict as CodedVerdict } from './verdict-code.js';

/** Sums of what records add, in hundredths of their unit, as a database gives them: numbers may come as text. */
export interface Sums {
  readonly number: number | string;
  readonly lowSum: number | string | null;
  readonly openLows: number | string;
  readonly highSum: number | string | null;
  readonly openHighs: number | string;
  readonly partials: number | string;
  /** How many are of programmes of which pairings are missing. */
  readonly listings: number | string;
}

const otherReasons: readonly ExclusionReason[] = ['OTHER_KIND', 'OTHER_UNIT'];

/** What records come to: sums of their ends, and how many are counted or left out for which reason. */
export class Tally {
  /** How many records are counted. */
  count = 0;
  low = 0;
  openLows = 0;
  high = 0;
  openHighs = 0;
  partials = 0;
  listings = 0;
  vague = 0;
  inferred = 0;
  shared = 0;
  readonly excluded = new Map<ExclusionReason, number>();
  readonly details = new Map<FigureStatus | Basis, number>();

  /** Whether there is a record of the kind and unit that are added. */
  get isOfKind(): boolean {
    return this.count > 0 || [...this.excluded.keys()].some((reason) => !otherReasons.includes(reason));
  }

  /** Counts records with a verdict. */
  judged(exclusion: ExclusionReason | null, number: number, detail: CodedVerdict['detail'] = null): void {
    if (exclusion === null || partialReasons.includes(exclusion)) {
      this.count += number;
    }
    if (exclusion !== null) {
      this.excluded.set(exclusion, (this.excluded.get(exclusion) ?? 0) + number);
    }
    if (detail !== null) {
      this.details.set(detail, (this.details.get(detail) ?? 0) + number);
    }
  }

  /** Adds sums of records whose numbers are sharp or not. */
  addSums(sums: Sums, { vague, inferred }: { readonly vague: number; readonly inferred: number }): void {
    this.low += Number(sums.lowSum ?? 0);
    this.openLows += Number(sums.openLows);
    this.high += Number(sums.highSum ?? 0);
    this.openHighs += Number(sums.openHighs);
    this.partials += Number(sums.partials);
    this.listings += Number(sums.listings);
    this.vague += vague;
    this.inferred += inferred;
  }

  /** Adds what a record stands for. */
  add({ low, high, isPartial, isVague, isInferred, others }: Adds): void {
    this.low += low ?? 0;
    this.openLows += low === null ? 1 : 0;
    this.high += high ?? 0;
    this.openHighs += high === null ? 1 : 0;
    this.partials += isPartial ? 1 : 0;
    this.vague += isVague ? 1 : 0;
    this.inferred += isInferred ? 1 : 0;
    this.shared = Math.max(this.shared, others);
  }
}

/** A total of a tally; null stands for no record at all. */
export function totalOf(
  { unit, statuses }: { readonly unit: Unit; readonly statuses: readonly FigureStatus[] },
  tally: Tally | null,
  context: Pick<Total, 'sharedAmong' | 'readRecords' | 'recordType'>,
): Total {
  const { count, partials, vague, inferred, shared, excluded, details, listings } = tally ?? new Tally();
  const common = {
    unit,
    count,
    shared,
    excluded: inOrder(ExclusionReason, excluded).map(([reason, number]) => ({ reason, count: number })),
    details: inOrder({ ...FigureStatus, ...Basis }, details).map(([value, number]) => ({ value, count: number })),
    isOfDone: statuses.every((status) => status === 'ACTUAL'),
    isPartial: partials > 0,
    isOfPartialListing: count > 0 && listings > 0,
    ...context,
  };
  const sum = sumOf(tally);
  if (sum === null) {
    return { ...common, value: null, min: 0, max: null, bound: Bound.AT_LEAST };
  }
  const point = vague > 0 ? Bound.ABOUT : inferred > 0 ? Bound.INFERRED : Bound.EXACT;
  return { ...common, ...sum, bound: boundOf(sum.min, sum.max, point) };
}

/** A sum in its unit: `value` where it is one number, `min` and `max` null where they are open. */
export type Sum = Pick<Total, 'value' | 'min' | 'max'>;

/** The sum of a tally; null where no record is added. */
export function sumOf(tally: Tally | null): Sum | null {
  if (tally === null || tally.count === 0) {
    return null;
  }
  const min = tally.openLows > 0 ? null : tally.low / 100;
  const max = tally.openHighs + tally.partials > 0 ? null : tally.high / 100;
  return { value: min === max ? min : null, min, max };
}

/** The numbers that there are, in the order of an enumeration. */
const inOrder = <Value extends string>(
  enumeration: Readonly<Record<string, Value>>,
  numbers: ReadonlyMap<Value, number>,
): readonly (readonly [Value, number])[] =>
  Object.values(enumeration).flatMap((value) => {
    const number = numbers.get(value);
    return number === undefined ? [] : [[value, number] as const];
  });

function boundOf(min: number | null, max: number | null, point: Bound): Bound {
  if (min === null) {
    return max === null ? Bound.ABOUT : Bound.AT_MOST;
  }
  return max === null ? Bound.AT_LEAST : min === max ? point : Bound.RANGE;
}
