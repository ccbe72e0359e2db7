import type { Database } from '../database.js';
import { readyUnless, type Readiness } from '../http-server.js';
import { incompleteImports } from './interrupted-imports.js';

/** Milliseconds in which the data sets of all databases must have been read. */
const importsTimeout = 700;

/** Ready while the data of all databases can be read and no import is incomplete. */
export function readinessOf(databases: readonly Database[]): Readiness {
  return async () => {
    const problems = (await Promise.all(databases.map((database) => database.problems()))).flat();
    if (problems.length > 0) {
      return readyUnless(problems);
    }
    const signal = AbortSignal.timeout(importsTimeout);
    return readyUnless(await incompleteImports(databases.map((database) => database.until(signal))));
  };
}
