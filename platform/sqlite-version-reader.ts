import { DatabaseSync, type StatementSync } from 'node:sqlite';

import { versionColumn, versionOf, type VersionReader } from './version-reader.js';

/**
 * Reads the data version by a prepared statement on a separate connection: this takes a quarter of the time, and does not
 * wait for transactions of this process.
 */
export class SqliteVersionReader implements VersionReader {
  private database: DatabaseSync | undefined;
  private statement: StatementSync | undefined;

  constructor(private readonly path: string) {}

  read(): Promise<string> {
    return new Promise((resolve) => {
      this.database ??= new DatabaseSync(this.path, { readOnly: true, timeout: 5000 });
      this.statement ??= this.database.prepare(`select ${versionColumn} from data_version`);
      resolve(versionOf(this.statement.get()));
    });
  }

  close(): Promise<void> {
    this.database?.close();
    return Promise.resolve();
  }
}
