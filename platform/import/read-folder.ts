import { createHash } from 'node:crypto';

import { readCsv } from './csv.js';
import { datasetTable, type DatasetEntity } from './dataset.js';
import { entriesOf, type FolderEntry } from './folder-entries.js';
import type { Problem } from './problem.js';
import { Problems } from './problems.js';
import { readTable, type CsvTable, type ReadTable } from './table.js';

/** A folder of CSV tables as it was read, with the problems of its files and cells. */
export interface Folder {
  readonly path: string;
  /** The row of dataset.csv; null where there is none, or several. */
  readonly dataset: Pick<DatasetEntity, 'id' | 'title'> | null;
  /** By file. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly problems: Problems;
  /** SHA-256 of all files. */
  readonly content: string;
}

/** Reads all files of a folder, each as the table of its name. */
export function readFolder(path: string, known: readonly CsvTable[]): Folder {
  const entries = entriesOf(path);
  const problems = new Problems();
  const read = new Map<string, ReadTable>();
  for (const { file, bytes, problem } of entries) {
    const table = known.find((each) => each.file === file);
    if (!table) {
      problems.add(unknownFileProblem(file, known));
    } else if (bytes === null) {
      problems.add({ file, line: null, column: null, ...problem });
      read.set(file, { table, rows: null, absentColumns: [], problems: new Problems() });
    } else {
      read.set(file, readFile(table, bytes));
    }
  }
  for (const table of read.values()) {
    problems.merge(table.problems);
  }
  const named = read.get(datasetTable.file);
  const [dataset, ...others] = (named?.rows ?? []).filter(({ isWhole }) => isWhole).map(({ values }) => values);
  const isNamed = dataset !== undefined && others.length === 0;
  if (!isNamed && !(named && (named.rows === null || named.problems.count > 0))) {
    problems.add(entries.length === 0 ? emptyFolder : noDataset);
  }
  return {
    path,
    dataset: isNamed ? (dataset as unknown as Folder['dataset']) : null,
    tables: new Map(
      known.flatMap(({ file }) => {
        const table = read.get(file);
        return table ? [[file, table] as const] : [];
      }),
    ),
    problems,
    content: contentOf(entries),
  };
}

/** SHA-256 of a folder's files, their names included. */
export const contentOfFolder = (path: string): string => contentOf(entriesOf(path));

function contentOf(entries: readonly FolderEntry[]): string {
  const hash = createHash('sha256');
  for (const { file, bytes } of entries) {
    hash
      .update(`${file}\0`)
      .update(bytes ?? '')
      .update('\0');
  }
  return hash.digest('hex');
}

function readFile(table: CsvTable, bytes: Uint8Array): ReadTable {
  const csv = readCsv(table.file, bytes);
  return 'header' in csv
    ? readTable(table, csv)
    : { table, rows: null, absentColumns: [], problems: new Problems([csv]) };
}

const emptyFolder: Problem = {
  file: datasetTable.file,
  line: null,
  column: null,
  found: 'no file in the folder',
  expected: 'this file and other tables; --template writes them, empty',
};

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
