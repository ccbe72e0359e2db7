import { constants, copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { subgraphs } from '../../subgraphs/index.js';
import { folderVariable, type Shipped } from './built-databases.js';

/** Writes files of lines into a folder of their own, and gives the folder. */
export function dataFolder(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-data-'));
  for (const [file, lines] of Object.entries(files)) {
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  }
  return folder;
}

/** A folder of databases (`DATA_DIR`) with the data sets that ship, as a start leaves it. */
export function shippedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-data-'));
  copyDatabases(folder);
  return folder;
}

/** Copies the databases with data sets that ship into a folder. */
export function copyDatabases(folder: string, shipped: Shipped = 'nation'): void {
  const source = join(process.env[folderVariable] ?? '', shipped);
  for (const file of readdirSync(source)) {
    copyFileSync(join(source, file), join(folder, file), constants.COPYFILE_FICLONE);
  }
}

/** The file that makes a folder a data set. */
export const datasetFile = (id: string): readonly string[] => ['id,title', `${id},A data set of the tests`];

/** The lines of a table: its header, and rows by column, what is not given being empty. */
export function tableLines(file: string, rows: readonly Readonly<Record<string, string>>[]): string[] {
  const table = subgraphs.flatMap(({ imports }) => imports).find((each) => each.table.file === file)?.table;
  const columns = Object.keys(table?.columns ?? {});
  return [columns.join(','), ...rows.map((row) => columns.map((column) => row[column] ?? '').join(','))];
}

/** A fund that Xihu gave to Xuan'en in 2019, in the columns of funds.csv. */
export const gift = {
  id: 'gift',
  pairings: 'xihu-xuanen',
  value: '1.25',
  unit: 'YUAN',
  bound: 'EXACT',
  status: 'ACTUAL',
  basis: 'ANNUAL',
  from: '2019',
  to: '2020',
  kind: 'SOCIAL_CASH',
  donor: '330106',
  recipient: '422825',
  sources: 's0#22',
} as const;
