import { describe, expect, test } from '@jest/globals';

import { answerOf, type GraphQLAnswer } from '../support/client.js';
import { servedGraph } from '../support/gateway.js';

interface Answered {
  readonly status: number;
  readonly cost: string | null;
  readonly answer: GraphQLAnswer;
}

const gateway = servedGraph('sqlite');

async function answered(response: Response): Promise<Answered> {
  const answer = await answerOf(response);
  return { status: response.status, cost: response.headers.get('x-cost-estimate'), answer };
}

/** Asks with variables as they stand in JSON, which may have numbers that JavaScript cannot write. */
async function post(query: string, variables = '{}', operationName?: string): Promise<Answered> {
  const body = `{"query":${JSON.stringify(query)},"variables":${variables},"operationName":${JSON.stringify(operationName ?? null)}}`;
  return answered(
    await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
  );
}

async function get(query: string, variables = '{}'): Promise<Answered> {
  const search = new URLSearchParams({ query, variables });
  return answered(
    await fetch(`${gateway.url}/graphql?${search.toString()}`, { headers: { 'apollo-require-preflight': '1' } }),
  );
}

const refusal = ({ status, cost, answer: { data, errors } }: Answered): unknown => ({
  status,
  cost,
  data,
  codes: errors?.map(({ extensions }) => (extensions as { code: string }).code),
});

const refused = (code: string): unknown => ({ status: 400, cost: null, data: undefined, codes: [code] });

test('of many invalid values the first fifty are told of, and no fault of ours', async () => {
  const values = Array.from({ length: 60 }, (_, place) => place);
  const query = 'query ($levels: [PairingLevel!]!) { pairings(filter: { level: { in: $levels } }) { totalCount } }';
  const { status, answer } = await post(query, JSON.stringify({ levels: values }));
  const codes = answer.errors?.map(({ extensions }) => (extensions as { code: string }).code) ?? [];
  expect([status, codes.length, new Set(codes)]).toEqual([400, 51, new Set(['BAD_USER_INPUT'])]);
  expect(answer.errors?.at(-1)?.message).toBe(
    'More than 50 values of variables are invalid; the others were not looked at.',
  );
});

describe('a number that is not finite', () => {
  test.each([
    ['an Int', 'query ($n: Int!) { pairings(first: $n) { nodes { id } } }', '{"n":1e400}', '"$n"'],
    ['an Int, negative', 'query ($n: Int!) { pairings(first: $n) { nodes { id } } }', '{"n":-1e400}', '"$n"'],
    ['a Float', 'query ($n: Float) { funds(filter: {value: {gte: $n}}) { totalCount } }', '{"n":1e400}', '"$n"'],
    ['an ID', 'query ($n: ID!) { pairing(id: $n) { level } }', '{"n":1e400}', '"$n"'],
    ['a String', 'query ($n: String!) { search(text: $n) { matched } }', '{"n":1e400}', '"$n"'],
    ['an enum', 'query ($n: FundKind) { funds(filter: {kind: {eq: $n}}) { totalCount } }', '{"n":1e400}', '"$n"'],
    ['a Boolean', 'query ($n: Boolean!) { __typename @include(if: $n) }', '{"n":1e400}', '"$n"'],
    ['a Date', 'query ($n: Date) { pairings(asOf: $n) { totalCount } }', '{"n":1e400}', '"$n"'],
    ['a list for a Date', 'query ($n: Date) { pairings(asOf: $n) { totalCount } }', '{"n":[1,-1e999]}', '"n[1]"'],
    [
      'an input object',
      'query ($f: FundsFilter) { funds(filter: $f) { totalCount } }',
      '{"f":{"or":[{"value":{"in":[1,1e400]}}]}}',
      '"f.or[0].value.in[1]"',
    ],
  ])('is refused for %s, and named, by POST and GET', async (_name, query, variables, place) => {
    for (const found of [await post(query, variables), await get(query, variables)]) {
      expect(refusal(found)).toEqual(refused('BAD_USER_INPUT'));
      expect(found.answer.errors?.[0]?.message).toContain(place);
    }
  });

  test.each([
    ['{ funds(filter: {value: {gte: 1e400}}) { totalCount } }', 'filter.value.gte'],
    ['{ funds(filter: {or: [{value: {in: [1, -1e400]}}]}) { totalCount } }', 'filter.or[0].value.in[1]'],
    [`{ funds(filter: {value: {gte: ${'9'.repeat(400)}}}) { totalCount } }`, 'filter.value.gte'],
    ['{ pairings(asOf: 1e400) { totalCount } }', 'asOf'],
    ['{ pairings(first: 1e400) { totalCount } }', 'first'],
    ['{ search(text: 1e400) { matched } }', 'text'],
    ['{ pairing(id: -1e400) { level } }', 'id'],
    ['query ($n: Float = 1e400) { funds(filter: {value: {gte: $n}}) { totalCount } }', '$n'],
    ['{ ...F } fragment F on Query { funds(filter: {value: {gte: 1e400}}) { totalCount } }', 'filter.value.gte'],
  ])('is refused in a literal, and the argument is named: %s', async (query, argument) => {
    const found = await post(query);
    expect(refusal(found)).toEqual(refused('BAD_USER_INPUT'));
    expect(found.answer.errors?.[0]?.extensions).toMatchObject({ argument });
  });

  test('is not what the digits of an id are', async () => {
    expect(await post(`{ pairing(id: ${'9'.repeat(400)}) { level } }`)).toMatchObject({
      status: 200,
      answer: { data: { pairing: null } },
    });
  });

  test('does not get the cached answer of null', async () => {
    const query = 'query ($d: Date) { pairings(asOf: $d) { totalCount } }';
    expect((await post(query, '{"d":null}')).status).toBe(200);
    expect(refusal(await post(query, '{"d":1e400}'))).toEqual(refused('BAD_USER_INPUT'));
  });

  test('does not come of lists whose costs multiply beyond all numbers, and the metrics go on', async () => {
    const levels = 18;
    const query = `query ($n: Int!) { pairings(first: $n) { nodes { ${'funds(first: $n) { nodes { pairings { '.repeat(levels)} id ${'} } }'.repeat(levels)} } } }`;
    const shallow = 'query ($n: Int!) { pairings(first: $n) { nodes { funds(first: $n) { nodes { id } } } } }';
    expect(await post(query, '{"n":2147483647}')).toMatchObject({ status: 400 });
    const found = await post(shallow, '{"n":2147483647}');
    expect(found.answer.errors?.[0]?.extensions).toMatchObject({ code: 'COST_LIMIT', estimate: expect.any(Number) });
    expect(Number.isFinite(Number(found.cost))).toBe(true);
    const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(metrics).toContain('jiedui_operation_cost_count');
    expect(metrics).not.toMatch(/jiedui_operation_cost_sum (NaN|Infinity|\+Inf)/);
  });
});

describe('an operation of a type that the graph has not', () => {
  test.each([
    ['mutation { x }', undefined],
    ['subscription { x }', undefined],
    ['mutation { __typename }', undefined],
    ['mutation Change { x }', 'Change'],
    ['query Ask { __typename } mutation Change { x }', 'Change'],
    ['query Ask { __typename } subscription Listen { x }', 'Listen'],
  ])('is not valid: %s', async (query, operationName) => {
    expect(refusal(await post(query, '{}', operationName))).toEqual(refused('GRAPHQL_VALIDATION_FAILED'));
    if (operationName === undefined) {
      expect(refusal(await get(query))).toEqual(refused('GRAPHQL_VALIDATION_FAILED'));
    }
  });
});

describe('an explicit null at a place that takes none', () => {
  test.each([
    ['an argument', 'query ($n: Int = 2) { regions(first: $n) { nodes { id } } }', 'first'],
    ['an argument with a default', 'query ($n: Int) { regions(first: $n) { nodes { id } } }', 'first'],
    ['@include', 'query ($n: Boolean = true) { regions(first: 1) { nodes { id @include(if: $n) } } }', 'if'],
    ['@skip', 'query ($n: Boolean = true) { __typename @skip(if: $n) }', 'if'],
    [
      'a field of an input object',
      'query ($n: Date = "2001-01-01") { pairings(filter: {heldThroughout: {from: $n, to: "2010-01-01"}}) { totalCount } }',
      'filter.heldThroughout.from',
    ],
    [
      'an item of a list',
      'query ($n: ID = "x") { pairings(filter: {programme: {in: ["y", $n]}}) { totalCount } }',
      'filter.programme.in[1]',
    ],
    ['an argument of introspection', 'query ($n: String = "Region") { __type(name: $n) { name } }', 'name'],
    [
      '@include in introspection',
      'query ($n: Boolean = true) { __schema { queryType { name @include(if: $n) } } }',
      'if',
    ],
    [
      'introspection beside data',
      'query ($n: String = "Region") { __type(name: $n) { name } region(id: "330106") { name } }',
      'name',
    ],
    ['a fragment', 'query ($n: Int = 2) { ...F } fragment F on Query { regions(first: $n) { nodes { id } } }', 'first'],
  ])('is refused for %s, and the variable is named', async (_name, query, argument) => {
    for (const found of [await post(query, '{"n":null}'), await get(query, '{"n":null}')]) {
      expect(refusal(found)).toEqual(refused('BAD_USER_INPUT'));
      expect(found.answer.errors?.[0]).toMatchObject({
        message: expect.stringContaining('"$n"'),
        extensions: { argument },
      });
    }
  });

  test('is refused as the default of a variable too', async () => {
    const found = await post('query ($n: Int = null) { regions(first: $n) { nodes { id } } }');
    expect(refusal(found)).toEqual(refused('BAD_USER_INPUT'));
  });

  test.each([
    ['is left out', 'query ($n: Int = 2) { regions(first: $n) { nodes { id } } }', '{}'],
    [
      'stands at a place that takes null',
      'query ($n: String = "x") { regions(after: $n) { totalCount } }',
      '{"n":null}',
    ],
    [
      'stands in what is skipped',
      'query ($n: Int = 2) { regions(first: $n) @skip(if: true) { totalCount } }',
      '{"n":null}',
    ],
  ])('is no matter where the variable %s', async (_name, query, variables) => {
    const { status, answer } = await post(query, variables);
    expect([status, answer.errors]).toEqual([200, undefined]);
  });
});

test('introspection is answered alone, beside data, and in fragments', async () => {
  const type = '__type(name: "Region") { name }';
  const asked = await Promise.all([
    post(`{ ${type} }`),
    post(`{ ...F ... { __typename } } fragment F on Query { ${type} }`),
    post(`{ ${type} region(id: "330106") { name } }`),
  ]);
  expect(asked.map(({ answer }) => answer)).toEqual([
    { data: { __type: { name: 'Region' } } },
    { data: { __type: { name: 'Region' }, __typename: 'Query' } },
    { data: { __type: { name: 'Region' }, region: { name: '西湖区' } } },
  ]);
});
