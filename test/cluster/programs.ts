import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { readConfig } from '../../platform/config.js';
import { UserError } from '../../platform/errors.js';
import { systemPrograms } from '../../scripts/postgres-programs.js';

/** The packages of Debian that have the programs; deploy/cluster/Dockerfile installs the same. */
const packages = ['postgresql', 'patroni', 'python3-etcd', 'etcd-server', 'haproxy', 'redis-server'];

/** A program of the system. Throws a `UserError` that names the packages where it is missing. */
export function programOf(name: string): string {
  const folders = [...readConfig().searchPath.split(delimiter), '/usr/sbin'];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new UserError(`There is no ${name} here. On Debian: apt-get install ${packages.join(' ')}`);
  }
  return found;
}

/** The folder of the programs of the system's PostgreSQL. */
export const postgresFolder = (): string => join(systemPrograms(['initdb', 'postgres', 'pg_rewind']), 'bin');

/** The user that PostgreSQL and Patroni run as: null for this one, where it is not root. */
export function postgresUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
