import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { buildSchema, isExecutableDefinitionNode, Kind, parse, validate } from 'graphql';

import { projectRoot } from '../../platform/config.js';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

test('each operation and each fragment of documents/ has a name of its own, so that types can be made of them', () => {
  const definitions = globSync('documents/**/*.graphql', { cwd: projectRoot }).flatMap((file) =>
    parse(read(file))
      .definitions.filter(isExecutableDefinitionNode)
      .map(({ name }) => ({ file, name: name?.value })),
  );
  const names = definitions.map(({ name }) => name);
  const faults = definitions.filter(({ name }, place) => name === undefined || names.indexOf(name) < place);
  expect(faults).toEqual([]);
});

test('a variable for the language has a default, so that each named query can be asked without it', () => {
  const required = globSync('documents/**/*.graphql', { cwd: projectRoot }).filter((file) =>
    parse(read(file)).definitions.some(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        definition.variableDefinitions?.some(
          ({ variable, defaultValue }) => variable.name.value === 'language' && !defaultValue,
        ),
    ),
  );
  expect(required).toEqual([]);
});

test('the queries of docs/frontend.md are queries of the API', () => {
  const queries = Array.from(read('docs/frontend.md').matchAll(/graphql\(`([^`]*)`/g), ([, text]) => text ?? '');
  expect(queries.length).toBeGreaterThan(2);
  expect(validate(buildSchema(read('schema/api.graphql')), parse(queries.join('\n')))).toEqual([]);
});
