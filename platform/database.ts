import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { MikroORM, type Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { SqliteDriver, type AbstractSqlDriver, type SqlEntityManager } from '@mikro-orm/sql';
import { CompiledQuery, Kysely, WithSchemaPlugin, type KyselyPlugin } from 'kysely';

import { CamelCaseNames } from './camel-case-names.js';
import { DataVersionEntity } from './data-version.entity.js';
import { advance, changeAudience } from './data-version.js';
import { textColumns } from './postgres/columns.js';
import { readDialect, workDialect } from './postgres/dialects.js';
import { hasMigrationsTable, hasSchema, migrationsTable, refusedMigration } from './postgres/migrations.js';
import { connectTo } from './postgres/open.js';
import { openPool } from './postgres/pool.js';
import { PostgresReads } from './postgres/reads.js';
import { Replicas } from './postgres/replicas.js';
import type { ReplicaReport, ReplicaUse } from './postgres/replica.js';
import { valueTypes } from './postgres/value-types.js';
import { PostgresVersionReader } from './postgres/version-reader.js';
import { NodeSqliteDialect } from './sqlite-dialect.js';
import { checkFile } from './sqlite-file.js';
import { SqliteVersionReader } from './sqlite-version-reader.js';
import { limitStatement, unlimited, type StatementLimit } from './statement-limit.js';
import { addTicks } from './ticks.js';
import { KnownVersions } from './version-reader.js';
import { rolesNamedIn, type Audience } from './visibility/audience.js';
import { guardedTables } from './visibility/guarded-tables.js';
import { madeBy, madeFor } from './visibility/made-rows.js';
import { Sight } from './visibility/sight.js';
import { onlyVisible, type GuardedTables } from './visibility/visible-rows.js';

/** The two engines that every subgraph runs on, with the same answers. */
export const engines = ['sqlite', 'postgresql'] as const;
export type Engine = (typeof engines)[number];

/** Where a subgraph keeps its tables: a file in a folder, or a schema of a PostgreSQL database. */
export type DatabaseTarget =
  | { readonly engine: 'sqlite'; readonly folder: string }
  | {
      readonly engine: 'postgresql';
      readonly url: string;
      /** Standbys that answer requests too while they have the rows of the primary. */
      readonly replicas?: readonly string[];
      /** Timeout of a read of a request in milliseconds; default: 5000. */
      readonly timeout?: number;
    };

/** A class that MikroORM maps to a table. */
export type Entity = abstract new () => object;

/** Name of the database (its file or schema), entities, and the folder with the migrations of each engine. */
export interface DatabaseDefinition {
  readonly name: string;
  readonly entities: readonly Entity[];
  readonly migrations: string;
  /** Its views, which have ids of rows alone. */
  readonly views?: readonly string[];
  /** Whether imports make rows here of those of several data sets: the entity of those rows. */
  readonly made?: Entity;
}

/** A replica for one request, and how a part of it is answered from there: null where it is to be read on the primary. */
export interface ReplicaRead extends Pick<ReplicaUse, 'answer'> {
  readonly database: Database;
}

/** The database of one subgraph: entities for writes, plain rows for reads. */
export class Database {
  private constructor(
    private readonly definition: DatabaseDefinition,
    readonly engine: Engine,
    readonly orm: MikroORM<AbstractSqlDriver, SqlEntityManager>,
    private readonly versions: KnownVersions,
    private readonly reads: PostgresReads | null,
    private readonly ticks: KyselyPlugin | null,
    private readonly shared: SharedState = { statements: 0, replicas: null, guarded: null },
    private readonly signal: AbortSignal | null = null,
    private readonly limit: StatementLimit | null = null,
    private readonly sight: Sight | null = null,
  ) {}

  get name(): string {
    return this.definition.name;
  }

  /** Number of statements sent by `read` since the start. */
  get statements(): number {
    return this.shared.statements;
  }

  /**
   * The same database for one request of an audience: `read` gives it what it may see, which is what is public until
   * `look` has been called. Once the signal is aborted, `read` throws its reason. On PostgreSQL its statements are
   * cancelled then, they have a timeout, and are sent again where the connection was lost. On SQLite a limit can end a
   * statement while it runs.
   */
  until(signal: AbortSignal, limit: StatementLimit | null = null, audience: Audience = []): Database {
    const { definition, engine, orm, versions, reads, ticks, shared } = this;
    return new Database(definition, engine, orm, versions, reads, ticks, shared, signal, limit, new Sight(audience));
  }

  /** Whether `read` gives the rows of all data sets. */
  get seesAll(): boolean {
    return this.sight?.seesAll !== false;
  }

  /** Whether statements of `read` get conditions: those in raw SQL are refused then. */
  get isGuarded(): boolean {
    return this.sight?.needsNone === false;
  }

  /**
   * Looks what the audience of a request may see of a data version, null where that is not known. To be called before the
   * first statement; one statement more where imports make rows of several data sets and not all of those are public.
   */
  async look(version: string | null): Promise<void> {
    const { sight, definition } = this;
    if (sight === null) {
      return;
    }
    sight.begin(version);
    this.reader = undefined;
    if (version !== null && rolesNamedIn(version).length > 0 && definition.made) {
      const { tableName } = this.orm.getMetadata().get(definition.made as never);
      const rows = await this.everything()
        .selectFrom(tableName as never)
        .select('dataset' as never)
        .distinct()
        .where('dataset' as never, 'like', `${madeBy}%` as never)
        .execute();
      const made = (rows as unknown as { readonly dataset: string }[]).map(({ dataset }) => dataset);
      sight.made = madeFor(sight.audience, made);
    }
  }

  /** Whether rows read since `look` are for the audience, by the data version of now; null where that is not known. */
  mayShow(version: string | null): boolean {
    return this.sight?.mayShow(version) !== false;
  }

  /** The same database for one request on a replica that has its rows, as far as is known; null where none has. */
  onReplica(): ReplicaRead | null {
    const { definition, engine, orm, versions, shared, signal, sight } = this;
    const replica = signal && versions.known !== null ? shared.replicas?.having(versions.known) : null;
    const use = signal && replica?.use(signal);
    if (!use) {
      return null;
    }
    const own = new Sight(sight?.audience ?? []);
    return {
      database: new Database(definition, engine, orm, use.versions, use.reads, null, shared, use.signal, null, own),
      answer: use.answer,
    };
  }

  /** What its replicas have done, by address; null where it has none. */
  get replicas(): Readonly<Record<string, ReplicaReport>> | null {
    return this.shared.replicas?.report(this.versions.known) ?? null;
  }

  /** How often the connection was lost so far. After a loss, the database may be another one: a standby promoted. */
  get losses(): number {
    return this.versions.losses;
  }

  static async open(definition: DatabaseDefinition, target: DatabaseTarget): Promise<Database> {
    return target.engine === 'sqlite'
      ? Database.openSqlite(definition, target.folder)
      : Database.openPostgres(definition, target);
  }

  private static async openSqlite(definition: DatabaseDefinition, folder: string): Promise<Database> {
    mkdirSync(folder, { recursive: true });
    const dbName = fileOf(folder, definition.name);
    const orm = await MikroORM.init<AbstractSqlDriver, SqlEntityManager>({
      ...ormOptions(definition, 'sqlite'),
      driver: SqliteDriver,
      dbName,
      driverOptions: new NodeSqliteDialect(dbName),
    });
    const versions = new KnownVersions(new SqliteVersionReader(dbName));
    const tables = new Set(Array.from(orm.getMetadata().getAll().values(), ({ tableName }) => tableName));
    const ticks = addTicks((name) => tables.has(name));
    const database = new Database(definition, 'sqlite', orm, versions, null, ticks);
    await database.execute('pragma busy_timeout = 5000');
    await database.execute('pragma journal_mode = wal');
    // With a write-ahead log the database survives any crash of the process; a power failure may undo the last commits.
    await database.execute('pragma synchronous = normal');
    return database;
  }

  private static async openPostgres(
    definition: DatabaseDefinition,
    { url, replicas = [], timeout = 5_000 }: Extract<DatabaseTarget, { engine: 'postgresql' }>,
  ): Promise<Database> {
    const { options: connection, database: dbName } = await connectTo(url);
    const options = { ...connection, types: await valueTypes() };
    const { PostgreSqlDriver } = await import('@mikro-orm/postgresql');
    const reads = await PostgresReads.open(options, timeout);
    const orm = await MikroORM.init<AbstractSqlDriver, SqlEntityManager>({
      ...ormOptions(definition, 'postgresql'),
      driver: PostgreSqlDriver,
      dbName,
      driverOptions: workDialect(await openPool(options)),
      schema: definition.name,
      ensureDatabase: false,
      discovery: { onMetadata: textColumns },
    });
    const versions = new KnownVersions(new PostgresVersionReader(reads, definition.name), reads);
    const shared = {
      statements: 0,
      guarded: null,
      replicas: replicas.length === 0 ? null : new Replicas(replicas, definition.name, timeout),
    };
    return new Database(definition, 'postgresql', orm, versions, reads, null, shared);
  }

  /** Query builder for reads: plain rows, camel case names as in the entities. Counts statements. */
  read<Tables>(): Kysely<Tables> {
    this.reader ??= this.createReader();
    return this.reader as Kysely<Tables>;
  }

  private reader: Kysely<unknown> | undefined;

  private createReader(): Kysely<unknown> {
    const { sight, definition } = this;
    if (sight === null || !this.isGuarded) {
      return this.everything();
    }
    this.shared.guarded ??= guardedTables(this.orm, definition.views ?? []);
    return this.everything(onlyVisible(this.shared.guarded, sight, this.engine === 'sqlite'));
  }

  private everything(guard?: KyselyPlugin): Kysely<unknown> {
    const client: Kysely<unknown> =
      this.reads && this.signal ? new Kysely({ dialect: readDialect(this.reads, this.signal) }) : this.client;
    const kysely = client.withPlugin(new CamelCaseNames()).withPlugin(this.counter);
    const guarded = guard ? kysely.withPlugin(guard) : kysely;
    if (this.ticks) {
      return guarded.withPlugin(this.ticks);
    }
    // `withSchema` comes before all plugins, and again after what the guard has added.
    return (guard ? guarded.withPlugin(new WithSchemaPlugin(this.name)) : guarded).withSchema(this.name);
  }

  /**
   * The data version of the committed rows: every transaction that changes rows also renews it, and none is used twice.
   * One statement, not counted in `statements`. Throws within a second where the database does not answer; for a
   * request, at its end.
   */
  async version(): Promise<string> {
    return this.versions.read(this.signal);
  }

  /** A data version that was current at some time since the last loss; needs a statement only the first time. */
  async knownVersion(): Promise<string> {
    return this.versions.known ?? this.version();
  }

  /**
   * Why the data cannot be read: messages, empty where they can. Reads a row of each table, within a second on
   * PostgreSQL. Does not throw.
   */
  async problems(): Promise<readonly string[]> {
    const tables = Array.from(this.orm.getMetadata().getAll().values(), ({ tableName }) => tableName);
    try {
      if (this.reads) {
        const rows = tables.map((table) => `(select 1 from "${this.name}"."${table}" limit 1)`);
        await this.reads.check({ sql: `select ${rows.join(', ')}`, parameters: [] });
      } else {
        checkFile(String(this.orm.config.get('dbName')), tables);
      }
      return [];
    } catch (error) {
      return [`The data of ${this.name} cannot be read: ${(error as Error).message}`];
    }
  }

  /** Renews the data version in the transaction of a unit of work. Concurrent renewals wait for its end. */
  async advanceVersion(work: SqlEntityManager): Promise<void> {
    const transaction = work.getTransactionContext<Kysely<unknown>>();
    if (!transaction) {
      throw new TypeError('advanceVersion expects a unit of work in a transaction: the one that changes the rows.');
    }
    await advance(this.engine === 'postgresql' ? transaction.withSchema(this.name) : transaction);
  }

  /** Notes that who may see what changes, in the transaction of a unit of work that has written it. */
  async changeAudience(work: SqlEntityManager): Promise<void> {
    const transaction = work.getTransactionContext<Kysely<unknown>>();
    if (!transaction) {
      throw new TypeError('changeAudience expects a unit of work in a transaction: the one that changes the rows.');
    }
    await changeAudience(this.engine === 'postgresql' ? transaction.withSchema(this.name) : transaction);
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

  /** Updates rows by their ids in the transaction of a unit of work: one statement. All name the same columns. */
  async update(work: SqlEntityManager, entity: Entity, rows: readonly { readonly id: string }[]): Promise<void> {
    const { tableName, props } = work.getMetadata().get(entity as never);
    const names = Object.keys(rows[0] ?? {});
    const columnOf = (name: string): string => props.find((prop) => prop.name === name)?.fieldNames[0] ?? name;
    const changes = names
      .filter((name) => name !== 'id')
      .map((name) => `"${columnOf(name)}" = changed."${columnOf(name)}"`)
      .join(', ');
    const read = names.map((name) => `value ->> '${name}' as "${columnOf(name)}"`).join(', ');
    const [table, changed, values] =
      this.engine === 'sqlite'
        ? [`"${tableName}"`, `(select ${read} from json_each(?))`, rows]
        : [
            `"${this.name}"."${tableName}"`,
            `json_populate_recordset(null::"${this.name}"."${tableName}", $1)`,
            rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]))),
          ];
    const statement = `update ${table} as stored set ${changes} from ${changed} as changed where stored.id = changed.id`;
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

  /** Runs `work` while no other process runs any under this name. On SQLite the lock of the data folder sees to it. */
  async exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    if (this.engine === 'sqlite') {
      return work();
    }
    const done: PromiseSettledResult<Result>[] = [];
    try {
      await this.client.transaction().execute(async (transaction) => {
        await transaction.executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock(hashtext($1))', [name]));
        done.push(...(await Promise.allSettled([work()])));
      });
    } catch (error) {
      // The end of `work` counts, also where the connection that had the lock is lost.
      if (done.length === 0) {
        throw error;
      }
    }
    const [result] = done;
    if (result?.status !== 'fulfilled') {
      throw result?.reason;
    }
    return result.value;
  }

  /**
   * Runs pending migrations and gives their names. If several processes do so at once, one runs them and the others wait.
   * Where none is pending, it needs no rights but to read. Throws a `UserError` where it lacks those to migrate.
   */
  async migrate(): Promise<readonly string[]> {
    if (this.engine === 'sqlite') {
      return this.runMigrations((write) => this.write().transactional(write));
    }
    if (await this.isMigrated()) {
      return [];
    }
    try {
      return await this.write().transactional(async (work) => {
        const transaction = work.getTransactionContext<Kysely<unknown>>();
        await transaction?.executeQuery(
          CompiledQuery.raw('select pg_advisory_xact_lock(hashtext($1))', [`jiedui ${this.name}`]),
        );
        if (!(await hasSchema(this.client, this.name))) {
          await this.execute(`create schema if not exists "${this.name}"`);
        }
        return this.runMigrations((write) => write(work));
      });
    } catch (error) {
      throw refusedMigration(this.name, error) ?? error;
    }
  }

  /** Renews the data version too, since a migration may change rows. */
  private async runMigrations(
    inTransaction: (write: (work: SqlEntityManager) => Promise<void>) => Promise<void>,
  ): Promise<readonly string[]> {
    const pending = await this.orm.migrator.getPending();
    if (pending.length > 0) {
      await inTransaction(async (work) => {
        await this.orm.migrator.up({ transaction: work.getTransactionContext<Kysely<unknown>>() });
        await this.advanceVersion(work);
      });
    }
    return pending.map(({ name }) => name);
  }

  /** Whether all migrations have been run. Changes nothing. */
  async isMigrated(): Promise<boolean> {
    const hasTable =
      this.engine === 'postgresql'
        ? await hasMigrationsTable(this.client, this.name)
        : (await this.client.introspection.getTables({ withInternalKyselyTables: true })).some(
            ({ name }) => name === migrationsTable,
          );
    // `getPending` would create the migrator's own table.
    return hasTable && (await this.orm.migrator.getPending()).length === 0;
  }

  async close(): Promise<void> {
    await Promise.all([this.versions.close(), this.orm.close(), this.reads?.close(), this.shared.replicas?.close()]);
  }

  private get client(): Kysely<unknown> {
    return this.orm.driver.getConnection().getClient();
  }

  private async execute(sql: string): Promise<void> {
    await this.client.executeQuery(CompiledQuery.raw(sql));
  }

  private readonly counter: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      this.signal?.throwIfAborted();
      if (this.signal) {
        limitStatement(queryId, this.limit ?? unlimited);
      }
      this.shared.statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

/** What the instances of a database for requests have in common. */
interface SharedState {
  statements: number;
  readonly replicas: Replicas | null;
  /** Null until a reader who does not see all has asked. */
  guarded: GuardedTables | null;
}

const fileOf = (folder: string, name: string): string => join(folder, `${name}.sqlite`);

function ormOptions(
  { name, entities, migrations }: DatabaseDefinition,
  engine: Engine,
): Partial<Options<AbstractSqlDriver>> {
  return {
    contextName: name,
    entities: [...entities, DataVersionEntity] as never[],
    extensions: [Migrator],
    migrations: { path: join(migrations, engine), snapshot: false, silent: true },
    // The tables of an FTS5 index on SQLite have no entities.
    schemaGenerator: { skipTables: [/_index(_\w+)?$/] },
  };
}
