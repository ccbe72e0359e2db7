import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '../errors.js';
import type { CsvTable } from './table.js';

/** Writes each table into a folder as a file with only a header. Refuses to overwrite a file. */
export function writeTemplate(folder: string, tables: readonly CsvTable[]): void {
  const taken = tables.map(({ file }) => join(folder, file)).filter((path) => existsSync(path));
  if (taken.length > 0) {
    throw new UserError(`Nothing was written: these files are there already.\n${taken.join('\n')}`);
  }
  mkdirSync(folder, { recursive: true });
  for (const { file, columns } of tables) {
    writeFileSync(join(folder, file), `${Object.keys(columns).join(',')}\n`);
  }
}
