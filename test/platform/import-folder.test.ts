import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { knownTables } from '../../platform/import/check-folder.js';
import { ImportError } from '../../platform/import/import-error.js';
import { Problems } from '../../platform/import/problems.js';
import { readFolder } from '../../platform/import/read-files.js';
import { subgraphs } from '../../subgraphs/index.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';

const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
const lines = async (folder: string): Promise<readonly string[]> =>
  new ImportError('Nothing', (await readFolder(folder, tables)).problems).message.split('\n').slice(1);

describe('a folder to import', () => {
  test('names what is no file, and does not wait for a pipe', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own') });
    symlinkSync('/nowhere/funds.csv', join(folder, 'funds.csv'));
    symlinkSync('sales.csv', join(folder, 'sales.csv'));
    mkdirSync(join(folder, 'courses.csv'));
    execFileSync('mkfifo', [join(folder, 'projects.csv')]);
    const file = 'expected a file with the table, or nothing of this name';
    const link = 'found a link to a file that is not there, expected a link to a file, or the file itself';
    expect(await lines(folder)).toEqual([
      `courses.csv: found a folder, ${file}`,
      `funds.csv: ${link}`,
      `projects.csv: found a pipe, ${file}`,
      `sales.csv: ${link}`,
    ]);
  });

  test('is a folder with files', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'jiedui 数据 \'"%-'));
    expect(await lines(empty)).toEqual([
      'dataset.csv: found no file in the folder, expected this file and other tables; --template writes them, empty',
    ]);
    const file = join(empty, 'dataset.csv');
    writeFileSync(file, 'id,title\nown,Own\n');
    expect(await lines(empty)).toEqual([]);
    const refused = async (folder: string, message: string): Promise<void> => {
      await expect(readFolder(folder, tables)).rejects.toThrow(message);
    };
    await refused(
      file,
      `${file} is not a folder. Name the folder that holds the CSV tables, a workbook (.xlsx) or a zip file.`,
    );
    symlinkSync('/nowhere', join(empty, 'link'));
    await refused(join(empty, 'link'), 'There is no folder');
    await refused('x'.repeat(300), 'cannot be read: ENAMETOOLONG');
  });

  test('has the same mistake in many rows told once, with the first rows', async () => {
    const rows = Array.from({ length: 120 }, (_, place) => ({
      ...gift,
      id: `g${place}`,
      value: `1,${place}`.replace(',', '|'),
      kind: 'GIFT',
    }));
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', rows) });
    const said = await lines(folder);
    expect(said).toHaveLength(6);
    expect(said.filter((line) => line.includes('more rows'))).toEqual([
      expect.stringMatching(/^funds\.csv:4 value: found "1\|2", expected .*; and 117 more rows up to line 121$/),
      expect.stringMatching(/^funds\.csv:4 kind: found "GIFT", expected .*; and 117 more rows up to line 121$/),
    ]);
  });

  test('has no more problems told than a person can read', () => {
    const problems = new Problems();
    for (let row = 0; row < 600_000; row += 1) {
      problems.add({ file: `${'x'.repeat(row % 1000)}.csv`, line: row, column: 'value', found: 'x', expected: 'y' });
    }
    const { message } = new ImportError('Nothing', problems);
    expect(message.split('\n').length).toBeLessThanOrEqual(302);
    expect(message).toMatch(/^Nothing: 600000 problems\./);
  });
});
