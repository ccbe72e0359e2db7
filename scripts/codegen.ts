import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { parse } from 'graphql';

import { runCommand } from '../platform/command.js';

const help = `npm run codegen
  Writes TypeScript types from schema/api.graphql and compiles what uses them: those of all queries in documents/ to
  test/frontend/generated/, those of the pages' queries in documents/pages/ to gateway/pages/generated/.`;

type Preset = Parameters<typeof preset.buildGeneratesSection>[0];

interface Target {
  readonly folder: string;
  readonly documents: string;
  readonly config: Preset['config'];
  readonly presetConfig: Preset['presetConfig'];
}

const targets: readonly Target[] = [
  {
    folder: 'test/frontend/generated/',
    documents: 'documents/**/*.graphql',
    config: {},
    presetConfig: { fragmentMasking: { unmaskFunctionName: 'getFragmentData' } },
  },
  {
    folder: 'gateway/pages/generated/',
    documents: 'documents/pages/*.graphql',
    config: { immutableTypes: true },
    presetConfig: { fragmentMasking: false },
  },
];

runCommand(help, async () => {
  const schema = parse(readFileSync('schema/api.graphql', 'utf8'));
  for (const { folder, documents: pattern, config, presetConfig } of targets) {
    const documents = globSync(pattern)
      .sort()
      .map((location) => {
        const rawSDL = readFileSync(location, 'utf8');
        return { location, rawSDL, document: parse(rawSDL) };
      });
    const files = await preset.buildGeneratesSection({
      baseOutputDir: folder,
      schema,
      documents,
      config: { scalars: { Date: 'string' }, useTypeImports: true, ...config },
      presetConfig,
      plugins: [],
      pluginMap: {},
    });
    rmSync(folder, { recursive: true, force: true });
    for (const file of files) {
      mkdirSync(dirname(file.filename), { recursive: true });
      writeFileSync(file.filename, await codegen(file));
    }
    console.log(`Wrote the types of ${documents.length} documents to ${folder}.`);
  }
});
