import type { Database } from '../database.js';
import { readyUnless, type Readiness } from '../http-server.js';
import { incompleteImports } from './interrupted-imports.js';

/** Ready while the data of all databases can be read and no import is incomplete. */
export function readinessOf(databases: readonly Database[]): Readiness {
  return async () => {
    const problems = (await Promise.all(databases.map((database) => database.problems()))).flat();
    if (problems.length > 0) {
      return readyUnless(problems);
    }
    const { signal } = new AbortController();
    return readyUnless(await incompleteImports(databases.map((database) => database.until(signal))));
  };
}
