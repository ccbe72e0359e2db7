import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { parse } from 'graphql';

import { runCommand } from '../platform/command.js';

const help = `npm run codegen
  Writes TypeScript types of the queries in documents/ to test/frontend/generated/, from schema/api.graphql.`;

const folder = 'test/frontend/generated/';

runCommand(help, async () => {
  const documents = globSync('documents/**/*.graphql')
    .sort()
    .map((location) => {
      const rawSDL = readFileSync(location, 'utf8');
      return { location, rawSDL, document: parse(rawSDL) };
    });
  const files = await preset.buildGeneratesSection({
    baseOutputDir: folder,
    schema: parse(readFileSync('schema/api.graphql', 'utf8')),
    documents,
    config: { scalars: { Date: 'string' }, useTypeImports: true },
    presetConfig: { fragmentMasking: { unmaskFunctionName: 'getFragmentData' } },
    plugins: [],
    pluginMap: {},
  });
  rmSync(folder, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(file.filename), { recursive: true });
    writeFileSync(file.filename, await codegen(file));
  }
  console.log(`Wrote the types of ${documents.length} documents to ${folder}.`);
});
