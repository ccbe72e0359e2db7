import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';

import { normaliseOperation, type NormalisedOperation } from '../../../gateway/plans/normalised-operation.js';

const schema = buildSchema(`
  scalar Date
  enum Kind { FISCAL SOCIAL }
  input Range { gte: Float lte: Float }
  input Filter { kind: Kind kinds: [Kind!] value: Range on: Date id: ID and: [Filter!] }
  interface Reported { id: ID! }
  type Sale implements Reported { id: ID! price: Int }
  type Fund implements Reported { id: ID! label(language: Kind = FISCAL, on: Date): String value(scale: Float! = 1): Float }
  type Query {
    fund(id: ID!): Fund
    reported: Reported
    funds(first: Int! = 50, filter: Filter, ids: [ID!]): [Fund!]
  }
`);

function normalise(query: string, operationName?: string): NormalisedOperation {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    throw new Error('The document has no such operation.');
  }
  return normaliseOperation(schema, document, operation);
}

/** The text and the variables of an operation. */
function normalised(query: string, given?: Record<string, unknown>, operationName?: string): unknown[] {
  const { text, variables } = normalise(query, operationName);
  return [text, variables(given)];
}

describe('a normalised operation', () => {
  test('has variables in place of literals, of the types of the arguments', () => {
    expect(normalised('query A { fund(id: 5) { label(language: SOCIAL) } }')).toEqual([
      'query ($v0: ID!, $v1: Kind) {\n  __a0: fund(id: $v0) {\n    __a1: label(language: $v1)\n  }\n}',
      { v0: '5', v1: 'SOCIAL' },
    ]);
  });

  test('has the variables of the client by the order of their use, without their defaults', () => {
    const query = 'query ($n: Int! = 3, $id: ID!) { fund(id: $id) { id } funds(first: $n) { id } }';
    const text =
      'query ($v0: ID!, $v1: Int!) {\n  __a0: fund(id: $v0) {\n    id\n  }\n  __a1: funds(first: $v1) {\n    id\n  }\n}';
    expect(normalised(query, { id: 'a' })).toEqual([text, { v0: 'a', v1: 3 }]);
    expect(normalised(query, { id: 'a', n: 4, other: 5 })).toEqual([text, { v0: 'a', v1: 4 }]);
  });

  test('distinguishes a null that is given from a variable that is absent', () => {
    const query = 'query ($f: Filter = {kind: FISCAL}, $on: Date) { funds(filter: $f) { label(on: $on) } }';
    expect(normalise(query).variables({})).toEqual({ v0: { kind: 'FISCAL' } });
    expect(normalise(query).variables({ f: null, on: null })).toEqual({ v0: null, v1: null });
    expect(normalise(query).variables({ f: undefined })).toEqual({ v0: { kind: 'FISCAL' } });
  });

  test('keeps a default that makes a variable valid where null is refused', () => {
    const query = 'query ($n: Int = 3) { funds(first: $n) { id } }';
    expect(normalised(query)).toEqual(['query ($v0: Int = 3) {\n  __a0: funds(first: $v0) {\n    id\n  }\n}', {}]);
    expect(normalise(query).variables({ n: null })).toEqual({ v0: null });
  });

  test('makes variables of the literals around a variable', () => {
    const query = 'query ($k: Kind!) { funds(filter: {kinds: [SOCIAL, $k], value: {gte: 1.5, lte: null}}) { id } }';
    expect(normalised(query, { k: 'FISCAL' })).toEqual([
      'query ($v0: Kind!, $v1: Kind!, $v2: Range) {\n  __a0: funds(filter: {kinds: [$v0, $v1], value: $v2}) {\n    id\n  }\n}',
      { v0: 'SOCIAL', v1: 'FISCAL', v2: { gte: 1.5, lte: null } },
    ]);
  });

  test.each([
    ['a list of one', 'ids: "a"', 'a'],
    ['a list', 'ids: ["a", 7]', ['a', '7']],
    ['null', 'ids: null', null],
    ['a long ID', 'ids: [123456789012345678901234567890]', ['123456789012345678901234567890']],
    ['a block string', 'ids: """\n  a\n    "b"\n  """', 'a\n  "b"'],
    ['a day', 'filter: {on: "2019-01-01"}', { on: '2019-01-01' }],
    ['a number', 'filter: {value: {gte: 1e13, lte: 9007199254740993}}', { value: { gte: 1e13, lte: 2 ** 53 } }],
    ['a nested list', 'filter: {and: {kinds: SOCIAL}}', { and: { kinds: 'SOCIAL' } }],
  ])('has %s as JSON', (_name, argument, value) => {
    expect(normalise(`{ funds(${argument}) { id } }`).variables({})).toEqual({ v0: value });
  });

  test.each([
    ['a day that is a number', 'filter: {on: 2019, id: 1}', '{on: 2019, id: $v0}'],
    ['a number past all JSON numbers', 'filter: {value: {gte: 1e400}}', '{value: {gte: 1e400}}'],
    ['a zero with a sign', 'filter: {value: {gte: -0.0, lte: 1}}', '{value: {gte: -0.0, lte: $v0}}'],
  ])('keeps %s, which a variable cannot replace', (_name, argument, text) => {
    expect(normalise(`{ funds(${argument}) { id } }`).text).toContain(`filter: ${text})`);
  });

  test('keeps literals of directives', () => {
    const query = '{ a: funds @skip(if: true) { id @include(if: false) } }';
    expect(normalised(query)).toEqual([
      '{\n  __a0: funds @skip(if: true) {\n    id @include(if: false)\n    __unasked: __typename\n  }\n}',
      {},
    ]);
  });

  test('has internal aliases for fields with aliases or arguments, the same for fields that are merged', () => {
    const query = `{ a: fund(id: 1) { id: label value: id label ...F } a: fund(id: 1) { id: label } funds { id: id label } }
      fragment F on Fund { id: label label: label }`;
    expect(normalise(query).text).toBe(`query ($v0: ID!) {
  __a0: fund(id: $v0) {
    __a1: label
    __a2: id
    __a3: label
    ...F0
  }
  __a0: fund(id: $v0) {
    __a1: label
  }
  __a4: funds {
    id
    __a3: label
  }
}

fragment F0 on Fund {
  __a1: label
  __a3: label
}`);
  });

  test('shares its plan, but not its answers, with operations that differ in aliases', () => {
    const [one, other, same] = ['a', 'b', 'a'].map((alias) => normalise(`{ ${alias}: fund(id: 1) { c: id } }`));
    expect(other?.planHash).toBe(one?.planHash);
    expect(other?.hash).not.toBe(one?.hash);
    expect(same?.hash).toBe(one?.hash);
  });

  test('has no conditions on types of an object that is known', () => {
    const query = `{ fund(id: 1) { ...F ... on Reported { ... on Fund { id } ... on Sale { id } } } reported { ...F } }
      fragment F on Reported { id ... on Fund { value } ... on Sale { price } }`;
    expect(normalise(query).text).toBe(`query ($v0: ID!) {
  __a0: fund(id: $v0) {
    ...F0
    ... {
      ... {
        id
      }
    }
  }
  reported {
    ...F1
  }
}

fragment F0 on Fund {
  id
  ... {
    __a1: value
  }
}

fragment F1 on Reported {
  id
  ... on Fund {
    __a1: value
  }
  ... on Sale {
    price
  }
}`);
    expect(normalise('{ fund(id: 1) { ... on Reported { ... on Sale { id } } } }').text).toContain(
      '... {\n      __unasked: __typename\n    }',
    );
  });

  test('has one variable for fields that are merged in the answer', () => {
    const query = `{ fund(id: 1) { ...F value(scale: 2) } fund(id: 1) { value: value(scale: 2) } }
      fragment F on Fund { value(scale: 2) }`;
    expect(normalise(query).variables({})).toEqual({ v0: '1', v1: 2 });
    const filters = '{ funds(filter: {id: 1, kind: SOCIAL}) { id } funds(filter: {kind: SOCIAL, id: 1}) { value } }';
    expect(normalise(filters).variables({})).toEqual({ v0: { id: '1', kind: 'SOCIAL' } });
  });

  test('is the same for documents that differ in layout, order of fragments and names', () => {
    const one = `query One($a: ID!, $unasked: Kind) { fund(id: $a) { ...F ...G } }
      fragment F on Fund { label(language: $unasked) } fragment G on Fund { value(scale: 1.5) }`;
    const other = `# Another one.
      fragment G on Fund { value(scale: 2) }
      query Other { funds { id } }
      query Two($x: ID!, $y: Kind = SOCIAL) { fund(id: $x), { ...F, ...G } }
      fragment F on Fund { label(language: $y) }
      query Three { fund(id: 1) { ...G } }`;
    expect(normalise(other, 'Two').text).toBe(normalise(one).text);
    expect(normalise(other, 'Two').hash).toBe(normalise(one).hash);
    expect(normalise(other, 'Two').variables({ x: 'a' })).toEqual({ v0: 'a', v1: 'SOCIAL', v2: 2 });
  });

  test('takes a variable of any name', () => {
    const { variables } = normalise('query ($__proto__: ID!) { fund(id: $__proto__) { id } }');
    expect(variables(JSON.parse('{"__proto__": "a"}') as Record<string, unknown>)).toEqual({ v0: 'a' });
    expect(variables({})).toEqual({});
  });
});
