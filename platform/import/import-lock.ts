import type { Database } from '../database.js';
import type { ImportTarget } from './target.js';

const queues = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs imports and removals one at a time, so that what one has checked still holds when it writes. In this process they
 * wait in a queue. Other processes wait for an advisory lock of PostgreSQL; on SQLite the lock of the data folder keeps
 * them out.
 */
export async function withImportLock<Result>(
  [first]: readonly ImportTarget[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (!first) {
    return work();
  }
  const { database } = first;
  const before = queues.get(database) ?? Promise.resolve();
  const result = before.then(() => database.exclusively('jiedui import', work));
  queues.set(
    database,
    result.catch(() => undefined),
  );
  return result;
}
