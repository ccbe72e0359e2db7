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
const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

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
  'Elastic-2.0',
  'ISC',
  'MIT',
  'MIT AND Apache-2.0',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
]);

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

  test('are under the Elastic License where NOTICE says so, and nowhere else', () => {
    const found = installed
      .filter(([, { license }]) => license === 'Elastic-2.0')
      .map(([path]) => path.replace('node_modules/', ''));
    const notice = readFileSync(join(projectRoot, 'NOTICE'), 'utf8');
    expect(found.sort()).toEqual(elastic);
    expect(elastic.filter((name) => !notice.includes(name))).toEqual([]);
  });

  test('are pinned to one version each', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Record<
      string,
      Record<string, string>
    >;
    const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test.each(['@apollo/federation-internals', '@apollo/query-planner', 'graphql', '@mikro-orm/core', 'kysely'])(
    '%s is there once: two copies plan or read wrongly',
    (name) => {
      const copies = installed.filter(([path]) => path.endsWith(`node_modules/${name}`));
      expect(copies.map(([path]) => path)).toEqual([`node_modules/${name}`]);
    },
  );
});
