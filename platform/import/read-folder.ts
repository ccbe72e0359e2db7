import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../errors.js';
import { readCsv } from './csv.js';
import { datasetTable } from './dataset.js';
import type { Problem } from './problem.js';
import { readTable, type CsvTable, type ReadTable } from './table.js';

/** The CSV tables of a folder, and a digest of their content. */
export interface Folder {
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly content: string;
}

/** Reads every CSV file of a folder by the tables that are known. What is wrong is in each table's problems. */
export function readFolder(folder: string, known: readonly CsvTable[]): Folder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError(`There is no folder ${folder}. Name the folder that holds the CSV tables.`);
  }
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort();
  const tables = new Map(files.map((file) => [file, readFile(folder, file, known)]));
  if ((tables.get(datasetTable.file)?.rows.length ?? 0) !== 1 && !tables.get(datasetTable.file)?.problems.length) {
    const problem = { line: null, column: null, found: 'no data set, or several', expected: 'one row that names it' };
    tables.set(datasetTable.file, failed(datasetTable, { file: datasetTable.file, ...problem }));
  }
  return { tables, content: digest(folder, files) };
}

function readFile(folder: string, file: string, known: readonly CsvTable[]): ReadTable {
  const table = known.find((each) => each.file === file);
  if (!table) {
    const expected = `one of ${known.map((each) => each.file).join(', ')}`;
    return failed({ file }, { file, line: null, column: null, found: 'a table that no subgraph knows', expected });
  }
  const csv = readCsv(folder, file);
  return 'header' in csv ? readTable(table, csv) : failed(table, csv);
}

function failed(table: Pick<CsvTable, 'file'>, problem: Problem): ReadTable {
  return { file: table.file, rows: [], keys: new Set(), references: [], problems: [problem] };
}

/** Changes when a file of the folder does. */
function digest(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
