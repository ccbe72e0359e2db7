import type { WorldRecord } from './fund-worlds.js';

interface Fold {
  readonly low: number;
  readonly high: number | null;
  readonly first: string;
  readonly cells: ReadonlySet<string>;
  readonly isShared: boolean;
}

/** The rules of totals once more, over sets of cells: a scope lies in another where all its cells do. Null is open. */
export function plainTotal(
  records: readonly WorldRecord[],
  isShared: (record: WorldRecord) => boolean,
): { readonly min: number; readonly max: number | null } {
  const eligible = records.filter(({ rank }) => rank !== 'DEPRECATED');
  const folds = [...Map.groupBy(eligible, scopeKey).values()].map((same) => fold(same, isShared));
  const isIn = (part: Fold, whole: Fold): boolean =>
    part !== whole && [...part.cells].every((cell) => whole.cells.has(cell));
  const within = (part: Fold): readonly Fold[] => folds.filter((whole) => isIn(part, whole));
  const open = folds.filter((each) => within(each).every((whole) => whole.isShared));
  const isBefore = (one: Fold, other: Fold): boolean =>
    one.low > other.low || (one.low === other.low && one.first < other.first);
  const crosses = (one: Fold, other: Fold): boolean =>
    [...one.cells].some((cell) => other.cells.has(cell)) && !isIn(one, other) && !isIn(other, one);
  const lows = open.filter(
    (each) => !each.isShared && !open.some((other) => !other.isShared && isBefore(other, each) && crosses(each, other)),
  );
  const tops = open.filter((each) => within(each).length === 0);
  const highs = tops.map((top) => {
    const larger = folds.filter((part) => isIn(part, top) && top.high !== null && part.low > top.high);
    return [top.high, ...larger.map(({ high }) => high)].reduce(most);
  });
  return {
    min: lows.reduce((sum, { low }) => sum + low, 0),
    max: highs.reduce<number | null>((sum, high) => (sum === null || high === null ? null : sum + high), 0),
  };
}

const scopeKey = ({ pairings, purpose, from, to }: WorldRecord): string =>
  [pairings.join('+'), purpose, from, to].join('/');

const most = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.max(one, other);

function fold(same: readonly WorldRecord[], isShared: (record: WorldRecord) => boolean): Fold {
  const documents = [...Map.groupBy(same, ({ source }) => source.split('#')[0]).values()].map((printed) => {
    const numbers = [...Map.groupBy(printed, ({ low, high }) => `${low} ${high}`).values()].flatMap((equal) => {
      const atOnePlace = [...Map.groupBy(equal, ({ source }) => source).values()].map(({ length }) => length);
      return Array.from({ length: Math.max(...atOnePlace) }, () => equal.slice(0, 1)).flat();
    });
    return {
      low: Math.max(...numbers.map(({ low }) => low)),
      high: numbers.reduce<number | null>((sum, { high }) => (sum === null || high === null ? null : sum + high), 0),
    };
  });
  const [largest] = same.toSorted((one, other) => other.low - one.low || (one.id < other.id ? -1 : 1));
  const [first] = same;
  return {
    low: Math.min(...documents.map(({ low }) => low)),
    high: documents.map(({ high }) => high).reduce(most),
    first: largest?.id ?? '',
    cells: first?.cells ?? new Set(),
    isShared: first !== undefined && isShared(first),
  };
}
