import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes files of lines into a folder of their own, and gives the folder. */
export function dataFolder(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-data-'));
  for (const [file, lines] of Object.entries(files)) {
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  }
  return folder;
}

/** The file that makes a folder a data set. */
export const datasetFile = (id: string): readonly string[] => ['id,title', `${id},A data set of the tests`];

/** The header of a table of records, with the columns of its type. */
const recordHeader = (...own: readonly string[]): string =>
  ['id,pairings,value,unit,bound,status,basis,from,to,includedIn,note', ...own, 'sources'].join(',');

/** The header of funds.csv. */
export const fundHeader = recordHeader('kind', 'purpose', 'donor', 'recipient');
