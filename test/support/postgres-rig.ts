import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { freePort } from '../../scripts/free-port.js';
import type { ThrowawayPostgres } from '../../scripts/postgres.js';

/** A PostgreSQL server of the rig. */
export interface RigServer {
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
  readonly remove: () => Promise<void>;
}

/** A server that follows another: a copy of its files, made while it runs. */
export async function startStandby(
  postgres: ThrowawayPostgres,
  primary: Pick<RigServer, 'data' | 'port'>,
): Promise<RigServer> {
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
): Promise<RigServer> {
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

/** One address that leads to one server after another. */
export interface StableAddress {
  readonly port: number;
  /** Leads new connections to another port, and ends the others. */
  readonly lead: (port: number) => void;
  readonly stop: () => void;
}

/** Starts a TCP proxy. */
export async function stableAddress(first: number): Promise<StableAddress> {
  let target = first;
  const sockets = new Set<Socket>();
  const endAll = (): void => {
    for (const socket of sockets) {
      socket.destroy();
    }
  };
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lead: (port) => {
      target = port;
      endAll();
    },
    stop: () => {
      server.close();
      endAll();
    },
  };
}
