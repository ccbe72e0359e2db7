import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../errors.js';
import { readCsv } from './csv.js';
import { datasetTable, type DatasetEntity } from './dataset.js';
import type { Problem } from './problem.js';
import { readTable, type CsvTable, type ReadTable } from './table.js';

/** A folder of CSV tables as it was read, with the problems of its files and cells. */
export interface Folder {
  readonly path: string;
  /** The row of dataset.csv; null where there is none, or several. */
  readonly dataset: Pick<DatasetEntity, 'id' | 'title'> | null;
  /** By file. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly problems: readonly Problem[];
  /** SHA-256 of all files. */
  readonly content: string;
}

/** Files that a folder may have besides its tables. */
const otherFiles = /^(\.|readme|licen[cs]e|notice)|\.(md|txt)$/i;

/** Reads all files of a folder, each as the table of its name. */
export function readFolder(path: string, known: readonly CsvTable[]): Folder {
  const files = filesOf(path);
  const tables = known.filter(({ file }) => files.includes(file) && isFile(path, file));
  const unknownFiles = files.filter((name) => !tables.some(({ file }) => file === name));
  const read = new Map(tables.map((table) => [table.file, readFile(path, table)]));
  const named = read.get(datasetTable.file);
  const [dataset, ...others] = (named?.rows ?? []).filter(({ isWhole }) => isWhole).map(({ values }) => values);
  const isNamed = dataset !== undefined && others.length === 0;
  return {
    path,
    dataset: isNamed ? (dataset as unknown as Folder['dataset']) : null,
    tables: read,
    problems: [
      ...unknownFiles.map((file) => unknownFileProblem(file, known)),
      ...Array.from(read.values()).flatMap(({ problems }) => problems),
      ...(isNamed || named?.problems.length ? [] : [noDataset]),
    ],
    content: contentOf(path),
  };
}

/** SHA-256 of a folder's files, their names included. */
export function contentOf(path: string): string {
  const hash = createHash('sha256');
  for (const file of filesOf(path)) {
    hash
      .update(`${file}\0`)
      .update(isFile(path, file) ? readFileSync(join(path, file)) : '')
      .update('\0');
  }
  return hash.digest('hex');
}

const isFile = (path: string, name: string): boolean => statSync(join(path, name)).isFile();

/** Names of the files of a folder, without those that are no data. */
function filesOf(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError(`There is no folder ${path}. Name the folder that holds the CSV tables.`);
  }
  return readdirSync(path)
    .filter((name) => !otherFiles.test(name))
    .sort();
}

function readFile(folder: string, table: CsvTable): ReadTable {
  const csv = readCsv(folder, table.file);
  return 'header' in csv ? readTable(table, csv) : { table, rows: null, absentColumns: [], problems: [csv] };
}

const noDataset: Problem = {
  file: datasetTable.file,
  line: null,
  column: null,
  found: 'no data set, or several',
  expected: 'one row that names it',
};

function unknownFileProblem(file: string, known: readonly CsvTable[]): Problem {
  const expected = `one of ${known.map((each) => each.file).join(', ')}`;
  return { file, line: null, column: null, found: 'what is none of the tables', expected };
}
