import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

import { expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { subgraphs } from '../../subgraphs/index.js';

const folders = ['platform', 'vocabulary', 'subgraphs', 'gateway', 'scripts', 'bench'];
const lists = ['subgraphs/index.ts', 'subgraphs/main.ts'];

/** The files of ours that a file imports, from the root. */
function imports(file: string): string[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  return Array.from(text.matchAll(/(?:from|import) '(\.[^']+)'|import\('(\.[^']+)'\)/g), ([, one, other]) =>
    normalize(join(dirname(file), one ?? other ?? ''))
      .replaceAll(sep, '/')
      .replace(/\.js$/, '.ts'),
  );
}

/** What files of a part may import, by the beginnings of their paths. */
function allowed(file: string): readonly string[] {
  const subgraph = subgraphs.find(({ name }) => file.startsWith(`subgraphs/${name}/`));
  if (file.startsWith('platform/')) {
    return ['platform/'];
  }
  if (file.startsWith('vocabulary/')) {
    return ['vocabulary/', 'platform/'];
  }
  if (subgraph) {
    return [`subgraphs/${subgraph.name}/`, 'vocabulary/', 'platform/'];
  }
  if (lists.includes(file)) {
    return [...lists, ...subgraphs.map(({ name }) => `subgraphs/${name}/subgraph.ts`), 'platform/'];
  }
  if (file.startsWith('gateway/')) {
    const more = file.startsWith('gateway/pages/start/') ? ['documents/pages/', 'schema/labels.json'] : [];
    return ['gateway/', 'platform/', ...(file === 'gateway/embedded.ts' ? ['subgraphs/index.ts'] : more)];
  }
  return ['scripts/', 'bench/', 'subgraphs/index.ts', 'gateway/', 'platform/'];
}

const files = globSync(`{${folders.join(',')}}/**/*.ts`, { cwd: projectRoot })
  .map((file) => file.replaceAll(sep, '/'))
  .sort();

test('each part imports what it may, and nothing else of ours', () => {
  const forbidden = files.flatMap((file) =>
    imports(file)
      .filter((target) => !allowed(file).some((start) => target.startsWith(start)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(files.length).toBeGreaterThan(80);
  expect(forbidden).toEqual([]);
});

test('the environment is read in one file', () => {
  const readers = files.filter((file) =>
    /process\.env(?!\['APOLLO_TELEMETRY_DISABLED'\])/.test(readFileSync(join(projectRoot, file), 'utf8')),
  );
  expect(readers).toEqual(['platform/config.ts']);
});
