import { filesAt, isWorkbook, type Files } from './folder-entries.js';
import { readCsvFiles, type Folder } from './read-folder.js';
import { readWorkbook } from './read-workbook.js';
import type { CsvTable } from './table.js';

/** Reads the tables of files: of a workbook, or of a folder of CSV tables. */
export async function readFiles(files: Files, known: readonly CsvTable[]): Promise<Folder> {
  const [only, ...others] = files.entries;
  return only?.bytes && others.length === 0 && isWorkbook(only.file)
    ? readWorkbook(files.path, only.file, only.bytes, known)
    : readCsvFiles(files, known);
}

/** Reads a folder of CSV tables, or a workbook. */
export const readFolder = async (path: string, known: readonly CsvTable[]): Promise<Folder> =>
  readFiles(filesAt(path), known);
