import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { UserError } from './errors.js';

/**
 * Locks a data folder for this process. The operating system releases the lock when the process ends in any way.
 * Throws a `UserError` when another process has the lock.
 */
export function lockFolder(folder: string): { readonly release: () => void } {
  mkdirSync(folder, { recursive: true });
  const ownerFile = join(folder, 'process');
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    const process = readFileSync(ownerFile, { encoding: 'utf8', flag: 'a+' }) || 'another process';
    throw new UserError(
      `The data folder ${folder} is in use by ${process}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(ownerFile, `process ${process.pid}`);
  return {
    release: () => {
      lock.close();
    },
  };
}
