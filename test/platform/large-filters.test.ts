import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { RunningServer } from '../../platform/http-server.js';
import { tableSizes } from '../../platform/table-sizes.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { answerOf, type GraphQLAnswer } from '../support/client.js';
import { describeEachEngine } from '../support/engines.js';
import { gatewayInProcess } from '../support/gateway.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));
const ids = many(999, (index) => `pairing-${index}`);
const nested = (levels: number, inner: object): object => (levels === 0 ? inner : { not: nested(levels - 1, inner) });

describeEachEngine('a filter', (engine) => {
  let opened: TestGraph;
  let gateway: RunningServer;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
    // The limits of the gateway are above those of the subgraphs here.
    const unlimited = { MAX_FILTER_CONDITIONS: '100000', MAX_LIST_VALUES: '1000000', MAX_DEPTH: '100' };
    gateway = await gatewayInProcess(opened.graph, { ...unlimited, MAX_COST: '100000000' });
  });

  afterAll(async () => {
    await gateway.stop();
    await opened.close();
  });

  const count = async (list: 'funds' | 'regions', filter: object | string): Promise<unknown> => {
    const type = list === 'funds' ? 'FundsFilter' : 'RegionsFilter';
    const query = `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;
    const variables = typeof filter === 'string' ? filter : JSON.stringify({ filter });
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
    });
    const { data, errors }: GraphQLAnswer = await answerOf(response);
    return errors ?? (data as Readonly<Record<string, { totalCount: number }>>)[list]?.totalCount;
  };

  test('takes lists of many values as SQL does, whatever else is in them', async () => {
    const all = await count('funds', {});
    const known = await count('funds', { pairing: { eq: 'xihu-xuanen' } });
    expect(known).toBeGreaterThan(0);
    expect(await count('funds', { pairing: { in: [...ids, 'xihu-xuanen'] } })).toBe(known);
    expect(await count('funds', { pairing: { notIn: [...ids, 'xihu-xuanen'] } })).toBe(Number(all) - Number(known));
    expect(await count('funds', { not: { pairing: { in: ['xihu-xuanen', ...ids] } } })).toBe(
      Number(all) - Number(known),
    );
    const values = many(2_000, (index) => index + 0.5);
    expect(await count('funds', { value: { in: values } })).toBe(0);
    expect(await count('funds', { value: { notIn: values } })).toBe(all);
    expect(await count('funds', { from: { in: many(900, () => '2017-01-01') } })).toEqual(
      await count('funds', { from: { eq: '2017-01-01' } }),
    );
  });

  test.each([
    ['an or', { or: many(250, () => ({ name: { contains: '县' }, code: { ne: 'x' } })) }],
    ['an and', { and: many(500, () => ({ name: { contains: '' } })) }],
    ['nested nots', nested(38, { or: many(400, () => ({ name: { startsWith: '西' } })) })],
    ['nots in a list', { and: many(499, () => ({ not: { not: { code: { in: ['x', 'y'] } } } })) }],
  ])('takes many conditions: %s', async (_name, filter) => {
    expect(await count('regions', filter)).toEqual(expect.any(Number));
  });

  test.each<[string, 'funds' | 'regions', object, string, RegExp]>([
    [
      'too many conditions',
      'regions',
      { or: many(999, () => ({ name: { eq: 'x' } })) },
      'filter',
      /at most 500 conditions, .*found 999\./,
    ],
    [
      'too many empty ones',
      'regions',
      { or: many(999, () => ({})) },
      'filter',
      /at most 500 conditions, .*found 999\./,
    ],
    ['too many levels', 'regions', nested(60, { name: { eq: 'x' } }), 'filter', /at most 40 levels of and, or and not/],
    [
      'too many values',
      'funds',
      { pairing: { in: many(12_000, String) } },
      'filter',
      /at most 10,000 values in its lists, found 12000\./,
    ],
    [
      'a long text to contain',
      'regions',
      { name: { contains: '县'.repeat(50_001) } },
      'filter.name.contains',
      /a text of at most 1,000 characters/,
    ],
    [
      'a long text to begin with',
      'regions',
      { or: [{ name: { startsWith: 'x'.repeat(1_001) } }] },
      'filter.or[0].name.startsWith',
      /a text of at most 1,000 characters/,
    ],
  ])('is refused for %s, and the refusal names the limit', async (_name, list, filter, argument, message) => {
    expect(await count(list, filter)).toEqual([
      {
        message: expect.stringMatching(message),
        path: [list],
        extensions: { code: 'BAD_USER_INPUT', argument, subgraph: expect.any(String) },
      },
    ]);
  });

  test('takes odd texts for what they are: found nowhere', async () => {
    const odd = ['a\\ud800', '\\udc00', '%_!', 'x'.repeat(200_000)];
    for (const text of odd) {
      for (const operators of [`{"eq":"${text}"}`, `{"in":["${text}","y"]}`, `{"eq":"${text}","ne":"z"}`]) {
        expect(await count('regions', `{"filter":{"name":${operators}}}`)).toBe(0);
      }
    }
    for (const text of odd.slice(0, 3)) {
      expect(await count('regions', `{"filter":{"name":{"contains":"${text}"}}}`)).toBe(0);
    }
  });

  test('has tables whose sizes are known without counting', async () => {
    const funds = await count('funds', {});
    const { Fund = 0, Project = 0 } = await tableSizes(databaseOf(opened, finance));
    expect(Fund).toBe(funds);
    expect(Project).toBeGreaterThan(0);
  });
});
