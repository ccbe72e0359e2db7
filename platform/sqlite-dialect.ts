import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

import {
  SqliteDialect,
  SqliteDriver,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import { LRUCache } from 'lru-cache';

import { asSqliteReadFailure } from './sqlite-failures.js';
import { limitOf, type StatementLimit } from './statement-limit.js';

/** SQLite through `node:sqlite`, with cached prepared statements, and the function `tick` of platform/ticks.ts. */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(private readonly path: string) {
    super({ database: notUsed });
  }

  override createDriver(): Driver {
    return new NodeSqliteDriver(this.path);
  }
}

class NodeSqliteDriver extends SqliteDriver {
  private connection: NodeSqliteConnection | undefined;

  constructor(private readonly path: string) {
    super({ database: notUsed });
  }

  override init(): Promise<void> {
    this.connection = new NodeSqliteConnection(this.path);
    return Promise.resolve();
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    return this.connection
      ? Promise.resolve(this.connection)
      : Promise.reject(new TypeError('Expected a driver that is initialised, found one that is not.'));
  }

  override destroy(): Promise<void> {
    this.connection?.close();
    return Promise.resolve();
  }
}

const notUsed = (): Promise<never> => Promise.reject(new TypeError('The driver opens the database itself.'));

/** Total length of the SQL texts whose prepared statements are cached. */
const cacheSize = 1_000_000;

/** Longer SQL texts, such as those of large filters, are prepared each time. */
const longestCached = 50_000;

const returnsRows = /^\s*(?:select|pragma|explain|with)\b|\breturning\b/i;

class NodeSqliteConnection implements DatabaseConnection {
  private readonly database: DatabaseSync;
  /** By SQL text. SQLite itself prepares a statement again when the schema has changed. */
  private readonly statements = new LRUCache<string, StatementSync>({
    maxSize: cacheSize,
    maxEntrySize: longestCached,
    sizeCalculation: (_statement, sql) => sql.length,
  });
  /** That of the statement which is running. */
  private limit: StatementLimit | undefined;

  constructor(path: string) {
    this.database = new DatabaseSync(path);
    this.database.function('tick', { varargs: true }, () => {
      this.limit?.check();
      return 1;
    });
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return new Promise((resolve) => {
      resolve(this.execute(query));
    });
  }

  streamQuery(): never {
    throw new TypeError('Expected a query that is read at once: streaming is not supported.');
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private execute<Row>({ sql, parameters, queryId }: CompiledQuery): QueryResult<Row> {
    const values = parameters as SQLInputValue[];
    const limit = limitOf(queryId);
    limit?.begin();
    this.limit = limit;
    try {
      const statement = this.prepare(sql);
      if (returnsRows.test(sql)) {
        return { rows: statement.all(...values) as Row[] };
      }
      const { changes, lastInsertRowid } = statement.run(...values);
      return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
    } catch (error) {
      throw limit ? asSqliteReadFailure(error) : error;
    } finally {
      this.limit = undefined;
      limit?.end();
    }
  }

  private prepare(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
