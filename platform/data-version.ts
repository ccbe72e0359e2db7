import { randomBytes } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

import { sql, type Kysely } from 'kysely';

import type { DataVersionEntity } from './data-version.entity.js';
import type { PostgresReads, Statement } from './postgres/reads.js';

/** Reads the committed data version; throws where the database does not answer in time or has no tables. */
export interface VersionReader {
  /** With the signal of a request, has as long as that; else a second. */
  read(signal: AbortSignal | null): Promise<string>;
  close(): void;
}

const version = `mark || '.' || "count" as version`;

/**
 * Reads by a prepared statement on a separate connection: this takes a quarter of the time, and does not wait for
 * transactions of this process.
 */
export class SqliteVersionReader implements VersionReader {
  private database: DatabaseSync | undefined;
  private statement: StatementSync | undefined;

  constructor(private readonly path: string) {}

  read(): Promise<string> {
    this.database ??= new DatabaseSync(this.path, { readOnly: true, timeout: 5000 });
    this.statement ??= this.database.prepare(`select ${version} from data_version`);
    return Promise.resolve(textOf(this.statement.get()));
  }

  close(): void {
    this.database?.close();
  }
}

/** Reads on connections that other statements do not take. */
export class PostgresVersionReader implements VersionReader {
  private readonly statement: Statement;

  constructor(
    private readonly reads: PostgresReads,
    schema: string,
  ) {
    this.statement = { sql: `select ${version} from "${schema}".data_version`, parameters: [] };
  }

  async read(signal: AbortSignal | null): Promise<string> {
    return textOf(await this.reads.version(this.statement, signal));
  }

  close(): void {
    // The pool is closed by its owner.
  }
}

function textOf(row: unknown): string {
  return (row as { readonly version: string }).version;
}

/** Renews the data version within a transaction, so that it becomes visible together with the changed rows. */
export async function advance(transaction: Kysely<unknown>): Promise<void> {
  const mark = randomBytes(6).toString('hex');
  await (transaction as Kysely<{ data_version: DataVersionEntity }>)
    .insertInto('data_version')
    .values({ id: 1, mark, count: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ mark, count: sql<number>`data_version.${sql.ref('count')} + 1` }),
    )
    .execute();
}
