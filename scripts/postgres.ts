import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import { freePort } from './free-port.js';
import { postgresPrograms } from './postgres-programs.js';

/** A PostgreSQL server that lives as long as the process that started it, with an empty database. */
export interface ThrowawayPostgres {
  readonly url: string;
  /** Its data directory. */
  readonly data: string;
  /** Starts another server of the same programs on a data directory, at a port of 127.0.0.1. */
  readonly serve: (data: string, port: number) => Promise<ChildProcess>;
  /** Ends the server at once, as a crash would. */
  crash(): Promise<void>;
  /** Ends the server in order; its files stay. */
  shutDown(): Promise<void>;
  /** Starts it again after a crash, with what was committed, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server in a temporary folder, of the programs in a folder; those of `test/postgres` are installed unless they
 * are there. Its locale sorts text otherwise than by code point, as many servers do.
 */
export async function startPostgres(programsIn: string = postgresPrograms()): Promise<ThrowawayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-postgres-'));
  const as = userThatMayRun();
  if (as) {
    chownSync(folder, as.uid, as.gid);
  }
  const programs = join(programsFor(programsIn, as, folder), 'bin');
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

  return {
    url: `postgres://jiedui@127.0.0.1:${port}/postgres`,
    data,
    serve,
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

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** The user to run it as: null for this one. PostgreSQL refuses to run as root. */
function userThatMayRun(): User | null {
  if (userInfo().uid !== 0) {
    return null;
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

/** The programs where a user may run them: a copy in `folder`, where the way to them is closed to that user. */
function programsFor(programs: string, user: User | null, folder: string): string {
  if (user === null) {
    return programs;
  }
  try {
    execFileSync(join(programs, 'bin/postgres'), ['--version'], { ...user, cwd: folder, stdio: 'ignore' });
    return programs;
  } catch {
    const copy = join(folder, 'programs');
    cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
    return copy;
  }
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
