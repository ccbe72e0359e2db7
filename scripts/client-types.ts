import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { parse } from 'graphql';

import { projectRoot } from '../platform/config.js';

type Preset = Parameters<typeof preset.buildGeneratesSection>[0];

/** Where types are written, and how they look. */
export interface TypesTarget {
  /** With a slash at its end. What it has is replaced. */
  readonly folder: string;
  readonly config: Preset['config'];
  readonly presetConfig: Preset['presetConfig'];
}

/** Writes the types of operations, each of which a file has, for a client of the API in schema/api.graphql. */
export async function writeClientTypes(
  { folder, config, presetConfig }: TypesTarget,
  operations: readonly { readonly location: string; readonly text: string }[],
): Promise<void> {
  const files = await preset.buildGeneratesSection({
    baseOutputDir: folder,
    schema: parse(readFileSync(join(projectRoot, 'schema/api.graphql'), 'utf8')),
    documents: operations.map(({ location, text }) => ({ location, rawSDL: text, document: parse(text) })),
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
}
