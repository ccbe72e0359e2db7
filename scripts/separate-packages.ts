import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../platform/config.js';
import { UserError } from '../platform/errors.js';

/** Packages of a folder that has a lock file of its own, so that they are no part of `npm ci`. */
export interface SeparatePackages {
  readonly folder: string;
  /** Whether they are there, as the lock file says. */
  readonly areInstalled: () => boolean;
  /** Installs them unless they are there. None of their scripts is run. Throws `UserError` where that fails. */
  readonly install: () => void;
}

/** The packages of a folder of the repository; `description` says to people what is installed. */
export function separatePackages(path: string, description: string): SeparatePackages {
  const folder = join(projectRoot, path);
  const lock = join(folder, 'package-lock.json');
  const installedLock = join(folder, 'node_modules/.installed-lock.json');
  const areInstalled = (): boolean =>
    existsSync(installedLock) && readFileSync(installedLock, 'utf8') === readFileSync(lock, 'utf8');
  return {
    folder,
    areInstalled,
    install: () => {
      if (areInstalled()) {
        return;
      }
      console.log(`Installing ${description} into ${path} …`);
      try {
        execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
      } catch (error) {
        throw new UserError(`The packages of ${path} could not be installed: ${String(error)}`);
      }
      writeFileSync(installedLock, readFileSync(lock));
    },
  };
}
