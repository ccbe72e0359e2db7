import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

import { freePort } from './free-port.js';

/** A PostgreSQL server that lives as long as the process that started it, with an empty database. */
export interface ThrowawayPostgres {
  readonly url: string;
  /** Its data directory. */
  readonly data: string;
  /** Starts another server of the same programs on a data directory, at a port of 127.0.0.1. */
  readonly serve: (data: string, port: number) => Promise<ChildProcess>;
  /** Makes a further empty database and gives its URL. */
  createDatabase(name: string): string;
  /** Ends the server at once, as a crash would. */
  crash(): Promise<void>;
  /** Ends the server in order; its files stay. */
  shutDown(): Promise<void>;
  /** Starts it again after a crash, with what was committed, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The folder with PostgreSQL's server programs (version 15 or later); null where this machine has none. */
export function findPostgres(path: string): string | null {
  const folders = [...path.split(delimiter), ...globSync('/usr/lib/postgresql/*/bin').sort().reverse()];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** Starts a server in a temporary folder. Its locale sorts text otherwise than by code point, as many servers do. */
export async function startPostgres(programs: string): Promise<ThrowawayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-postgres-'));
  const as = userThatMayRun();
  if (as.uid !== undefined && as.gid !== undefined) {
    chownSync(folder, as.uid, as.gid);
  }
  const data = join(folder, 'data');
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];
  const options: SpawnOptions = { ...as, cwd: folder, stdio: 'ignore' };
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'jiedui', '--auth=trust', '--no-sync', ...locale], options);

  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', max_connections: '200' };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const serve = async (from: string, at: number): Promise<ChildProcess> => {
    const begun = spawn(join(programs, 'postgres'), ['-D', from, '-p', String(at), ...args], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await isReady(begun);
    return begun;
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill(signal);
      await ended;
    }
  };
  let server = await serve(data, port);
  const stopNow = (): boolean => server.kill('SIGQUIT');
  process.once('exit', stopNow);

  const address = `postgres://jiedui@127.0.0.1:${port}`;
  return {
    url: `${address}/postgres`,
    data,
    serve,
    createDatabase: (name) => {
      execFileSync(join(programs, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'jiedui', name], options);
      return `${address}/${name}`;
    },
    crash: () => end('SIGQUIT'),
    shutDown: () => end('SIGINT'),
    restart: async () => {
      server = await serve(data, port);
    },
    stop: async () => {
      process.off('exit', stopNow);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: root runs it as another user. */
function userThatMayRun(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) {
    return {};
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      const idOf = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.');
}

async function isReady(server: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (/ready to accept (read-only )?connections/.test(log)) {
        resolve();
      }
    });
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start:\n${log}`));
    });
  });
}
