import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { stringify } from 'csv-stringify/sync';

import { runCommand } from '../platform/command.js';
import { projectRoot } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { roundTables } from './rounds/tables.js';

const help = `npm run rounds
  Writes data/rounds/ from the facts in scripts/rounds/facts/.
  --check  writes nothing; fails if a file would change`;

runCommand(help, () => {
  const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const folder = join(projectRoot, 'data/rounds');
  mkdirSync(folder, { recursive: true });
  const changed = Array.from(roundTables(), ([file, rows]) => {
    const path = join(folder, file);
    const text = stringify([...rows], { header: true });
    if (existsSync(path) && readFileSync(path, 'utf8') === text) {
      return 0;
    }
    if (check) {
      throw new UserError(`data/rounds/${file} is not up to date with the facts. Run npm run rounds and commit it.`);
    }
    writeFileSync(path, text);
    return 1;
  });
  const count = changed.reduce<number>((sum, each) => sum + each, 0);
  console.log(count === 0 ? 'data/rounds/ is current.' : `Wrote ${count} tables of data/rounds/.`);
  return Promise.resolve();
});
