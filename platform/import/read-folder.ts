import { readCsv } from './csv.js';
import { datasetTable, type DatasetEntity } from './dataset.js';
import { datasetFirst, defaultsIn } from './defaults.js';
import { isWorkbook, type Files } from './folder-entries.js';
import { say } from './message.js';
import { found, type Problem } from './problem.js';
import { Problems, type Shown } from './problems.js';
import { readTable, unreadTable } from './read-table.js';
import { rowCells } from './row-cells.js';
import type { Cells, CsvTable, ReadTable } from './table.js';
import { foldedWord, loadFolding } from './written/folded.js';

/** A folder of CSV tables as it was read, with the problems of its files and cells. */
export interface Folder {
  readonly path: string;
  /** Where it can be read again; null where it cannot. */
  readonly folder: string | null;
  /** The row of dataset.csv; null where there is none, or several. */
  readonly dataset: Pick<DatasetEntity, 'id' | 'title' | 'visibility'> | null;
  /** By file. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly problems: Problems;
  /** How its files were read where that is not as documented. */
  readonly warnings: Problems;
  /** The names that its own files and columns have. */
  readonly nameOf: NonNullable<Shown['nameOf']>;
  readonly cellsOf: NonNullable<Shown['cellsOf']>;
}

/** Reads all files of a folder, each as the table of its name. */
export async function readCsvFiles(files: Files, known: readonly CsvTable[]): Promise<Folder> {
  const { entries } = files;
  await loadFolding();
  const problems = new Problems();
  const read = new Map<string, ReadTable>();
  const tableOf = (file: string): CsvTable | undefined =>
    /\.csv$/i.test(file) ? tableNamed(file.replace(/\.csv$/i, ''), known) : undefined;
  for (const { file, bytes, problem, table } of datasetFirst(
    entries.map((entry) => ({ ...entry, table: tableOf(entry.file) })),
  )) {
    const other = table && read.get(table.file);
    if (!table) {
      problems.add(unknownFileProblem(file, known));
    } else if (other) {
      problems.add({ file, line: null, column: null, ...tableTwice(other.name) });
    } else if (bytes === null) {
      const unread = new Problems([{ file: table.file, line: null, column: null, ...problem }]);
      read.set(table.file, unreadTable(table, file, unread));
    } else {
      read.set(table.file, readFile(table, file, bytes, defaultsIn(read)));
    }
  }
  return folderOf(files, known, read, problems, entries.length === 0 ? 'empty' : 'readable');
}

/** The table that a file or a sheet is called after, in English or Chinese. */
export const tableNamed = (name: string, known: readonly CsvTable[]): CsvTable | undefined =>
  known.find(({ file, chinese }) =>
    [file.replace('.csv', ''), ...(chinese?.names ?? [])].some((each) => foldedWord(each) === foldedWord(name)),
  );

/** A folder or a workbook of tables that were read, with what is missing in it. */
export function folderOf(
  { path, folder }: Pick<Files, 'path' | 'folder'>,
  known: readonly CsvTable[],
  read: ReadonlyMap<string, ReadTable>,
  problems: Problems,
  state: 'readable' | 'empty' | 'unreadable',
): Folder {
  const warnings = new Problems();
  for (const table of read.values()) {
    problems.merge(table.problems);
    warnings.merge(table.warnings);
  }
  const named = read.get(datasetTable.file);
  const [dataset, ...others] = (named?.rows ?? []).filter(({ isWhole }) => isWhole).map(({ values }) => values);
  const isNamed = dataset !== undefined && others.length === 0;
  const isTold = state === 'unreadable' || (named && (named.rows === null || named.problems.count > 0));
  if (!isNamed && !isTold) {
    problems.add(state === 'empty' ? emptyFolder : noDataset);
  }
  return {
    path,
    folder,
    dataset: isNamed ? (dataset as unknown as Folder['dataset']) : null,
    tables: new Map(
      known.flatMap(({ file }) => {
        const table = read.get(file);
        return table ? [[file, table] as const] : [];
      }),
    ),
    problems,
    warnings,
    nameOf: (file, column) => ({
      file: read.get(file)?.name ?? file,
      column: column === null ? null : (read.get(file)?.written.get(column) ?? column),
    }),
    cellsOf: (of) => rowCells(read, of),
  };
}

function readFile(table: CsvTable, name: string, bytes: Uint8Array, defaults: Cells): ReadTable {
  const csv = readCsv(table.file, bytes);
  return 'rows' in csv ? readTable(table, name, csv, defaults) : unreadTable(table, name, new Problems([csv]));
}

const emptyFolder: Problem = {
  file: datasetTable.file,
  line: null,
  column: null,
  found: say('no file in the folder', '文件夹里没有文件'),
  expected: say('this file and other tables; --template writes them, empty', '这个文件和其他表；--template 会写出空表'),
};

const noDataset: Problem = {
  file: datasetTable.file,
  line: null,
  column: null,
  found: say('no data set, or several', '没有数据集，或有多个'),
  expected: say('one row that names it', '写明数据集的一行'),
};

export const tableTwice = (other: string): Pick<Problem, 'found' | 'expected'> => ({
  found: say(`a table that ${found(other)} is as well`, `与 ${found(other)} 是同一张表`),
  expected: say('each table once', '每张表只有一个文件'),
});

function unknownFileProblem(file: string, known: readonly CsvTable[]): Problem {
  return {
    file,
    line: null,
    column: null,
    found: isWorkbook(file)
      ? say('a workbook in a folder of CSV tables', 'CSV 文件夹里的工作簿')
      : say('what is none of the tables', '不是任何一张表'),
    expected: isWorkbook(file)
      ? say('a workbook imported by itself: npm run import -- <workbook>', '单独导入工作簿：npm run import -- <工作簿>')
      : say(
          `one of ${known.map((each) => each.file).join(', ')}`,
          `以下之一：${known.map((each) => [...(each.chinese?.names.slice(0, 1) ?? []).map((name) => `${name}.csv`), each.file].join(' / ')).join('、')}`,
        ),
  };
}
