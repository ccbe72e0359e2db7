import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { executorOver, type Subgraphs } from '../../support/composed.js';
import type { Executor } from '../../support/executor.js';

const amounts = { USD: 10, EUR: 20 };
const pairing = {
  __typename: 'Pairing',
  id: 'xihu-xuanen',
  period: { from: { year: 2018, month: 5 } },
  parties: [
    { __typename: 'Region', id: '330106', name: 'Xihu' },
    { __typename: 'Fund', id: 'f1', title: 'A fund' },
  ],
};
const funds = ['one', 'two', 'three'].map((donor, place) => ({ id: `f${place + 1}`, donor }));

/** Pairings, whose money is counted from what another subgraph has: fields with arguments, keys, and keys in objects. */
const subgraphs: Subgraphs = {
  pairings: {
    sdl: `
      type Query { pairing: Pairing owner: Owner }
      interface Named { id: ID! }
      type Region implements Named @key(fields: "id") { id: ID! name: String }
      type Fund implements Named @key(fields: "id") { id: ID! title: String donor: String @shareable }
      type From @shareable { year: Int month: Int }
      type Period { from: From }
      type Pairing @key(fields: "id") @key(fields: "period { from { year } }") {
        id: ID!
        period: Period @shareable
        amount(currency: String! = "EUR"): Int
        funds(first: Int): [Fund]
        parties: [Named]
      }
      union Owner = Region | Fund`,
    resolvers: {
      Query: { pairing: () => pairing, owner: () => pairing.parties[0] },
      Named: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
      Owner: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
      Pairing: {
        __resolveReference: () => pairing,
        amount: (_: unknown, { currency }: { currency: 'USD' | 'EUR' }) => amounts[currency],
        funds: (_: unknown, { first }: { first?: number }) => funds.slice(0, first ?? 0),
      },
      Region: { __resolveReference: () => pairing.parties[0] },
      Fund: { __resolveReference: ({ id }: { id: string }) => funds.find((fund) => fund.id === id) },
    },
  },
  money: {
    sdl: `
      type From @shareable { year: Int }
      type Period @shareable { from: From }
      type Fund @key(fields: "id") { id: ID! donor: String @external }
      type Region @key(fields: "id") { id: ID! rank: String label: String }
      type Pairing @key(fields: "id") {
        id: ID!
        amount(currency: String! = "EUR"): Int @external
        funds(first: Int): [Fund] @external
        dollars: String @requires(fields: "amount(currency: \\"USD\\")")
        donors: String @requires(fields: "funds(first: 3) { donor }")
      }`,
    resolvers: {
      Pairing: {
        __resolveReference: (reference: object) => reference,
        dollars: ({ amount }: { amount: number }) => `${amount} dollars`,
        donors: (given: { funds: { donor: string }[] }) => given.funds.map(({ donor }) => donor).join(),
      },
      Region: { __resolveReference: ({ id }: { id: string }) => ({ id, rank: '7', label: 'West Lake' }) },
    },
  },
  time: {
    sdl: `
      type From @shareable { year: Int }
      type Period @shareable { from: From }
      type Pairing @key(fields: "period { from { year } }") { period: Period age: Int }`,
    resolvers: {
      Pairing: {
        __resolveReference: (reference: object) => reference,
        age: ({ period }: typeof pairing) => 2026 - period.from.year,
      },
    },
  },
};

describe('an operation with names that its plan needs for other fields', () => {
  let executor: Executor;

  beforeAll(async () => {
    executor = await executorOver(subgraphs);
  });

  afterAll(() => executor.stop());

  test.each<readonly [string, string, object]>([
    [
      'a required field with another argument',
      '{ pairing { amount(currency: "EUR") dollars } }',
      { pairing: { amount: 20, dollars: '10 dollars' } },
    ],
    [
      'a required field with the default of its argument',
      '{ pairing { amount dollars } }',
      { pairing: { amount: 20, dollars: '10 dollars' } },
    ],
    [
      'a required field with the same argument',
      '{ pairing { dollars amount(currency: "USD") } }',
      { pairing: { dollars: '10 dollars', amount: 10 } },
    ],
    [
      'a required list that is shorter',
      '{ pairing { donors funds(first: 1) { id } } }',
      { pairing: { donors: 'one,two,three', funds: [{ id: 'f1' }] } },
    ],
    [
      'a required list in two fragments',
      'query ($n: Int = 2) { pairing { ...A ...B donors } } fragment A on Pairing { funds(first: $n) { id } } fragment B on Pairing { funds(first: $n) { donor } }',
      {
        pairing: {
          funds: [
            { id: 'f1', donor: 'one' },
            { id: 'f2', donor: 'two' },
          ],
          donors: 'one,two,three',
        },
      },
    ],
    [
      'a required field as the alias of another',
      '{ pairing { amount: id dollars } }',
      { pairing: { amount: 'xihu-xuanen', dollars: '10 dollars' } },
    ],
    [
      'a key as an alias',
      '{ pairing { id: period { from { month } } dollars age } }',
      {
        pairing: { id: { from: { month: 5 } }, dollars: '10 dollars', age: 8 },
      },
    ],
    [
      'a key in an object as an alias',
      '{ pairing { age period { from { year: month } } } }',
      { pairing: { age: 8, period: { from: { year: 5 } } } },
    ],
    [
      'an object with a key as an alias',
      '{ pairing { period: id age } }',
      { pairing: { period: 'xihu-xuanen', age: 8 } },
    ],
    [
      'a key of types of an interface as an alias',
      '{ pairing { parties { id: __typename ... on Region { rank name: label } ... on Fund { name: title } } } }',
      {
        pairing: {
          parties: [
            { id: 'Region', rank: '7', name: 'West Lake' },
            { id: 'Fund', name: 'A fund' },
          ],
        },
      },
    ],
    [
      'an alias in an interface, and again in a type of it',
      '{ pairing { parties { x: id ... on Region { x: id id: rank } ... on Fund { id: title } } } }',
      {
        pairing: {
          parties: [
            { x: '330106', id: '7' },
            { x: 'f1', id: 'A fund' },
          ],
        },
      },
    ],
    [
      'a key of types of a union as an alias',
      '{ owner { ... on Region { id: rank __typename: label } ... on Fund { id: title } } }',
      { owner: { id: '7', __typename: 'West Lake' } },
    ],
    [
      'an alias that the planner could give',
      '{ pairing { id__alias_0: id dollars __a0: id __a1: dollars } }',
      { pairing: { id__alias_0: 'xihu-xuanen', dollars: '10 dollars', __a0: 'xihu-xuanen', __a1: '10 dollars' } },
    ],
    [
      'an alias below a field that has conditions',
      '{ pairing @include(if: true) { id: dollars @skip(if: false) age @skip(if: true) } }',
      { pairing: { id: '10 dollars' } },
    ],
  ])('is answered right: %s', async (_name, query, data) => {
    const answer = await executor.ask({ query });
    expect(answer).toEqual({ data });
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
  });
});

describe('an interface whose types no subgraph knows', () => {
  const node = { id: 'n1', field: 'foo', __typename: 'Node' };
  let executor: Executor;

  beforeAll(async () => {
    executor = await executorOver({
      a: {
        sdl: `
          type Query { a: Node product: Product }
          interface Node @key(fields: "id") { id: ID! }
          type Product { title: String }`,
        resolvers: {
          Query: { a: () => node, product: () => ({ title: 'Tea' }) },
          Node: { __resolveType: () => 'Node', __resolveReference: () => node },
        },
      },
      b: {
        sdl: 'type Query { b: Node } type Node @key(fields: "id") @interfaceObject { id: ID! field: String }',
        resolvers: { Query: { b: () => node }, Node: { __resolveReference: () => node } },
      },
    });
  });

  afterAll(() => executor.stop());

  const refused = {
    data: null,
    codes: ['FIELD_UNRESOLVABLE'],
    messages: ['No subgraph resolves "a" with the fields that are selected in it.'],
  };

  test.each<readonly [string, string, object]>([
    ['alone', '{ a { field } }', {}],
    ['beside another field', '{ product { title } a { field } }', {}],
    ['with an alias', '{ product: a { id: field } }', {}],
    ['in a fragment', 'query ($with: Boolean!) { ... @include(if: $with) { a { field } } }', { with: true }],
  ])('is an error, never null in silence: %s', async (_name, query, variables) => {
    const { data, errors = [] } = await executor.ask({ query, variables: variables as Record<string, unknown> });
    expect({
      data,
      codes: errors.map(({ extensions }) => extensions['code']),
      messages: errors.map(({ message }) => message),
    }).toEqual(refused);
  });

  test.each<readonly [string, string, object, object]>([
    [
      'is not selected',
      'query ($with: Boolean!) { product { title } a @include(if: $with) { field } }',
      { with: false },
      {
        product: { title: 'Tea' },
      },
    ],
    ['is skipped', '{ product { title } a @skip(if: true) { field } }', {}, { product: { title: 'Tea' } }],
    ['is an object of another subgraph', '{ b { id field } }', {}, { b: { id: 'n1', field: 'foo' } }],
    [
      'is beside introspection',
      '{ __typename b { id } __type(name: "Node") { name } }',
      {},
      {
        __typename: 'Query',
        b: { id: 'n1' },
        __type: { name: 'Node' },
      },
    ],
  ])('is no error where it %s', async (_name, query, variables, data) => {
    expect(await executor.ask({ query, variables: variables as Record<string, unknown> })).toEqual({ data });
  });
});
