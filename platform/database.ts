import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { MikroORM, type Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { NodeSqliteDialect, SqliteDriver, type AbstractSqlDriver, type SqlEntityManager } from '@mikro-orm/sql';
import { CamelCasePlugin, CompiledQuery, type Kysely, type KyselyPlugin } from 'kysely';

import { DataVersionEntity } from './data-version.entity.js';
import { advance, PostgresVersionReader, SqliteVersionReader, type VersionReader } from './data-version.js';

/** The two engines that every subgraph runs on, with the same answers. */
export const engines = ['sqlite', 'postgresql'] as const;
export type Engine = (typeof engines)[number];

/** Where a subgraph keeps its tables: a file in a folder, or a schema of a PostgreSQL database. */
export type DatabaseTarget =
  { readonly engine: 'sqlite'; readonly folder: string } | { readonly engine: 'postgresql'; readonly url: string };

/** A class that MikroORM maps to a table. */
export type Entity = abstract new () => object;

/** Name of the database (its file or schema), entities, and the folder with the migrations of each engine. */
export interface DatabaseDefinition {
  readonly name: string;
  readonly entities: readonly Entity[];
  readonly migrations: string;
}

/** The database of one subgraph: entities for writes, plain rows for reads. */
export class Database {
  private constructor(
    readonly name: string,
    readonly engine: Engine,
    readonly orm: MikroORM<AbstractSqlDriver, SqlEntityManager>,
    private readonly versions: VersionReader,
    private readonly shared: { statements: number; lastVersion?: string } = { statements: 0 },
    private readonly signal: AbortSignal | null = null,
  ) {}

  /** Number of statements sent by `read` since the start. */
  get statements(): number {
    return this.shared.statements;
  }

  /** The same database for one request: once the signal is aborted, `read` throws its reason. */
  until(signal: AbortSignal): Database {
    return new Database(this.name, this.engine, this.orm, this.versions, this.shared, signal);
  }

  static async open(definition: DatabaseDefinition, target: DatabaseTarget): Promise<Database> {
    const orm = await MikroORM.init<AbstractSqlDriver, SqlEntityManager>({
      ...(await connectionOptions(definition.name, target)),
      contextName: definition.name,
      entities: [...definition.entities, DataVersionEntity] as never[],
      extensions: [Migrator],
      migrations: { path: join(definition.migrations, target.engine), snapshot: false, silent: true },
      // The tables of an FTS5 index on SQLite have no entities.
      schemaGenerator: { skipTables: [/_index(_\w+)?$/] },
    });
    const versions =
      target.engine === 'sqlite'
        ? new SqliteVersionReader(fileOf(target.folder, definition.name))
        : new PostgresVersionReader(orm.driver.getConnection().getClient(), definition.name);
    const database = new Database(definition.name, target.engine, orm, versions);
    if (target.engine === 'sqlite') {
      await database.execute('pragma busy_timeout = 5000');
      await database.execute('pragma journal_mode = wal');
      // With a write-ahead log the database survives any crash of the process; a power failure may undo the last commits.
      await database.execute('pragma synchronous = normal');
    }
    return database;
  }

  /** Query builder for reads: plain rows, camel case names as in the entities. Counts statements. */
  read<Tables>(): Kysely<Tables> {
    const client: Kysely<unknown> = this.orm.driver.getConnection().getClient();
    const kysely = client.withPlugin(new CamelCasePlugin()).withPlugin(this.counter);
    return (this.engine === 'postgresql' ? kysely.withSchema(this.name) : kysely) as Kysely<Tables>;
  }

  /**
   * The data version of the committed rows: every transaction that changes rows also renews it, and none is used twice.
   * One statement, not counted in `statements`.
   */
  async version(): Promise<string> {
    const version = await this.versions.read();
    this.shared.lastVersion = version;
    return version;
  }

  /** A data version that was current at some earlier time; needs a statement only the first time. */
  async knownVersion(): Promise<string> {
    return this.shared.lastVersion ?? this.version();
  }

  /** Renews the data version in the transaction of a unit of work. Concurrent renewals wait for its end. */
  async advanceVersion(work: SqlEntityManager): Promise<void> {
    const transaction = work.getTransactionContext<Kysely<unknown>>();
    if (!transaction) {
      throw new TypeError('advanceVersion expects a unit of work in a transaction: the one that changes the rows.');
    }
    await advance(this.engine === 'postgresql' ? transaction.withSchema(this.name) : transaction);
  }

  /** A new unit of work for writes. */
  write(): SqlEntityManager {
    return this.orm.em.fork();
  }

  /** Inserts rows in the transaction of a unit of work: one statement with the rows as JSON. Missing properties are null. */
  async insert(work: SqlEntityManager, entity: Entity, rows: readonly object[]): Promise<void> {
    const { tableName, props } = work.getMetadata().get(entity as never);
    const columns = props
      .filter(({ persist, autoincrement }) => persist !== false && autoincrement !== true)
      .map(({ name, fieldNames }) => ({ name, column: fieldNames[0] ?? name }));
    const names = columns.map(({ column }) => `"${column}"`).join(', ');
    const valueOf = (row: object, name: string): unknown => (row as Record<string, unknown>)[name] ?? null;
    const [statement, values] =
      this.engine === 'sqlite'
        ? [
            `insert into "${tableName}" (${names}) select ${columns.map((_, place) => `value ->> ${place}`).join(', ')} from json_each(?)`,
            rows.map((row) => columns.map(({ name }) => valueOf(row, name))),
          ]
        : [
            `insert into "${this.name}"."${tableName}" (${names}) select ${names} from json_populate_recordset(null::"${this.name}"."${tableName}", $1)`,
            rows.map((row) => Object.fromEntries(columns.map(({ name, column }) => [column, valueOf(row, name)]))),
          ];
    const transaction = work.getTransactionContext<Kysely<unknown>>();
    await transaction?.executeQuery(CompiledQuery.raw(statement, [JSON.stringify(values)]));
  }

  /** Updates PostgreSQL's planner statistics, which autovacuum would do only a minute later. */
  async analyze(work: SqlEntityManager): Promise<void> {
    if (this.engine === 'postgresql') {
      const tables = this.orm.getMetadata().getAll().values();
      const names = Array.from(tables, ({ tableName }) => `"${this.name}"."${tableName}"`);
      await work
        .getTransactionContext<Kysely<unknown>>()
        ?.executeQuery(CompiledQuery.raw(`analyze ${names.join(', ')}`));
    }
  }

  /** Runs pending migrations. If several processes do so at once, one runs them and the others wait. */
  async migrate(): Promise<void> {
    if (this.engine === 'sqlite') {
      await this.runMigrations((write) => this.write().transactional(write));
      return;
    }
    await this.write().transactional(async (work) => {
      const transaction = work.getTransactionContext<Kysely<unknown>>();
      await transaction?.executeQuery(
        CompiledQuery.raw('select pg_advisory_xact_lock(hashtext($1))', [`jiedui ${this.name}`]),
      );
      await this.execute(`create schema if not exists "${this.name}"`);
      await this.runMigrations((write) => write(work));
    });
  }

  /** Renews the data version too, since a migration may change rows. */
  private async runMigrations(
    inTransaction: (write: (work: SqlEntityManager) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    if ((await this.orm.migrator.getPending()).length > 0) {
      await inTransaction(async (work) => {
        await this.orm.migrator.up({ transaction: work.getTransactionContext<Kysely<unknown>>() });
        await this.advanceVersion(work);
      });
    }
  }

  /** Whether all migrations have been run. Changes nothing. */
  async isMigrated(): Promise<boolean> {
    const client: Kysely<unknown> = this.orm.driver.getConnection().getClient();
    const tables = await client.introspection.getTables({ withInternalKyselyTables: true });
    const own = tables.filter(({ schema }) => this.engine === 'sqlite' || schema === this.name);
    // `getPending` would create the migrator's own table.
    return (
      own.some(({ name }) => name === 'mikro_orm_migrations') && (await this.orm.migrator.getPending()).length === 0
    );
  }

  async close(): Promise<void> {
    this.versions.close();
    await this.orm.close();
  }

  private async execute(sql: string): Promise<void> {
    await this.orm.driver.getConnection().getClient().executeQuery(CompiledQuery.raw(sql));
  }

  private readonly counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      this.signal?.throwIfAborted();
      this.shared.statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

const fileOf = (folder: string, name: string): string => join(folder, `${name}.sqlite`);

async function connectionOptions(name: string, target: DatabaseTarget): Promise<Partial<Options<AbstractSqlDriver>>> {
  if (target.engine === 'sqlite') {
    mkdirSync(target.folder, { recursive: true });
    const dbName = fileOf(target.folder, name);
    return { driver: SqliteDriver, dbName, driverOptions: new NodeSqliteDialect(dbName) };
  }
  const { PostgreSqlDriver } = await import('@mikro-orm/postgresql');
  return {
    driver: PostgreSqlDriver,
    clientUrl: target.url,
    schema: name,
    discovery: { onMetadata: textColumns },
  };
}

/**
 * On PostgreSQL, text has any length and sorts by code point in any locale, as on SQLite; `grams` get the index that
 * platform/text-index.ts needs.
 */
const textColumns: NonNullable<NonNullable<Options['discovery']>['onMetadata']> = (meta) => {
  for (const property of meta.props) {
    if (property.type === 'string') {
      property.columnTypes = ['text'];
      property.collation = 'C';
    }
    if (property.name === 'grams') {
      // Without fastupdate: every query would scan its pending list until the next vacuum.
      const name = `${meta.tableName}_grams_index`;
      const expression = `create index "${name}" on "${meta.schema}"."${meta.tableName}" using gin ((grams::tsvector)) with (fastupdate = off)`;
      meta.indexes.push({ name, expression });
    }
  }
};
