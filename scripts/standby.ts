import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { freePort } from './free-port.js';
import type { ThrowawayPostgres } from './postgres.js';

/** A PostgreSQL server that was begun as a standby. */
export interface StandbyServer {
  readonly port: number;
  readonly data: string;
  /** Ends it at once, as a crash would. */
  readonly crash: () => Promise<void>;
  /** Starts it again. */
  readonly restart: () => Promise<void>;
  /** Hangs all its processes. */
  readonly hang: () => void;
  readonly goOn: () => void;
  readonly promote: () => Promise<void>;
  /** Runs a statement as its superuser. */
  readonly query: (statement: string) => Promise<unknown>;
  readonly remove: () => Promise<void>;
}

/** A server that follows another: a copy of its files, made while it runs. */
export async function startStandby(
  postgres: ThrowawayPostgres,
  primary: Pick<StandbyServer, 'data' | 'port'>,
): Promise<StandbyServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-standby-'));
  const { uid, gid } = statSync(primary.data);
  const data = join(folder, 'data');
  const label = await whileBackedUp(primary.port, () => {
    execFileSync('cp', ['-a', primary.data, data]);
  });
  rmSync(join(data, 'postmaster.pid'), { force: true });
  for (const [file, text] of [
    ['backup_label', label],
    ['standby.signal', ''],
  ] as const) {
    writeFileSync(join(data, file), text);
    chownSync(join(data, file), uid, gid);
  }
  chownSync(folder, uid, gid);
  appendFileSync(
    join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=jiedui'\n`,
  );
  return startServer(postgres, data, await freePort(), folder);
}

/** Starts a server on a data directory. */
async function startServer(
  postgres: ThrowawayPostgres,
  data: string,
  port: number,
  folder: string,
): Promise<StandbyServer> {
  let server: ChildProcess = await postgres.serve(data, port);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    }
  };
  return {
    port,
    data,
    crash: () => end('SIGQUIT'),
    restart: async () => {
      server = await postgres.serve(data, port);
    },
    hang: () => {
      signalAll(server.pid, 'SIGSTOP');
    },
    goOn: () => {
      signalAll(server.pid, 'SIGCONT');
    },
    promote: () => query(port, 'select pg_promote(true, 30)').then(() => undefined),
    query: (statement) => query(port, statement),
    remove: async () => {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends a signal to a server and all its processes. */
function signalAll(pid: number | undefined, signal: NodeJS.Signals): void {
  const children = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const each of [String(pid), ...children]) {
    process.kill(Number(each), signal);
  }
}

/** Runs `copy` while the files of a server may be copied; gives the label that the copy needs. */
async function whileBackedUp(port: number, copy: () => void): Promise<string> {
  const client = await connectTo(port);
  await client.query(`select pg_backup_start('standby', true)`);
  copy();
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await client.end();
  return rows[0]?.labelfile ?? '';
}

async function query(port: number, statement: string): Promise<unknown> {
  const client = await connectTo(port);
  const { rows } = await client.query<object>(statement);
  await client.end();
  return rows;
}

async function connectTo(port: number): Promise<pg.Client> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'jiedui', database: 'postgres' });
  await client.connect();
  return client;
}
