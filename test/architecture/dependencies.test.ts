import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(projectRoot, file), 'utf8'));
const lockedIn = (file: string): [string, LockedPackage][] =>
  Object.entries((read(file) as { packages: Record<string, LockedPackage> }).packages).filter(([path]) => path !== '');

const installed = lockedIn('package-lock.json');

/** What ours is measured against: on machines of developers alone, and in nothing that we run or give away. */
const peers = lockedIn('test/peers/package-lock.json');

/** The PostgreSQL of the tests. NOTICE names what is in its packages. */
const postgres = lockedIn('test/postgres/package-lock.json');

/** The licences that what we run on may have. CONTRIBUTING says how one is added. */
const licences = new Set([
  '(MIT AND BSD-3-Clause)',
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'Elastic-2.0',
  'ISC',
  'MIT',
  'MIT AND Apache-2.0',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
]);

/** Those that peers may have beside them. */
const licencesOfPeers = new Set([...licences, '(MPL-2.0 OR Apache-2.0)', 'BSD License']);

/** Peers that name no licence where npm looks for it; the files in them say MIT. */
const mitByTheirFiles = ['bufrw', 'error', 'exit', 'hexer', 'limiter', 'process', 'string-template', 'thriftrw'];

/** The packages under the Elastic License 2.0, which NOTICE speaks of. */
const elastic = [
  '@apollo/composition',
  '@apollo/federation-internals',
  '@apollo/gateway',
  '@apollo/query-graphs',
  '@apollo/query-planner',
];

describe('dependencies', () => {
  test('have licences that we know', () => {
    const others = installed.filter(([, { license }]) => license === undefined || !licences.has(license));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  test('have licences that we know, those of the peers too', () => {
    const others = peers.filter(([, { license }]) => license === undefined || !licencesOfPeers.has(license));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual(
      mitByTheirFiles.map((name) => `node_modules/${name}: undefined`),
    );
  });

  test('of PostgreSQL are of one licence and of the version that docker-compose.yml names', () => {
    expect(new Set(postgres.map(([, { license }]) => license))).toEqual(new Set(['MIT']));
    const [, version] =
      /image: postgres:([\d.]+)/.exec(readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8')) ?? [];
    expect(new Set(postgres.map(([, locked]) => locked.version?.replace(/\.0-.*/, '')))).toEqual(new Set([version]));
  });

  test('are under the Elastic License where NOTICE says so, and nowhere else', () => {
    const found = installed
      .filter(([, { license }]) => license === 'Elastic-2.0')
      .map(([path]) => path.replace('node_modules/', ''));
    const notice = readFileSync(join(projectRoot, 'NOTICE'), 'utf8');
    expect(found.sort()).toEqual(elastic);
    expect(elastic.filter((name) => !notice.includes(name))).toEqual([]);
  });

  test.each(['package.json', 'test/peers/package.json', 'test/postgres/package.json'])(
    'of %s are pinned to one version each',
    (file) => {
      const { dependencies, devDependencies, optionalDependencies } = read(file) as Record<
        string,
        Record<string, string>
      >;
      const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
      expect(Object.keys(all)).not.toEqual([]);
      expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    },
  );

  test.each(['@apollo/federation-internals', '@apollo/query-planner', 'graphql', '@mikro-orm/core', 'kysely'])(
    '%s is there once: two copies plan or read wrongly',
    (name) => {
      const copies = installed.filter(([path]) => path.endsWith(`node_modules/${name}`));
      expect(copies.map(([path]) => path)).toEqual([`node_modules/${name}`]);
    },
  );
});
