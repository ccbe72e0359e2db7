import { expect, test } from '@jest/globals';
import { Histogram } from 'prom-client';

import { quantile } from '../../gateway/observability/quantile.js';

const histogram = (values: readonly number[]): Histogram => {
  const made = new Histogram({ name: 'times', help: 'Times.', buckets: [1, 2, 4], registers: [], labelNames: ['of'] });
  for (const [place, value] of values.entries()) {
    made.observe({ of: place % 2 === 0 ? 'even' : 'odd' }, value);
  }
  return made;
};

test.each([
  [[], 0.5, null],
  [[1.5, 1.5], 0.5, 1.5],
  [[0.5, 1.5, 3, 3], 0.5, 2],
  [[0.5, 1.5, 3, 3], 0.75, 3],
  [[100, 100], 0.99, 4],
])('of %j the value below which a share of %d lies is %d', async (values, share, expected) => {
  expect(await quantile(histogram(values), share)).toBe(expected);
});

test('may be of the series of one label', async () => {
  expect(await quantile(histogram([0.5, 3, 0.5, 3]), 1, { of: 'even' })).toBe(1);
});
