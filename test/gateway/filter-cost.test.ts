import { describe, expect, test } from '@jest/globals';

import { ask, answerOf, type GraphQLAnswer } from '../support/client.js';
import { gatewayInProcess, gatewayOverHttp, servedGraph } from '../support/gateway.js';

const gateway = servedGraph('sqlite');

const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

async function post(
  query: string,
  variables: object,
  url = gateway.url,
): Promise<{ status: number; cost: number | null; answer: GraphQLAnswer }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const cost = response.headers.get('x-cost-estimate');
  return {
    status: response.status,
    cost: cost === null ? null : Number(cost),
    answer: await answerOf(response),
  };
}

const regions = 'query ($f: RegionsFilter) { regions(filter: $f) { totalCount } }';
const contains = (index: number): object => ({ name: { contains: `x${index}` } });

describe('the conditions of filters', () => {
  test.each([
    ['4 × 900 contains', regions, { f: { and: many(4, () => ({ or: many(900, contains) })) } }, 3_600],
    ['an or of 999', regions, { f: { or: many(999, contains) } }, 999],
    ['empty filters', regions, { f: { or: many(999, () => ({})) } }, 999],
    [
      'aliases',
      `query ($f: RegionsFilter) { ${many(20, (i) => `a${i}: regions(filter: $f) { totalCount }`).join(' ')} }`,
      { f: { or: many(100, contains) } },
      2_000,
    ],
    [
      'fragments',
      'query ($f: RegionsFilter) { ...A } fragment A on Query { a: regions(filter: $f) { totalCount } ...B } fragment B on Query { b: regions(filter: $f) { totalCount } }',
      { f: { not: { or: many(150, contains) } } },
      300,
    ],
  ])('are limited, with those of %s', async (_name, query, variables, found) => {
    let refused: Awaited<ReturnType<typeof post>> | undefined;
    await expect(async () => {
      refused = await post(query, variables);
    }).toSendStatements(gateway.databases, 0);
    expect([refused?.status, refused?.answer.errors]).toEqual([
      400,
      [
        {
          message: expect.stringMatching(
            /^The operation has [\d,]+ conditions in filters; the limit is 200\. The argument "filter" of "(regions|a0|a)" has [\d,]+ of them/,
          ),
          extensions: {
            code: 'DOCUMENT_LIMIT',
            measured: 'conditions',
            found,
            limit: 200,
            argument: 'filter',
            path: [expect.any(String)],
          },
        },
      ],
    ]);
  });

  test('are limited in literals too, and by the setting', async () => {
    const own = await gatewayInProcess(gateway.graph, { MAX_FILTER_CONDITIONS: '2', MAX_LIST_VALUES: '3' });
    const query = (filter: string): string => `{ regions(filter: {${filter}}) { totalCount } }`;
    const codes = async (filter: string): Promise<unknown> =>
      (await ask(own.url, query(filter))).errors?.map(({ extensions }) => extensions) ?? 'answered';
    const found = [
      await codes('name: {contains: "a", startsWith: "b"}'),
      await codes('or: [{name: {contains: "a"}}, {code: {eq: "1"}}, {code: {eq: "2"}}]'),
      await codes('code: {in: ["1", "2", "3"]}'),
      await codes('code: {in: ["1", "2", "3", "4"]}'),
    ];
    await own.stop();
    expect(found).toEqual([
      'answered',
      [expect.objectContaining({ code: 'DOCUMENT_LIMIT', measured: 'conditions', found: 3, limit: 2 })],
      'answered',
      [expect.objectContaining({ code: 'DOCUMENT_LIMIT', measured: 'values', found: 4, limit: 3 })],
    ]);
  });

  test('cost by the rows of the table that they look through', async () => {
    const { answer } = await post('{ regions { totalCount } }', {});
    const { totalCount } = (answer.data as { regions: { totalCount: number } }).regions;
    const { cost } = await post(regions, { f: { or: many(100, contains) } });
    expect(cost).toBeGreaterThan((100 * totalCount) / 85);
    expect(cost).toBeLessThan((100 * totalCount) / 65);
  });

  test('cost no more below a list of many items than the whole table', async () => {
    const below = (first: number): Promise<{ cost: number | null }> =>
      post(
        `{ pairings(first: ${first}) { nodes { funds(first: 0, filter: {kind: {eq: FISCAL}}) { totalCount } } } }`,
        {},
      );
    const [ten, hundred] = [await below(10), await below(100)];
    expect(Number(hundred.cost) - Number(ten.cost)).toBe(90 * 3);
  });
});

test('the values of lists of arguments are limited, whichever argument has them', async () => {
  const found = [
    await post('query ($f: FundsFilter) { funds(filter: $f) { totalCount } }', {
      f: { pairing: { in: many(5_001, String) } },
    }),
    await post(
      'query ($s: [FigureStatus!]!) { fundGroups(kind: FISCAL, groupBy: YEAR, statuses: $s) { total { value } } }',
      {
        s: many(20_000, () => 'ACTUAL'),
      },
    ),
  ];
  expect(found.map(({ status, answer }) => [status, answer.errors?.[0]?.extensions])).toEqual([
    [400, expect.objectContaining({ code: 'DOCUMENT_LIMIT', measured: 'values', found: 5_001, argument: 'filter' })],
    [400, expect.objectContaining({ code: 'DOCUMENT_LIMIT', measured: 'values', found: 20_000, argument: 'statuses' })],
  ]);
});

describe('a big table', () => {
  const sizes = new Map([
    ['Fund', 100_000],
    ['Region', 1_000_000],
  ]);

  test('makes filters and groups cost more, and the refusal says why', async () => {
    const own = await gatewayInProcess(gateway.graph, {}, { tableSizes: () => Promise.resolve(sizes) });
    const groups = 'fundGroups(kind: FISCAL, groupBy: YEAR, first: 1) { total { value } }';
    const [one, seven, filter, small] = [
      await post(`{ ${groups} }`, {}, own.url),
      await post(`{ ${many(7, (i) => `a${i}: ${groups}`).join(' ')} }`, {}, own.url),
      await post(regions, { f: { or: many(10, contains) } }, own.url),
      await post('{ pairing(id: "xihu-xuanen") { funds(filter: {kind: {eq: FISCAL}}) { totalCount } } }', {}, own.url),
    ];
    await own.stop();
    expect([one.status, one.cost]).toEqual([200, 500 + 22 + 16_334]);
    expect([small.status, small.cost]).toEqual([200, 1 + 1 + 1 + 134]);
    expect(seven.answer.errors).toEqual([
      {
        message:
          'The query may cost 117,992; the limit is 100,000. "a0", which adds up about 100,000 rows with 0 conditions, is 16,334 of it: ask with fewer conditions, or in several requests.',
        extensions: { code: 'COST_LIMIT', estimate: 117_992, limit: 100_000, path: ['a0'] },
      },
    ]);
    expect(filter.answer.errors).toMatchObject([
      {
        message: expect.stringContaining(
          '"regions", which looks through about 1,000,000 rows with 10 conditions, is 133,334 of it',
        ),
        extensions: { code: 'COST_LIMIT', argument: 'filter', path: ['regions'] },
      },
    ]);
  });

  test('is known to a gateway over services too', async () => {
    const own = await gatewayOverHttp('sqlite');
    const both = [await post(regions, { f: contains(1) }, own.url), await post(regions, { f: contains(1) })];
    await own.stop();
    expect(both[0]?.cost).toBe(both[1]?.cost);
    expect(both[0]?.cost).toBeGreaterThan(40);
  });
});
