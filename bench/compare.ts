import { table } from './table.js';

/** Work that is timed, with the number of the round. */
export type Work = (round: number) => Promise<unknown>;

/** Milliseconds that a work and its baseline took, and the ratio of their medians. */
export interface Comparison {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly baseline: string;
  readonly baselineP50: number;
  readonly baselineP99: number;
  readonly ratio: number;
}

/**
 * Times a work and its baseline alternately, so that other load on the machine affects both. A tenth as many rounds come
 * before as warm-up.
 */
export async function compare(
  name: string,
  work: Work,
  baseline: { readonly name: string; readonly work: Work },
  rounds: number,
): Promise<Comparison> {
  const times: number[] = [];
  const baselineTimes: number[] = [];
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    const time = await timed(work, Math.abs(round));
    const baselineTime = await timed(baseline.work, Math.abs(round));
    if (round >= 0) {
      times.push(time);
      baselineTimes.push(baselineTime);
    }
  }
  const [p50, baselineP50] = [quantile(times, 0.5), quantile(baselineTimes, 0.5)];
  return {
    name,
    p50,
    p99: quantile(times, 0.99),
    baseline: baseline.name,
    baselineP50,
    baselineP99: quantile(baselineTimes, 0.99),
    ratio: p50 / baselineP50,
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

/** The comparisons as a text table. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, p50, p99, baseline, baselineP50, baselineP99, ratio }) => [
    name,
    p50.toFixed(2),
    p99.toFixed(2),
    baseline,
    baselineP50.toFixed(2),
    baselineP99.toFixed(2),
    ratio.toFixed(1),
  ]);
  return table(['workload', 'p50 ms', 'p99 ms', 'baseline', 'its p50', 'its p99', 'ratio'], rows, [
    'workload',
    'baseline',
  ]);
}
