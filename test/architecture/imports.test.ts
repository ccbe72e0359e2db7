import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

import { expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { subgraphs } from '../../subgraphs/index.js';
import { importCycles } from '../support/import-cycles.js';

const folders = ['platform', 'vocabulary', 'subgraphs', 'gateway', 'scripts', 'bench'];
const lists = ['subgraphs/index.ts', 'subgraphs/main.ts'];

/**
 * The folders of the gateway in layers. A folder may import itself and those of the layers before its own, not its
 * neighbours. The files at the root of `gateway/` may import all but the pages.
 */
const gatewayLayers = [
  ['request'],
  ['fetch', 'supergraph', 'limits', 'plans'],
  ['execution'],
  ['answers'],
  ['observability'],
  ['tables'],
  ['documents'],
  ['access'],
  ['imports'],
  ['http'],
  ['mcp'],
];

function filesIn(folder: string): string[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: projectRoot })
    .map((file) => file.replaceAll(sep, '/'))
    .sort();
}

/** The files of ours that a file imports, from the root. */
function imports(file: string): string[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  return Array.from(text.matchAll(/(?:from|import) '(\.[^']+)'|import\('(\.[^']+)'\)/g), ([, one, other]) => {
    const path = normalize(join(dirname(file), one ?? other ?? '')).replaceAll(sep, '/');
    const sources = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')];
    return sources.find((source) => existsSync(join(projectRoot, source))) ?? path;
  });
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
    return allowedInGateway(file);
  }
  const measured = file.startsWith('bench/') ? ['subgraphs/', 'vocabulary/'] : ['subgraphs/index.ts'];
  return ['scripts/', 'bench/', ...measured, 'gateway/', 'platform/'];
}

function allowedInGateway(file: string): readonly string[] {
  const [, folder = ''] = /^gateway\/([^/]+)\//.exec(file) ?? [];
  if (folder === 'pages') {
    const start = ['documents/pages/', 'schema/labels.json', 'platform/enum-label.ts', 'platform/figure-words.ts'];
    const more = file.startsWith('gateway/pages/start/') ? start : ['documents/pairing-page.'];
    return ['gateway/pages/', 'platform/page-names.ts', ...more];
  }
  if (folder === '') {
    const below = gatewayLayers.flat().map((each) => `gateway/${each}/`);
    const beside = globSync('gateway/*.ts', { cwd: projectRoot }).map((each) => each.replaceAll(sep, '/'));
    return [...beside, ...below, 'platform/', ...(file === 'gateway/embedded-graph.ts' ? ['subgraphs/index.ts'] : [])];
  }
  const layer = gatewayLayers.findIndex((each) => each.includes(folder));
  const below = gatewayLayers.slice(0, Math.max(0, layer)).flat();
  return [...[folder, ...below].map((each) => `gateway/${each}/`), 'platform/'];
}

const files = folders.flatMap(filesIn);

test('each part imports what it may, and nothing else of ours', () => {
  const forbidden = files
    .filter((file) => !file.endsWith('.tsx'))
    .flatMap((file) =>
      imports(file)
        .filter((target) => !allowed(file).some((start) => target.startsWith(start)))
        .map((target) => `${file} imports ${target}`),
    );
  expect(files.length).toBeGreaterThan(80);
  expect(forbidden).toEqual([]);
});

test('every folder of the gateway is in a layer', () => {
  const found = new Set(files.flatMap((file) => /^gateway\/([^/]+)\//.exec(file)?.[1] ?? []));
  expect([...found].sort()).toEqual([...gatewayLayers.flat(), 'pages'].sort());
});

test('no files import each other in a cycle', () => {
  const example = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['d', 'b']],
    ['d', ['d']],
  ]);
  expect(importCycles(example)).toEqual([['b', 'c'], ['d']]);

  const all = [...files, ...filesIn('test')];
  expect(importCycles(new Map(all.map((file) => [file, imports(file)])))).toEqual([]);
});

test('the environment is read in one file', () => {
  const readers = files.filter((file) =>
    /process\.env(?!\['APOLLO_TELEMETRY_DISABLED'\])/.test(readFileSync(join(projectRoot, file), 'utf8')),
  );
  expect(readers).toEqual(['platform/config.ts']);
});
