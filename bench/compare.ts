import { table } from './table.js';

/** Something that is done over and over, with the number of the round. */
export type Work = (round: number) => Promise<unknown>;

/** How long two works took, in milliseconds, and how many times as long the first took as the second. */
export interface Comparison {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly limit: string;
  readonly limitP50: number;
  readonly limitP99: number;
  readonly ratio: number;
}

/**
 * Times a work beside what bounds it, round by round in turn, so that whatever else the machine does meets both. A tenth
 * of the rounds comes before, to warm up.
 */
export async function compare(
  name: string,
  work: Work,
  limit: { readonly name: string; readonly work: Work },
  rounds: number,
): Promise<Comparison> {
  const times: number[] = [];
  const limits: number[] = [];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    const taken = await timed(work, Math.abs(round));
    const least = await timed(limit.work, Math.abs(round));
    if (round >= 0) {
      times.push(taken);
      limits.push(least);
    }
  }
  const [p50, limitP50] = [quantile(times, 0.5), quantile(limits, 0.5)];
  return {
    name,
    p50,
    p99: quantile(times, 0.99),
    limit: limit.name,
    limitP50,
    limitP99: quantile(limits, 0.99),
    ratio: p50 / limitP50,
  };
}

async function timed(work: Work, round: number): Promise<number> {
  const start = performance.now();
  await work(round);
  return performance.now() - start;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The comparisons as a table for people. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, p50, p99, limit, limitP50, limitP99, ratio }) => [
    name,
    p50.toFixed(2),
    p99.toFixed(2),
    limit,
    limitP50.toFixed(2),
    limitP99.toFixed(2),
    ratio.toFixed(1),
  ]);
  return table(['workload', 'p50 ms', 'p99 ms', 'limit', 'its p50', 'its p99', 'times'], rows, ['workload', 'limit']);
}
