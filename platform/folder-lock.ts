import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { UserError } from './errors.js';

/**
 * Takes a data folder for this process until it ends, however it ends: the operating system lets the lock of a dead
 * process go. Throws a `UserError` when another process has it.
 */
export function lockFolder(folder: string): { readonly release: () => void } {
  mkdirSync(folder, { recursive: true });
  const holder = join(folder, 'process');
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    const process = readFileSync(holder, { encoding: 'utf8', flag: 'a+' }) || 'another process';
    throw new UserError(
      `The data folder ${folder} is in use by ${process}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(holder, `process ${process.pid}`);
  return {
    release: () => {
      lock.close();
    },
  };
}
