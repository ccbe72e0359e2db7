import { beforeAll, expect, test } from '@jest/globals';

import { knownTables } from '../../platform/import/check-folder.js';
import { enumDocumentation } from '../../platform/described-enum.js';
import { columnsByName } from '../../platform/import/header.js';
import { tableNamed } from '../../platform/import/read-folder.js';
import { enumWords } from '../../platform/import/words.js';
import { foldedWord, loadFolding } from '../../platform/import/written/folded.js';
import { subgraphs } from '../../subgraphs/index.js';

const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
const enumerations = new Set(
  tables.flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ enumeration, words }) => words ?? enumeration ?? []),
  ),
);

beforeAll(loadFolding);

test('every table and column has a name in Chinese', () => {
  const unnamed = tables.flatMap(({ file, columns, chinese }) => [
    ...((chinese?.names.length ?? 0) > 0 && chinese?.description !== '' ? [] : [file]),
    ...Object.keys(columns).flatMap((name) =>
      chinese?.columns[name]?.names[0] === undefined ? [`${file} ${name}`] : [],
    ),
  ]);
  expect(unnamed).toEqual([]);
});

test('a name in Chinese means one table alone, and in a table one column', () => {
  const ofTables = tables.flatMap((table) =>
    (table.chinese?.names ?? []).map((name) => [name, tableNamed(name, tables)?.file === table.file] as const),
  );
  const ofColumns = tables.flatMap((table) => {
    const find = columnsByName(table);
    return Object.keys(table.columns).flatMap((column) =>
      (table.chinese?.columns[column]?.names ?? []).map(
        (name) => [`${table.file} ${name}`, find(name)?.name === column] as const,
      ),
    );
  });
  expect([...ofTables, ...ofColumns].flatMap(([name, isOne]) => (isOne ? [] : [name]))).toEqual([]);
});

test('every label of a value means that value alone', () => {
  const doubtful = [...enumerations].flatMap((values) => {
    const find = enumWords(values);
    const { labels = {} } = enumDocumentation(values) ?? {};
    return Object.entries(labels).flatMap(([value, { zh, measure = '' }]) =>
      [zh, measure + zh, value].flatMap((word) => {
        const found = find(word);
        return found.length === 1 && found[0] === value ? [] : [`${word}: ${found.join(', ')}`];
      }),
    );
  });
  expect(doubtful).toEqual([]);
});

test('words are compared without case, spaces and the width and age of their characters', () => {
  expect(['財政 資金', '财政资金：', ' Fiscal_Money ', 'ＦＩＳＣＡＬ'].map(foldedWord)).toEqual([
    '财政资金',
    '财政资金',
    'fiscalmoney',
    'fiscal',
  ]);
});
