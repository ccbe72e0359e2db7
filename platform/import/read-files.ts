import { filesAt, isArchive, isWorkbook, type Files } from './folder-entries.js';
import { Problems } from './problems.js';
import { unpackedFiles } from './read-archive.js';
import { folderOf, readCsvFiles, type Folder } from './read-folder.js';
import { readWorkbook } from './read-workbook.js';
import type { CsvTable } from './table.js';
import { ArchiveProblem } from './workbook/zip.js';

/** Reads the tables of files: of a workbook, of a folder of CSV tables, or of either in a zip archive. */
export async function readFiles(files: Files, known: readonly CsvTable[]): Promise<Folder> {
  const [only, ...others] = files.entries;
  if (!only?.bytes || others.length > 0) {
    return readCsvFiles(files, known);
  }
  if (isArchive(only.file)) {
    return readArchive(files, only.file, only.bytes, known);
  }
  return isWorkbook(only.file) ? readWorkbook(files, only.file, only.bytes, known) : readCsvFiles(files, known);
}

async function readArchive(
  archive: Files,
  file: string,
  bytes: Uint8Array,
  known: readonly CsvTable[],
): Promise<Folder> {
  try {
    const files = await unpackedFiles(archive, bytes);
    // An archive in an archive is not unpacked.
    return await (files.entries.some((entry) => isArchive(entry.file)) ? readCsvFiles : readFiles)(files, known);
  } catch (error) {
    if (error instanceof ArchiveProblem) {
      const { found, expected } = error;
      const problems = new Problems([{ file, line: null, column: null, found, expected }]);
      return folderOf(archive, known, new Map(), problems, 'unreadable');
    }
    throw error;
  }
}

/** Reads a folder of CSV tables, a workbook or an archive. */
export const readFolder = async (path: string, known: readonly CsvTable[]): Promise<Folder> =>
  readFiles(filesAt(path), known);
