import type { PoolClient, PoolConfig } from 'pg';

import { unlessAborted } from '../deadline.js';
import { WrongServerError } from './failures.js';
import { openPool, type OpenPool } from './pool.js';

/** What the address of connections leads to: the server that is written to, or a standby that follows it. */
export type Role = 'primary' | 'replica';

interface ServerState {
  readonly standby: boolean;
  /** When it was started. A server that was restarted, and another one, differ. */
  readonly started: string;
}

const state = 'select pg_is_in_recovery() as standby, pg_postmaster_start_time()::text as started';

/** A pool of connections whose new ones are asked for their server, and how often they were lost. */
export class Connections {
  private readonly startOf = new WeakMap<PoolClient, string>();
  private current: string | null = null;
  private hasSeenPrimary = false;
  private loss = 0;

  private constructor(
    private readonly pool: OpenPool,
    private readonly role: Role,
  ) {}

  static async open(options: PoolConfig, role: Role): Promise<Connections> {
    return new Connections(await openPool(options), role);
  }

  /** How often they were lost so far. After a loss the server may be another one, or an earlier state of it. */
  get losses(): number {
    return this.loss;
  }

  noteLoss(): void {
    this.loss += 1;
  }

  /**
   * A connection, to be released. Throws `WrongServerError` where it leads to a standby and earlier ones led to the
   * primary; of a replica, where it leads to the primary, or to another server than the last new one.
   */
  async connect(signal: AbortSignal): Promise<PoolClient> {
    const connecting = this.pool.connect();
    const client = await unlessAborted(signal, connecting).catch((error: unknown) => {
      connecting.then(
        (late) => {
          late.release();
        },
        () => undefined,
      );
      throw error;
    });
    try {
      await this.check(client, signal);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private async check(client: PoolClient, signal: AbortSignal): Promise<void> {
    if (!this.startOf.has(client)) {
      const { rows } = await unlessAborted(signal, client.query<ServerState>(state));
      const [{ standby, started } = { standby: true, started: '' }] = rows;
      this.checkRole(standby);
      this.startOf.set(client, started);
      if (this.current !== null && this.current !== started) {
        // A standby that was restarted may show what it showed before it had replayed as much as earlier.
        this.loss += 1;
      }
      this.current = started;
    }
    if (this.role === 'replica' && this.startOf.get(client) !== this.current) {
      throw new WrongServerError('The address of a replica leads to several servers, or it was restarted.');
    }
  }

  private checkRole(standby: boolean): void {
    if (this.role === 'replica' && !standby) {
      throw new WrongServerError('The address of a replica leads to the primary.');
    }
    if (this.role === 'primary' && standby && this.hasSeenPrimary) {
      throw new WrongServerError('The address leads to a standby, and led to the primary before.');
    }
    this.hasSeenPrimary ||= !standby;
  }
}
