import {
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type PostgresDialectConfig,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

import type { OpenPool } from './pool.js';
import type { PostgresReads } from './reads.js';

/** For units of work and migrations: a connection whose transaction fails at its begin or its end leaves the pool. */
export function workDialect(pool: OpenPool): Dialect {
  const config: PostgresDialectConfig = {
    pool: {
      connect: () => pool.connect(),
      end: () => pool.close(),
      options: pool.options,
    },
  };
  return new (class extends PostgresDialect {
    override createDriver(): Driver {
      return new WorkDriver(config);
    }
  })(config);
}

class WorkDriver extends PostgresDriver {
  /** Kysely keeps the connection where this fails. */
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    try {
      await super.beginTransaction(connection, settings);
    } catch (error) {
      await super.releaseConnection(connection as never);
      throw error;
    }
  }

  /** A rollback fails only where the connection is lost, and the server has rolled back by itself. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}

/** For the reads of one request, which end when `signal` aborts. */
export function readDialect(reads: PostgresReads, signal: AbortSignal): Dialect {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => ({
      rows: (await reads.rows({ sql, parameters }, signal)) as Row[],
    }),
    streamQuery: () => {
      throw new TypeError('Reads of a request do not stream.');
    },
  };
  const refuse = (): Promise<never> => Promise.reject(new TypeError('A request only reads.'));
  return {
    createDriver: (): Driver => ({
      init: () => Promise.resolve(),
      acquireConnection: () => Promise.resolve(connection),
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
    }),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
