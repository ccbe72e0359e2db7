import { DatabaseSync } from 'node:sqlite';

/** Reads a row of each table of a database file. Throws where the file is gone or damaged. */
export function checkFile(path: string, tables: readonly string[]): void {
  // A connection of its own: the others may have the file open that was there before, and its pages in memory.
  const database = new DatabaseSync(path, { readOnly: true, timeout: 500 });
  try {
    for (const table of tables) {
      database.prepare(`select * from "${table}" limit 1`).get();
    }
  } finally {
    database.close();
  }
}
