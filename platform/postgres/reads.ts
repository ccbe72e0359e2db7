import type { PoolClient, PoolConfig } from 'pg';

import { underDeadline, unlessAborted } from '../deadline.js';
import { cancelStatement } from './cancel.js';
import { Connections, type Role } from './connections.js';
import { asReadFailure, isLostConnection, timedOut } from './failures.js';
import { displaced, Lane } from './lane.js';

/** A statement that only reads. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Milliseconds from the loss of the database for which reads are tried again: as long as a switchover takes. */
const retryTime = 4_000;

/** Milliseconds between two tries: at first, and at most. */
const [firstPause, longestPause] = [20, 250];

/** Milliseconds that the data version may take to read. */
const versionTimeout = 1_000;

/** Milliseconds that a check may take: less than a gateway waits for it. */
const checkTimeout = 700;

/** Milliseconds after which a statement has to leave the fast lane if others wait for it. */
const patience = 250;

/** Milliseconds that a cancelled statement has to end; then its connection is closed. */
const cancelGrace = 1_000;

const places = { fast: 8, slow: 4, version: 2 } as const;

/**
 * Reads for requests, on a pool of connections. Each has a deadline, at which its statement is cancelled on the server.
 * A read whose connection is lost is tried again on another one; not on a replica, in whose place there is the primary.
 * Errors have the codes SUBGRAPH_UNAVAILABLE and SUBGRAPH_TIMEOUT, unless they are of the statement.
 */
export class PostgresReads {
  private readonly lanes = {
    fast: new Lane(places.fast, patience),
    slow: new Lane(places.slow),
    version: new Lane(places.version),
  };
  private lostSince: number | null = null;

  private constructor(
    private readonly connections: Connections,
    private readonly options: PoolConfig,
    private readonly timeout: number,
    private readonly retryTime: number,
  ) {}

  /** `timeout` is that of a read in milliseconds. */
  static async open(options: PoolConfig, timeout: number, role: Role = 'primary'): Promise<PostgresReads> {
    const max = places.fast + places.slow + places.version;
    const connections = await Connections.open({ statement_timeout: timeout, ...options, max }, role);
    return new PostgresReads(connections, options, timeout, role === 'primary' ? retryTime : 0);
  }

  /** How often the connection has been lost so far. After a loss, the database may be another one. */
  get losses(): number {
    return this.connections.losses;
  }

  /** The rows of a statement for a request. Rejects with the reason of `signal` when that aborts. */
  async rows(statement: Statement, signal: AbortSignal | null = null): Promise<unknown[]> {
    return this.inTime(this.timeout, signal, (ending) => this.retry(statement, 'fast', ending));
  }

  /**
   * The first row of a quick statement, on connections that other statements cannot take: within a second, or with the
   * signal of a request as long as that.
   */
  async version(statement: Statement, signal: AbortSignal | null = null): Promise<unknown> {
    const timeout = signal ? this.timeout : versionTimeout;
    const [row] = await this.inTime(timeout, signal, (ending) => this.retry(statement, 'version', ending));
    return row;
  }

  /** Runs a quick statement to see whether the database answers: soon, and without waiting for one that is lost. */
  async check(statement: Statement): Promise<void> {
    await this.inTime(checkTimeout, null, async (ending) => {
      const once = (): Promise<unknown> => this.once(statement, 'version', ending);
      // The connection may be one that was lost while it was idle.
      await once().catch((error: unknown) => {
        if (!isLostConnection(error)) {
          throw error;
        }
        return once();
      });
    });
  }

  /** Closes all connections, those in use too. */
  async close(): Promise<void> {
    await this.connections.close();
  }

  private async inTime<Value>(
    milliseconds: number,
    outer: AbortSignal | null,
    read: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    try {
      return await underDeadline({ milliseconds, reason: timedOut }, outer, read);
    } catch (error) {
      throw asReadFailure(error);
    }
  }

  private async retry(statement: Statement, lane: keyof typeof places, signal: AbortSignal): Promise<unknown[]> {
    for (let pause = firstPause, at = lane; ;) {
      try {
        const rows = await this.once(statement, at, signal);
        this.lostSince = null;
        return rows;
      } catch (error) {
        if (error === displaced) {
          at = 'slow';
          continue;
        }
        if (!isLostConnection(error)) {
          throw error;
        }
        this.connections.noteLoss();
        this.lostSince ??= performance.now();
        if (performance.now() + pause > this.lostSince + this.retryTime) {
          throw error;
        }
        await unlessAborted(signal, new Promise((resolve) => setTimeout(resolve, pause)));
        pause = Math.min(pause * 2, longestPause);
      }
    }
  }

  private async once(statement: Statement, lane: keyof typeof places, signal: AbortSignal): Promise<unknown[]> {
    const place = await this.lanes[lane].enter(signal);
    let released: Promise<void> | undefined;
    try {
      const client = await this.connections.connect(signal);
      const ending = AbortSignal.any([signal, place.displaced]);
      const query = client.query<object>(statement.sql, [...statement.parameters]);
      try {
        const { rows } = await unlessAborted(ending, query);
        client.release();
        return rows;
      } catch (error) {
        if (ending.aborted) {
          released = this.cancel(client, query);
        } else {
          client.release(isLostConnection(error));
        }
        throw error;
      }
    } finally {
      if (released) {
        void released.finally(place.leave);
      } else {
        place.leave();
      }
    }
  }

  /** Ends a statement on the server, and its connection with it. */
  private async cancel(client: PoolClient, query: Promise<unknown>): Promise<void> {
    const ended = query.then(
      () => undefined,
      () => undefined,
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, cancelGrace);
    });
    await Promise.race([Promise.all([cancelStatement(client, this.options), ended]), late]);
    clearTimeout(timer);
    client.release(true);
  }
}
