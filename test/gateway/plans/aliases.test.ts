import { expect, test } from '@jest/globals';

import { askWhole } from '../../support/client.js';
import { describeEachEngine } from '../../support/engines.js';
import { servedGraph } from '../../support/gateway.js';

const guizhou = (selection: string): string => `{ region(code: "520000") { ${selection} } }`;
const yanhe = (selection: string): string => `{ pairing(id: "zhangjiagang-yanhe") { ${selection} } }`;
const funds = 'fundsReceived(first: 1) { totalCount }';

describeEachEngine('a field', (engine) => {
  const gateway = servedGraph(engine);

  test.each<readonly [string, string, object]>([
    ['a key of its type', guizhou(`id: name ${funds}`), { region: { id: '贵州省', fundsReceived: { totalCount: 1 } } }],
    [
      'a key, of another type',
      guizhou(`id: level ${funds}`),
      { region: { id: 'PROVINCE', fundsReceived: { totalCount: 1 } } },
    ],
    [
      'a key, and is an object',
      guizhou(`id: parent { name } name: id ${funds}`),
      { region: { id: null, name: '520000', fundsReceived: { totalCount: 1 } } },
    ],
    [
      'a key, and is a list',
      '{ region(code: "520627") { id: ancestors { name } fundsReceived(first: 1) { totalCount } } }',
      { region: { id: [{ name: '贵州省' }, { name: '铜仁市' }], fundsReceived: { totalCount: 4 } } },
    ],
    [
      'a key below an interface',
      yanhe('donor { party { id: name ... on Region { level fundsGiven { totalCount } } } }'),
      { pairing: { donor: { party: { id: '张家港市', level: 'COUNTY', fundsGiven: { totalCount: 0 } } } } },
    ],
    [
      '__typename',
      yanhe('__typename: level kind: __typename donor { party { __typename: name id: __typename } }'),
      {
        pairing: { __typename: 'COUNTY', kind: 'Pairing', donor: { party: { __typename: '张家港市', id: 'Region' } } },
      },
    ],
    [
      'another field, which is selected too',
      yanhe('level: id id: level funds: placements { totalCount } placements: funds { totalCount }'),
      {
        pairing: {
          level: 'zhangjiagang-yanhe',
          id: 'COUNTY',
          funds: { totalCount: 1 },
          placements: { totalCount: 4 },
        },
      },
    ],
    [
      'something else, in a fragment on an interface of its type',
      guizhou('... on Party { n: name ... on Region { id: code ... on Party { code: nameEn } } }'),
      { region: { n: '贵州省', id: '520000', code: 'Guizhou Province' } },
    ],
  ])('may be called what the plan calls %s', async (_what, query, data) => {
    const answer = await gateway.ask(query);
    expect(answer).toEqual({ data });
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
  });

  test('has the client’s name in the paths of errors and of what is missing', async () => {
    const query = yanhe('id: funds(after: "nothing") { totalCount } level');
    const { data, errors, extensions } = (await askWhole(gateway.url, query)) as {
      data: object;
      errors: { path: string[] }[];
      extensions: { completeness: object };
    };
    expect(data).toEqual({ pairing: { id: null, level: 'COUNTY' } });
    expect(errors.map(({ path }) => path)).toEqual([['pairing', 'id']]);
    expect(extensions.completeness).toEqual({
      complete: false,
      missing: [{ subgraph: 'finance', code: 'BAD_USER_INPUT', paths: [['pairing', 'id']] }],
    });
  });

  test('has its own name in each of two answers that are cached and share a plan', async () => {
    const query = (name: string): string => yanhe(`${name}: level funds { totalCount }`);
    for (const name of ['id', 'kind', 'id', 'kind']) {
      expect(await gateway.ask(query(name))).toEqual({
        data: { pairing: { [name]: 'COUNTY', funds: { totalCount: 4 } } },
      });
    }
  });

  test.each<readonly [string, string, object]>([
    ['of the root type', 'jobFairs @include(if: $yes) { pageInfo @skip(if: $yes) { hasNextPage } }', { jobFairs: {} }],
    ['that is skipped always', 'jobFairs @include(if: $yes) { totalCount @skip(if: true) }', { jobFairs: {} }],
    [
      'of another subgraph',
      'region(code: "520000") { code fundsGiven @include(if: $yes) { totalCount @skip(if: $yes) } }',
      { region: { code: '520000', fundsGiven: {} } },
    ],
    [
      'with fragments on other types alone',
      'region(code: "520000") @include(if: $yes) { ... on Party { ... on Organisation { kind } } }',
      { region: {} },
    ],
    [
      'in a fragment',
      'region(code: "520000") @include(if: $yes) { ...F } } fragment F on Region { ... { name @skip(if: $yes) }',
      { region: {} },
    ],
  ])('is an object without fields where all of them are left out: %s', async (_what, selection, data) => {
    expect(await gateway.ask(`query ($yes: Boolean!) { ${selection} }`, { yes: true })).toEqual({ data });
  });
});
