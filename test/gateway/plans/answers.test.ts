import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { composeServices } from '@apollo/composition';
import { LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, GraphQLScalarType, parse, validate, type ExecutionResult } from 'graphql';

import '../../../gateway/no-telemetry.js';
import { inProcess } from '../../../gateway/fetch/in-process-data-source.js';
import { projectRoot, readConfig } from '../../../platform/config.js';
import { readNamedQueries } from '../../../platform/named-queries.js';
import { executorOf, type Asked, type Executor } from '../../support/executor.js';
import { shippedGraph, type TestGraph } from '../../support/graph.js';
import { Random } from '../../support/mutations/random.js';
import { comparableInAnyOrder } from '../../support/queries/compare.js';
import { randomQuery } from '../../support/queries/random-query.js';
import { uniqueAliases } from '../../support/queries/unique-aliases.js';
import { seededRandom, variantOf } from '../../support/variants.js';

const page = (name: string, variables: object): [string, Asked] => [
  name,
  {
    query: readFileSync(join(projectRoot, 'documents/pages', `${name}.graphql`), 'utf8'),
    variables: { ...variables, language: 'ZH' },
  },
];

const asked: readonly (readonly [string, Asked])[] = [
  ...[...readNamedQueries('.'), ...readNamedQueries('questions')].map(
    ({ name, query, variables }) => [name, { query, variables }] as const,
  ),
  page('overview', { on: '2019-06-30' }),
  page('pairing', { id: 'zhangjiagang-yanhe' }),
  page('region', { id: '422825' }),
  page('search', { text: '西湖' }),
  [
    'literals of all kinds',
    {
      query: `query Literals($kind: FundKind = FISCAL, $size: Int = 2, $with: Boolean = true, $name: String! = "Date") {
        funds(first: $size, filter: { kind: { eq: $kind }, value: { gte: -0.0, lte: 1e12 }, from: { gte: "2016-01-01" } }) {
          totalCount nodes { id figure { text(language: ZH) } ...F @include(if: $with) }
        }
        one: region(id: 330106) { nameOn(date: "2019-01-01") }
        bad: pairings(asOf: 2018) { totalCount }
        worse: funds(filter: { kind: { in: [] } }) { totalCount }
        pairings(asOf: null, filter: { level: { in: COUNTY } }) { totalCount }
        __type(name: $name) { name } also: __type(name: "Region") { fields(includeDeprecated: true) { name } }
      }
      fragment F on Fund { sources @skip(if: false) { paragraph } figure { text(language: ZH) } }`,
      variables: { with: true },
    },
  ],
];

const api = buildSchema(readFileSync(join(projectRoot, 'schema/api.graphql'), 'utf8'));

/** Two fields that the answer makes one may differ by then: such a variant is none. */
function validVariants(base: Asked, count: number): readonly Asked[] {
  const random = seededRandom(2017);
  const variants: Asked[] = [];
  while (variants.length < count) {
    const variant = variantOf(api, base, random);
    if (validate(api, parse(variant.query)).length === 0) {
      variants.push(variant);
    }
  }
  return variants;
}

const seen = ({ data, errors, extensions }: ExecutionResult): unknown =>
  JSON.parse(
    JSON.stringify({ data, extensions, errors: errors?.map((error) => ({ ...error.toJSON(), locations: [] })) }),
  );

describe('an operation that is normalised', () => {
  const { supergraphPath } = readConfig();
  const supergraph = readFileSync(supergraphPath, 'utf8');
  let opened: TestGraph;
  let plain: Executor;
  let planned: Executor;

  beforeAll(async () => {
    opened = await shippedGraph('sqlite');
    plain = await executorOf(supergraph, inProcess(opened.graph, 60_000) as never, 'reference');
    planned = await executorOf(supergraph, inProcess(opened.graph, 60_000) as never);
  });

  afterAll(async () => {
    await plain.stop();
    await planned.stop();
    await opened.close();
  });

  test.each(asked)('has the same answer as without normalisation, however it is written: %s', async (_name, base) => {
    for (const variant of [base, ...validVariants(base, 2)]) {
      expect(seen(await planned.ask(variant))).toEqual(seen(await plain.ask(variant)));
    }
  });

  test('has the same answer as without normalisation, if nothing else is called what it calls its fields', async () => {
    for (let number = 0; number < 100; number += 1) {
      const asked = randomQuery(api, new Random(number));
      const one = await planned.ask(asked);
      // Without data it was refused before it was planned; the planner alone might never end.
      if (one.data !== undefined) {
        const unique = uniqueAliases(asked.query);
        const other = seen(await plain.ask({ ...asked, query: unique.query }));
        const expected = unique.mapBack(other) as ExecutionResult;
        expect([number, comparableInAnyOrder(one)]).toEqual([number, comparableInAnyOrder(expected)]);
      }
    }
  }, 60_000);

  test('has one plan, whatever literals and names it has', async () => {
    const before = planned.planCounts();
    for (let place = 0; place < 1000; place += 1) {
      const { errors } = await planned.ask({
        query: `query Named${place} { funds(first: ${place % 500}, filter: { value: { lte: ${place} }, pairing: { eq: "p${place}" } }) { totalCount } }`,
      });
      expect(errors).toBeUndefined();
    }
    const { hits, misses, size } = planned.planCounts();
    expect([hits - before.hits, misses - before.misses, size - before.size]).toEqual([999, 1, 1]);
  });

  test('reports errors of variables by the client’s names', async () => {
    const { errors } = await planned.ask({
      query: 'query ($size: Int!) { funds(first: $size) { totalCount } }',
      variables: { size: 'many' },
    });
    expect(errors?.map(({ message }) => message)).toEqual([
      'Variable "$size" got invalid value "many"; Int cannot represent non-integer value: "many"',
    ]);
  });

  test('reports a variable that a subgraph refuses by the client’s name', async () => {
    const strict = new GraphQLScalarType({
      name: 'Year',
      parseValue: (value) => {
        throw new Error(`no year: ${String(value)}`);
      },
    });
    const typeDefs = parse('scalar Year type Query { since(year: Year): Int }');
    const { supergraphSdl = '' } = composeServices([{ name: 'years', typeDefs, url: 'http://years.invalid' }]);
    const resolvers = { Year: strict, Query: { since: () => 1 } };
    const source = new LocalGraphQLDataSource(buildSubgraphSchema({ typeDefs, resolvers }));
    const executor = await executorOf(supergraphSdl, () => source);
    const { errors } = await executor.ask({
      query: 'query ($year: Year) { since(year: $year) }',
      variables: { year: 'x' },
    });
    await executor.stop();
    expect(errors?.map(({ message }) => message)).toEqual([
      'Variable "$year" got invalid value "x"; Expected type "Year". no year: x',
    ]);
  });
});
