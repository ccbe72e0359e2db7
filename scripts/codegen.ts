import { globSync, readFileSync } from 'node:fs';

import { runCommand } from '../platform/command.js';
import { writeClientTypes, type TypesTarget } from './client-types.js';

const help = `npm run codegen
  Writes TypeScript types from schema/api.graphql and compiles what uses them: those of all queries in documents/ to
  test/frontend/generated/, those of the pages' queries in documents/pages/ to gateway/pages/generated/.`;

interface Target extends TypesTarget {
  readonly documents: string;
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
  for (const target of targets) {
    const locations = globSync(target.documents).sort();
    await writeClientTypes(
      target,
      locations.map((location) => ({ location, text: readFileSync(location, 'utf8') })),
    );
    console.log(`Wrote the types of ${locations.length} documents to ${target.folder}.`);
  }
});
