import { constants, copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../config.js';

/** The folder of SQLite databases with the data sets that ship, as `npm run shipped` built them. */
export const builtDatabases = join(projectRoot, 'dist/shipped');

/**
 * Copies the built databases of these names into a data folder, where they are built and it has none of them. Says whether
 * it did. One that ends in the middle leaves whole files, of which some may be missing.
 */
export function copyBuiltDatabases(folder: string, names: readonly string[]): boolean {
  const files = names.map((name) => `${name}.sqlite`);
  const isIn = (place: string) => (file: string) => existsSync(join(place, file));
  if (!files.every(isIn(builtDatabases)) || files.some(isIn(folder))) {
    return false;
  }
  for (const file of files) {
    const copy = join(folder, `${file}.copy`);
    copyFileSync(join(builtDatabases, file), copy, constants.COPYFILE_FICLONE);
    renameSync(copy, join(folder, file));
  }
  return true;
}
