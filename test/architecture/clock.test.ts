import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';

/** The ways to learn what time it is, in TypeScript and in the SQL of both engines. */
const clocks = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bDate\(\s*\)/,
  /\bTemporal\.Now\b/,
  /\bperformance\.(now|timeOrigin)\b/,
  /\bhrtime\b/,
  /\bcurrent_(date|time|timestamp)\b/i,
  /\blocal(time|timestamp)\b/i,
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|unixepoch|julianday)\(\s*\)/i,
  /['"`]now['"`]/i,
];

const readsClock = (text: string): boolean => clocks.some((clock) => clock.test(text));

/** An answer depends on what was committed and what was asked alone, so the day is no part of a cache key. */
test('no subgraph reads the clock', () => {
  const files = ['subgraphs', 'vocabulary'].flatMap((folder) => globSync(join(projectRoot, folder, '**', '*.ts')));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => readsClock(readFileSync(file, 'utf8')))).toEqual([]);
});

test.each(['Date.now()', 'new Date()', "sql`select date('now')`", 'where "to" > current_date', 'SELECT NOW()'])(
  'is what %s does',
  (text) => {
    expect(readsClock(text)).toBe(true);
  },
);

test.each(["new Date('2018-04-19')", 'the name it has now', 'currentDateOf(row)'])('is not what %s does', (text) => {
  expect(readsClock(text)).toBe(false);
});
