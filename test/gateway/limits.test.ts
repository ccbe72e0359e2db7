import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

import { limits } from '../../gateway/limits/limits.js';
import { projectRoot, readConfig } from '../../platform/config.js';
import { answerOf, ask, type GraphQLAnswer } from '../support/client.js';
import { gatewayInProcess, servedGraph } from '../support/gateway.js';

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const doubled = (times: number): string =>
  `{ ...F0 } ${many(times, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${times} on Query { __typename }`;
const nested = (levels: number, open: string, close: string): string => open.repeat(levels) + close.repeat(levels);

const nestedFragments = (levels: number): string => `${'... {'.repeat(levels)} __typename ${'}'.repeat(levels)}`;

describe('the gateway', () => {
  const gateway = servedGraph('sqlite');

  const post = async (body: unknown): Promise<{ status: number; answer: GraphQLAnswer; cost: (string | null)[] }> => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return {
      status: response.status,
      answer: await answerOf(response),
      cost: ['estimate', 'actual', 'limit'].map((name) => response.headers.get(`x-cost-${name}`)),
    };
  };

  beforeAll(async () => {
    await post({ query: '{ __typename }' });
  });

  test.each([
    ['nested fragments, 2^20', doubled(20), 'rootFields', 2 ** 20, 40],
    ['nested fragments, 2^150', doubled(150), 'depth', 152, 40],
    ['10,000 aliases', `{ ${many(10_000, (i) => `a${i}: __typename`)} }`, 'tokens', undefined, 2_000],
    ['600 aliases at the top', `{ ${many(600, (i) => `a${i}: __typename`)} }`, 'rootFields', 600, 40],
    ['600 aliases below', `{ pairings { ${many(600, (i) => `a${i}: totalCount`)} } }`, 'aliases', 600, 50],
    ['10,000 directives', `{ __typename ${many(10_000, () => '@skip(if: false)')} }`, 'tokens', undefined, 2_000],
    ['200 directives', `{ __typename ${many(200, () => '@skip(if: false)')} }`, 'directives', 200, 50],
    [
      '10,000 fragments',
      `{ ${many(10_000, (i) => `...F${i}`)} } ${many(10_000, (i) => `fragment F${i} on Query { __typename }`)}`,
      'tokens',
      undefined,
      2_000,
    ],
    ['50,000 equal fields', `{ ${many(50_000, () => '__typename')} }`, 'tokens', undefined, 2_000],
    ['fragments that unfold to more', doubledBelow(13), 'selections', 24_576, 1_000],
    ['600 levels', nested(600, '{ a', '}'), 'depth', 600, 40],
    ['600 levels of inline fragments', `{ ${nestedFragments(600)} }`, 'depth', 601, 40],
    ['a value of 900 levels', `{ pairings(filter: ${nested(900, '[', ']')}) { totalCount } }`, 'depth', 901, 40],
    ['a type of 900 levels', `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { a }`, 'depth', 900, 40],
    ['1 MB of tokens', `{ ${'a '.repeat(500_000)} }`, 'tokens', undefined, 2_000],
  ])('refuses %s', async (_name, query, measured, found, limit) => {
    const { status, answer } = await post({ query });
    expect({ status, answer }).toEqual({
      status: 400,
      answer: {
        errors: [
          {
            message: expect.stringContaining(limit.toLocaleString('en')),
            extensions: { code: 'DOCUMENT_LIMIT', measured, limit, ...(found === undefined ? {} : { found }) },
          },
        ],
      },
    });
  });

  test.each([
    ['10,000 levels of fields', nested(10_000, '{ a', '}')],
    ['10,000 levels of a value', `{ pairings(filter: ${nested(10_000, '[', ']')}) { totalCount } }`],
    ['10,000 levels of a type', `query ($a: ${nested(10_000, '[', ']')}) { a }`],
  ])('refuses %s, whether the parser ends by tokens or by its stack', async (_name, query) => {
    const { status, answer } = await post({ query });
    expect(status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'DOCUMENT_LIMIT' } }]);
  });

  test.each([
    ['tokens', (count: number) => `{ __typename ${'__typename '.repeat(count - 3)}}`, 20],
    ['selections', (count: number) => `{ ...A } fragment A on Query { ${many(count - 1, () => '__typename')} }`, 10],
    ['rootFields', (count: number) => `{ ${many(count, () => '__typename')} }`, 10],
    ['aliases', (count: number) => `{ ${many(count, (i) => `a${i}: __typename`)} }`, 5],
    ['directives', (count: number) => `{ __typename ${many(count, () => '@skip(if: false)')} }`, 1],
    ['depth', (count: number) => `{ ${'... { '.repeat(count - 1)}__typename ${'}'.repeat(count)}`, 5],
  ])('answers a document at the limit of its %s, and refuses one above', async (measured, documentOf, limit) => {
    const setting = `MAX_${measured.replace('F', '_F').toUpperCase()}`;
    const own = await gatewayInProcess(gateway.graph, { [setting]: String(limit) });
    const [at, above] = [await ask(own.url, documentOf(limit)), await ask(own.url, documentOf(limit + 1))];
    await own.stop();
    expect(at.errors).toBeUndefined();
    expect(above.errors).toEqual([
      {
        message: expect.stringContaining(String(limit)),
        extensions: expect.objectContaining({ code: 'DOCUMENT_LIMIT', measured, limit }),
      },
    ]);
  });

  test('answers what a dashboard asks: ten lists of records with all their scalar fields', async () => {
    const schema = buildSchema(readFileSync(join(projectRoot, 'schema', 'api.graphql'), 'utf8'));
    const query = `{ ${lists.map((name) => `${name} { totalCount nodes { ${scalarsOf(schema, name).join(' ')} } }`).join(' ')} }`;
    const { status, answer } = await post({ query });
    expect({ status, errors: answer.errors }).toEqual({ status: 200, errors: undefined });
  });

  test('gives others their turn between the validation of a new document and its planning', async () => {
    let turns = 0;
    const listener = await limits(readConfig({})).requestDidStart?.({} as never);
    const context = { schema: buildSchema('type Query { a: Int }'), document: parse('{ a }'), request: {} };
    await (
      await listener?.parsingDidStart?.(context as never)
    )?.();
    setImmediate(() => {
      turns += 1;
    });
    await listener?.didResolveOperation?.({ ...context, operation: null } as never);
    expect(turns).toBe(1);
  });

  test('refuses the same document again, and goes on to answer others', async () => {
    const [first, second] = [await post({ query: doubled(20) }), await post({ query: doubled(20) })];
    expect(second.answer).toEqual(first.answer);
    expect(first.answer).toEqual({
      errors: [
        {
          message: 'The document has 1,048,576 fields at the top; the limit is 40.',
          extensions: { code: 'DOCUMENT_LIMIT', measured: 'rootFields', found: 1_048_576, limit: 40 },
        },
      ],
    });
    expect((await post({ query: '{ __typename }' })).answer).toEqual({ data: { __typename: 'Query' } });
  });

  test.each([
    [
      'fragments within themselves',
      '{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }',
      /^Cannot spread fragment "A" within itself/,
    ],
    ['900 equal fields', `{ region(id: "330106") { ${many(900, () => 'id')} } }`, /^Validation aborted\.$/],
    [
      'deep introspection',
      `{ __schema { types { ${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)} } } }`,
      /^Maximum introspection depth exceeded$/,
    ],
  ])('refuses %s while it is validated', async (_name, query, message) => {
    const { status, answer } = await post({ query });
    expect(status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.message).toMatch(message);
  });

  test('refuses variables that are nested too deep, and asks no subgraph', async () => {
    const query = 'query ($filter: PairingsFilter) { pairings(filter: $filter) { totalCount } }';
    const variables = `{ "filter": ${nested(100_000, '[', ']')} }`;
    const { status, answer } = await post(`{ "query": ${JSON.stringify(query)}, "variables": ${variables} }`);
    expect({ status, answer }).toEqual({
      status: 400,
      answer: {
        errors: [
          {
            message: 'The value of the variables has more than 40 levels of braces and brackets, which is the limit.',
            extensions: { code: 'DOCUMENT_LIMIT', measured: 'depth', limit: 40 },
          },
        ],
      },
    });
  });

  test('answers the introspection of the explorer', async () => {
    const { status, answer, cost } = await post({ query: getIntrospectionQuery({ inputValueDeprecation: true }) });
    expect({ status, errors: answer.errors, cost }).toEqual({
      status: 200,
      errors: undefined,
      cost: ['20000', '20000', '100000'],
    });
  });

  test('reports the estimated and the actual cost', async () => {
    const query = 'query ($first: Int!) { pairings(first: $first) { nodes { id sources { paragraph } } } }';
    const { answer, cost } = await post({ query, variables: { first: 2 } });
    const { nodes } = (answer.data as { pairings: { nodes: { sources: object[] }[] } }).pairings;
    const values = 1 + 2 * nodes.length + 2 * nodes.flatMap(({ sources }) => sources).length;
    expect(nodes).toHaveLength(2);
    expect(cost).toEqual([String(1 + 2 * (1 + 1 + 3 * (1 + 1))), String(values), '100000']);
  });

  test('refuses what may cost too much, and names the argument to shrink', async () => {
    const query = `query ($first: Int! = 500) {
      some: pairings(first: 10) { nodes { funds(first: $first) { nodes { pairings { projects { nodes { id } } } } } } }
    }`;
    const { status, answer, cost } = await post({ query });
    const estimate = 1 + 10 * (1 + 1 + 500 * (1 + 3 * (1 + 1 + 50 * 2)));
    expect({ status, answer, cost }).toEqual({
      status: 400,
      answer: {
        errors: [
          {
            message:
              'The query may cost 1,535,021; the limit is 100,000. "some.nodes.funds", which is funds(first: 500), is 1,535,010 of it: ask for fewer with "first".',
            extensions: {
              code: 'COST_LIMIT',
              estimate,
              limit: 100_000,
              argument: 'first',
              path: ['some', 'nodes', 'funds'],
            },
          },
        ],
      },
      cost: [String(estimate), null, '100000'],
    });
    expect((await post({ query, variables: { first: 5 } })).status).toBe(200);
  });

  test('refuses a persisted query by its hash too, and does not keep it', async () => {
    const query = '{ pairings(first: 500) { nodes { funds(first: 500) { nodes { id } } } } }';
    const extensions = {
      persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
    };
    const codes = async (body: object): Promise<unknown> =>
      (await post(body)).answer.errors?.map((error) => (error.extensions as { code: string }).code);
    expect(await codes({ query, extensions })).toEqual(['COST_LIMIT']);
    expect(await codes({ extensions })).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  test('refuses what may cost too much with no argument to shrink', async () => {
    const { answer } = await post({ query: `{ ${many(8, (i) => `a${i}: __schema { queryType { name } }`)} }` });
    expect(answer).toEqual({
      errors: [
        {
          message: 'The query may cost 160,000; the limit is 100,000. Ask for fewer fields.',
          extensions: { code: 'COST_LIMIT', estimate: 160_000, limit: 100_000 },
        },
      ],
    });
  });

  test('refuses several operations in one body', async () => {
    const { status, answer } = await post('[{ "query": "{ __typename }" }]');
    const error = { message: 'Operation batching disabled.', extensions: { code: 'BAD_REQUEST' } };
    expect({ status, answer }).toEqual({ status: 400, answer: { errors: [error] } });
  });
});

const lists = [
  ...['funds', 'projects', 'sales', 'jobFairs', 'jobOffers', 'placements', 'stations', 'exchanges', 'outcomes'],
  'regions',
];

/** The scalar fields of the records of a list at the top, without arguments. */
function scalarsOf(schema: GraphQLSchema, list: string): readonly string[] {
  const fieldsOf = (field: GraphQLField<unknown, unknown> | undefined): readonly GraphQLField<unknown, unknown>[] => {
    const type = field && getNamedType(field.type);
    return isObjectType(type) ? Object.values(type.getFields()) : [];
  };
  const nodes = fieldsOf(schema.getQueryType()?.getFields()[list]).find(({ name }) => name === 'nodes');
  return fieldsOf(nodes)
    .filter(({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0)
    .map(({ name }) => name);
}

/** Fragments below one field, each of which spreads the next one twice. */
function doubledBelow(times: number): string {
  const fragments = many(times, (i) => `fragment F${i} on PairingConnection { ...F${i + 1} ...F${i + 1} }`);
  return `{ pairings { ...F0 } } ${fragments} fragment F${times} on PairingConnection { totalCount }`;
}
