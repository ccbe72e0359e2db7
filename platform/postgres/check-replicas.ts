import type { DatabaseTarget } from '../database.js';
import { UserError } from '../errors.js';
import { clientOptions } from './client-options.js';
import { addressOf, parseConnectionUrl } from './connection-url.js';

/** Milliseconds that two clocks may be apart. */
const clockTolerance = 1_000;

/** A server and its database. */
interface Identity {
  readonly problem: null;
  readonly standby: boolean;
  /** Equal for a primary and its standbys alone. */
  readonly database: string;
  /** Milliseconds that its clock is before ours. */
  readonly ahead: number;
}

/** Why a server does not tell. */
interface Unknown {
  readonly problem: string;
}

const statement = `select pg_is_in_recovery() as standby, extract(epoch from clock_timestamp()) * 1000 as clock,
  (select system_identifier from pg_control_system()) || '/' ||
  (select oid from pg_database where datname = current_database()) as database`;

/**
 * What is wrong with the replicas of a database, a message each: none of it makes an answer wrong. Throws a `UserError`
 * for one of another database. Without replicas it connects to nothing.
 */
export async function replicaProblems(target: DatabaseTarget): Promise<readonly string[]> {
  if (target.engine === 'sqlite' || !target.replicas) {
    return [];
  }
  const [primary, ...replicas] = await Promise.all([target.url, ...target.replicas].map(identify));
  return replicas.flatMap((replica, place) => problemsOf(addressOf(target.replicas?.[place] ?? ''), replica, primary));
}

function problemsOf(address: string, replica: Identity | Unknown, primary: Identity | Unknown | undefined): string[] {
  if (replica.problem !== null) {
    return [`The replica ${address} does not answer (${replica.problem}). It is used when it does.`];
  }
  if (primary?.problem !== null) {
    return [];
  }
  if (replica.database !== primary.database) {
    throw new UserError(
      `REPLICA_URLS: ${address} has another database than DATABASE_URL, not a copy of it. Name a standby that follows it by streaming replication.`,
    );
  }
  const apart = Math.round(replica.ahead - primary.ahead);
  return [
    ...(replica.standby
      ? []
      : [`REPLICA_URLS: ${address} is the primary, not a replica. It is used when it is a standby.`]),
    ...(Math.abs(apart) > clockTolerance
      ? [
          `The clock of the replica ${address} is ${Math.abs(apart) / 1000} seconds ${apart > 0 ? 'ahead of' : 'behind'} that of DATABASE_URL. Answers do not depend on it; logs, and the lag that PostgreSQL reports, do: set both by NTP.`,
        ]
      : []),
  ];
}

async function identify(url: string): Promise<Identity | Unknown> {
  try {
    const { default: pg } = await import('pg');
    const client = new pg.Client(await clientOptions(parseConnectionUrl(url)));
    client.on('error', () => undefined);
    try {
      await client.connect();
      const sent = Date.now();
      const { rows } = await client.query<{ standby: boolean; clock: string; database: string }>(statement);
      const ours = (sent + Date.now()) / 2;
      const { standby, clock, database } = rows[0] ?? { standby: false, clock: '', database: '' };
      return { problem: null, standby, database, ahead: Number(clock) - ours };
    } finally {
      await client.end();
    }
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
