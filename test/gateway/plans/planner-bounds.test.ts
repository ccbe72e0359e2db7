import { LocalGraphQLDataSource } from '@apollo/gateway';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';

import '../../../gateway/no-telemetry.js';
import { executorOver } from '../../support/composed.js';
import { executorOf, type Executor } from '../../support/executor.js';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const shared = `${link}
  type Region @key(fields: "id") { id: ID! name: String @shareable parent: Region @shareable }`;
const region = { id: '330106', name: 'Xihu', parent: { id: '330100' } };
const ofRegion = { Region: { __resolveReference: () => region } };
/** Three subgraphs that have the same, so that each field can be had in three ways. */
const definitions = {
  root: {
    typeDefs: parse(`${link} type Query { region: Region } type Region @key(fields: "id") { id: ID! }`),
    resolvers: { Query: { region: () => region } },
  },
  one: { typeDefs: parse(shared), resolvers: ofRegion },
  two: { typeDefs: parse(shared), resolvers: ofRegion },
  three: { typeDefs: parse(shared), resolvers: ofRegion },
};

describe('an operation that can be answered in many ways', () => {
  let executor: Executor;

  beforeAll(async () => {
    const services = Object.entries(definitions).map(([name, { typeDefs }]) => ({
      name,
      typeDefs,
      url: `http://${name}.invalid`,
    }));
    const { supergraphSdl = '' } = composeServices(services);
    executor = await executorOf(
      supergraphSdl,
      ({ name }) => new LocalGraphQLDataSource(buildSubgraphSchema(definitions[name as 'root'])),
    );
  });

  afterAll(() => executor.stop());

  test('is planned without going through all of them (CVE-2024-43414)', async () => {
    const names = Array.from({ length: 100 }, (_, place) => `a${place}`);
    const { errors, data } = await executor.ask({
      query: `{ ${names.map((name) => `${name}: region { name }`).join(' ')} }`,
    });
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {})).toEqual(names);
    expect(data?.['a99']).toEqual({ name: 'Xihu' });
  }, 15_000);

  test('is refused, where the ways to one field are too many', async () => {
    const nested = Array.from({ length: 12 }).reduce<string>((inside) => `name parent { ${inside} }`, 'name');
    const { errors, data } = await executor.ask({ query: `{ region { ${nested} } }` });
    expect(data).toBeUndefined();
    expect(errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
      {
        message:
          'The operation can be answered in more ways than can be weighed. Ask for fewer or less deeply nested fields.',
        extensions: { code: 'COST_LIMIT', http: { status: 400 } },
      },
    ]);
  }, 15_000);

  test('is refused, where fragments make it long (GHSA-q2f9-x4p4-7xmh)', async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, place) => `fragment F${place} on Region { a: parent { ...F${place + 1} } b: parent { ...F${place + 1} } }`,
    );
    const query = `{ region { ...F0 } } ${fragments.join('\n')} fragment F30 on Region { name }`;
    const { errors } = await executor.ask({ query });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['COST_LIMIT']);
  }, 15_000);
});

describe('a literal that stays one in the plan', () => {
  let executor: Executor;

  beforeAll(async () => {
    executor = await executorOver({
      notes: {
        sdl: 'scalar Any type Query { levels(of: Any): Int }',
        resolvers: {
          Query: { levels: (_: unknown, { of }: { of: unknown }) => JSON.stringify(of).split('[').length - 1 },
        },
      },
    });
  });

  afterAll(() => executor.stop());

  const lists = (count: number, inside: string): string => `${'['.repeat(count)}${inside}${']'.repeat(count)}`;

  test.each(['1', 'A', '$x', '{ x: [1] }'])(
    'is refused, where lists around %s would double the work at each level',
    async (inside) => {
      const query = (count: number): string =>
        `query ${inside === '$x' ? '($x: Any)' : ''} { levels(of: ${lists(count, inside)}) }`;
      const { errors } = await executor.ask({ query: query(39) });
      expect(errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
        {
          message: 'An argument has lists that are nested more than 16 deep. Give it as a variable.',
          extensions: { code: 'DOCUMENT_LIMIT', measured: 'depth', limit: 16, http: { status: 400 } },
        },
      ]);
      const levels = inside.includes('[') ? 15 : 16;
      expect(await executor.ask({ query: query(levels) })).toEqual({ data: { levels: 16 } });
    },
  );
});
