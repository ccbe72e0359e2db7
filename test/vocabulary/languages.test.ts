import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { projectRoot } from '../../platform/config.js';
import { knownTables } from '../../platform/import/check-folder.js';
import { subgraphs } from '../../subgraphs/index.js';

const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));

/** The column that says the same in the other language: `title` and `titleEn`, `note` and `noteZh`; `text` and `textZh`. */
const otherOf = (column: string): readonly string[] =>
  /(?:En|Zh)$/.test(column) ? [column.slice(0, -2)] : [`${column}En`, `${column}Zh`];

test('each column in one language has one in the other', () => {
  const alone = tables.flatMap(({ file, columns }) =>
    Object.entries(columns)
      .filter(([, { description = '' }]) => /\bEnglish\b|\bChinese\b/.test(description))
      .filter(([name]) => !/^(?:aliases|pinyin)$/.test(name) && !otherOf(name).some((other) => other in columns))
      .map(([name]) => `${file} ${name}`),
  );
  expect(alone).toEqual([]);
});

test('what ships says each note, purpose, frequency and distinction in both', () => {
  const files = globSync('data/*/*.csv', { cwd: projectRoot });
  const alone = files.flatMap((file) => {
    const rows = parse(readFileSync(join(projectRoot, file)), { columns: true }) as unknown as Record<string, string>[];
    return rows.flatMap((row) =>
      ['note', 'purpose', 'frequency', 'distinction', 'missing']
        .filter((column) => ((row[column] ?? '') === '') !== ((row[`${column}Zh`] ?? '') === ''))
        .map((column) => `${file}: ${row[column] ?? ''}`),
    );
  });
  expect(alone).toEqual([]);
});
