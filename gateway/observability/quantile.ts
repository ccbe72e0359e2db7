import type { Histogram } from 'prom-client';

/**
 * The quantile of a histogram, from 0 to 1, interpolated within its bucket; null for an empty histogram. Beyond the last
 * bound it is that bound.
 */
export async function quantile(
  histogram: Histogram,
  share: number,
  labels: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const counts = new Map<number, number>();
  for (const { value, labels: own, metricName } of (await histogram.get()).values) {
    const isAsked = Object.entries(labels).every(([name, expected]) => own[name] === expected);
    if (metricName?.endsWith('_bucket') && isAsked) {
      const bound = Number(own['le'] === '+Inf' ? Infinity : own['le']);
      counts.set(bound, (counts.get(bound) ?? 0) + value);
    }
  }
  const wanted = (counts.get(Infinity) ?? 0) * share;
  if (wanted === 0) {
    return null;
  }
  let below = { bound: 0, count: 0 };
  for (const [bound, count] of [...counts].sort(([one], [other]) => one - other)) {
    if (count >= wanted) {
      return bound === Infinity
        ? below.bound
        : below.bound + ((bound - below.bound) * (wanted - below.count)) / (count - below.count);
    }
    below = { bound, count };
  }
  return below.bound;
}
