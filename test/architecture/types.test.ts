import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';

import { projectRoot } from '../../platform/config.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** The types that others are made into, by the ends of their names. */
const made = ['Connection', 'Edge', 'GroupKeys', 'GroupPage', 'Group', 'Row'] as const;
const types = parse(read('schema/api.graphql')).definitions.flatMap((definition) =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
);
const endOf = (type: string): (typeof made)[number] | undefined => made.find((end) => type.endsWith(end));
const page = read('docs/types.md');

test('docs/types.md says of each type that is not made of others why it is one', () => {
  const rows = Array.from(page.matchAll(/^\| (\w+) +\| (.*?) +\|$/gm), ([, type = '', why = '']) => ({ type, why }));
  const told = rows.filter(({ type }) => type !== 'type');
  expect(told.map(({ type }) => type).toSorted()).toEqual(types.filter((type) => !endOf(type)).toSorted());
  expect(told.filter(({ why }) => why === '')).toEqual([]);
});

test('docs/types.md counts the types as the API has them', () => {
  const numbers = Array.from(page.slice(0, page.indexOf('##')).matchAll(/\d+/g), ([number]) => Number(number));
  const of = (end: string | undefined): number => types.filter((type) => endOf(type) === end).length;
  expect(numbers).toEqual([
    of(undefined),
    of('Connection'),
    of('Edge'),
    of('Group'),
    of('GroupKeys'),
    of('GroupPage'),
    of('Row'),
  ]);
});
