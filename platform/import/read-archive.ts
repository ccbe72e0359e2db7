import { posix } from 'node:path';

import { isOtherFile, type Files, type FolderEntry } from './folder-entries.js';
import { Archive } from './workbook/zip.js';

/** The files of a zip archive, whatever folders they are in, without those that are no data. Throws `ArchiveProblem`. */
export async function unpackedFiles({ path, folder }: Files, bytes: Uint8Array): Promise<Files> {
  const archive = await Archive.open(bytes);
  const entries: FolderEntry[] = [];
  for (const name of archive.names.toSorted()) {
    if (!name.split('/').some(isOtherFile)) {
      entries.push({ file: posix.basename(name), bytes: await archive.readAll(name), problem: null });
    }
  }
  return { path, folder, entries };
}
