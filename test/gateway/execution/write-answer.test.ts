import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, type FragmentDefinitionNode } from 'graphql';

import { AnswerFields } from '../../../gateway/execution/answer-fields.js';
import { writeAnswer, type WrittenAnswer } from '../../../gateway/execution/write-answer.js';
import { costModel } from '../../../gateway/limits/cost-model.js';
import { costTree } from '../../../gateway/limits/cost-tree.js';

const types = `
  type Query {
    regions: Regions!
    region: Region
    must: Region!
    all: [[Region!]!]!
    some: [Region!]
    any: [Region]
    named: Named
    level: Level
    dear: Int @cost(weight: 5)
    scalars: Scalars
  }
  type Regions { nodes: [Region!]! }
  interface Named { name: String! }
  type Region implements Named @cost(weight: 2) { name: String! aliases: [String!] parts: [Region!] of: Region }
  type Org implements Named { name: String! level: Level }
  enum Level { COUNTY CITY }
  type Scalars { int: Int float: Float id: ID yes: Boolean any: Any text: String }
  scalar Any
`;
const schema = buildSchema(`directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT\n${types}`);
const model = costModel(types);

function write(query: string, data: object, names: Readonly<Record<string, string | null>> = {}): WrittenAnswer {
  const document = parse(query);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const root = schema.getQueryType();
  if (!operation || !root) {
    throw new Error('There is no operation.');
  }
  const selected = { schema, fragments, names: new Map(Object.entries(names)), conditions: { yes: true, no: false } };
  const costs = costTree(document, operation, {}, model);
  const fields = new AnswerFields(selected, root, [operation.selectionSet], costs);
  return writeAnswer(schema, fields, data as Record<string, unknown>);
}

const textOf = (query: string, data: object, names?: Readonly<Record<string, string | null>>): string | null =>
  write(query, data, names).text;

const xihu = { name: 'Xihu' };

describe('an answer', () => {
  test.each<[string, object, string]>([
    ['{ region { name } }', { region: { __typename: 'Region', id: 1, name: 'Xihu' } }, '{"region":{"name":"Xihu"}}'],
    ['{ level dear }', { dear: 5, level: 'CITY' }, '{"level":"CITY","dear":5}'],
    ['{ level region { name } }', {}, '{"level":null,"region":null}'],
    ['{ all { name } }', { all: [[xihu, xihu], []] }, '{"all":[[{"name":"Xihu"},{"name":"Xihu"}],[]]}'],
    [
      '{ __typename named { __typename } }',
      { named: { __typename: 'Org' } },
      '{"__typename":"Query","named":{"__typename":"Org"}}',
    ],
    [
      '{ named { ... on Org { level } name ... on Region { of { name } } } }',
      { named: { __typename: 'Org', name: 'Red Cross', level: 'CITY' } },
      '{"named":{"level":"CITY","name":"Red Cross"}}',
    ],
    [
      '{ region { ...A of { aliases } } } fragment A on Region { of { name } name }',
      { region: { name: 'Xihu', of: { name: 'Hangzhou', aliases: ['杭州'] } } },
      '{"region":{"of":{"name":"Hangzhou","aliases":["杭州"]},"name":"Xihu"}}',
    ],
    [
      '{ region { ... on Named { ... on Region { aliases } ... on Org { level } } } }',
      { region: { aliases: ['西湖'] } },
      '{"region":{"aliases":["西湖"]}}',
    ],
    ['{ level @skip(if: $yes) dear @include(if: $yes) }', { dear: 1, level: 'CITY' }, '{"dear":1}'],
    [
      '{ ... on Query @include(if: $yes) { level dear } ... on Query { dear } ...D } fragment D on Query { any { name } level }',
      { dear: 1, level: 'CITY', any: [] },
      '{"level":"CITY","dear":1,"any":[]}',
    ],
    ['{ region { name } ... @include(if: $no) { dear } }', { region: null, dear: 1 }, '{"region":null}'],
    [
      '{ scalars { int float id yes any text } }',
      { scalars: { int: 1, float: 1.5e300, id: 7, yes: false, any: { a: ['x', null] }, text: '"\\\n\u2028😀' } },
      '{"scalars":{"int":1,"float":1.5e+300,"id":7,"yes":false,"any":{"a":["x",null]},"text":"\\"\\\\\\n\u2028😀"}}',
    ],
  ])('has what %s asks for, in its order', (query, data, text) => {
    expect(write(query, data)).toMatchObject({ text, invalid: [] });
  });

  test('has the client’s names, and not what it has not asked for', () => {
    const data = { __a0: { __a1: 'x', __unasked: 'Region' }, constructor: 1 };
    expect(
      textOf('{ __a0: region { __a1: name __unasked: __typename } }', data, {
        __a0: '__proto__',
        __a1: 'toString',
        __unasked: null,
      }),
    ).toBe('{"__proto__":{"toString":"x"}}');
  });

  test('does not take what every object has for a field', () => {
    expect(textOf('{ constructor: dear toString: level }', {})).toBe('{"constructor":null,"toString":null}');
  });
});

describe('a null goes up to where one may be', () => {
  test.each<[string, object, string | null, (string | number)[][]]>([
    ['{ region { name } }', { region: {} }, '{"region":null}', [['region', 'name']]],
    ['{ must { name } }', { must: { name: null } }, null, [['must', 'name']]],
    ['{ must { name } }', {}, null, [['must']]],
    [
      '{ some { name } }',
      { some: [xihu, null, {}] },
      '{"some":null}',
      [
        ['some', 1],
        ['some', 2, 'name'],
      ],
    ],
    ['{ any { name } }', { any: [xihu, null, {}] }, '{"any":[{"name":"Xihu"},null,null]}', [['any', 2, 'name']]],
    ['{ all { name } }', { all: [[xihu], null] }, null, [['all', 1]]],
    ['{ level dear }', { level: 'TOWN', dear: '5' }, '{"level":null,"dear":null}', [['level'], ['dear']]],
    ['{ region { name } }', { region: 'Xihu' }, '{"region":null}', [['region']]],
    ['{ some { name } }', { some: xihu }, '{"some":null}', [['some']]],
    ['{ named { name } }', { named: { __typename: 'Secret', name: 'x' } }, '{"named":null}', [['named']]],
    ['{ named { __typename } }', { named: {} }, '{"named":null}', [['named']]],
    [
      '{ scalars { int id } }',
      { scalars: { int: 1.5, id: true } },
      '{"scalars":{"int":null,"id":null}}',
      [
        ['scalars', 'int'],
        ['scalars', 'id'],
      ],
    ],
  ])('%s of %j', (query, data, text, paths) => {
    const written = write(query, data);
    expect([written.text, written.invalid.map(({ path }) => path)]).toEqual([text, paths]);
  });
});

describe('a cost', () => {
  test.each<[string, object, number]>([
    [
      '{ regions { nodes { name parts { name } } } }',
      { regions: { nodes: [{ name: 'a', parts: [xihu, xihu] }] } },
      1 + 2 + 1 + 2 * (2 + 1),
    ],
    ['{ all { name } }', { all: [[xihu, xihu], [xihu]] }, 3 * (2 + 1)],
    ['{ x: dear dear }', { x: 1, dear: null }, 5],
    ['{ region { aliases } }', { region: { aliases: ['a', 'b'] } }, 2 + 2],
    ['{ dear region { name of { name } } }', { dear: 1, region: { name: 'a', of: {} } }, 5 + 2 + 1],
    ['{ some { name } dear }', { some: [xihu, {}], dear: 1 }, 5],
    ['{ __typename }', {}, 1],
  ])('counts what the answer has: %s of %j', (query, data, cost) => {
    expect(write(query, data).cost).toBe(cost);
  });
});
