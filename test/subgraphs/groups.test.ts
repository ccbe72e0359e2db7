import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isEnumType, isObjectType } from 'graphql';

import { projectRoot } from '../../platform/config.js';
import { recordTables } from '../../vocabulary/record/record-tables.js';
import { describeEachEngine } from '../support/engines.js';
import { caseFund, casePairing, importCases } from '../support/fund-cases.js';
import { servedGraph } from '../support/gateway.js';

const schema = buildSchema(readFileSync(join(projectRoot, 'schema/api.graphql'), 'utf8'));
const fields = schema.getQueryType()?.getFields() ?? {};

const groupFields = Object.keys(fields).filter((name) => name.endsWith('Groups'));

/** The keys of groups, by the field that gives them. */
const keysOf = (field: string): readonly string[] => {
  const type = getNamedType(fields[field]?.args.find(({ name }) => name === 'groupBy')?.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
};

const common = ['PAIRING', 'PROGRAMME', 'LEVEL', 'DONOR', 'RECIPIENT', 'DONOR_PREFECTURE', 'RECIPIENT_PREFECTURE'];
const all = [...common, 'DONOR_PROVINCE', 'RECIPIENT_PROVINCE', 'YEAR', 'HALF_YEAR', 'KIND'];

/** What else than its keys groups of a type have to be asked with. */
const asked: Readonly<Record<string, string>> = { fundGroups: 'kind: FISCAL, ', placementGroups: 'stage: PLACED, ' };

const own: Readonly<Record<string, readonly string[]>> = {
  courseGroups: ['COUNTS', 'TRAINEE'],
  coverageGroups: ['COUNTS'],
  enterpriseGroups: ['COUNTS'],
  exchangeGroups: ['DIRECTION'],
  expertExchangeGroups: ['DIRECTION'],
  facilityGroups: ['COUNTS'],
  fundGroups: ['TIER'],
  jobFairGroups: ['WORKER'],
  jobOfferGroups: ['WORKER'],
  outcomeGroups: ['INDICATOR'],
  placementGroups: ['STAGE', 'WORKER', 'REACH', 'SITE'],
  projectGroups: ['STATE'],
  provisionGroups: [],
  saleGroups: [],
  secondmentGroups: ['DIRECTION', 'SECONDED'],
  stationGroups: [],
};

test('there are groups of every type of record and of pairings, each by what it has', () => {
  const tables = Object.keys(recordTables).map((name) => name.replace(/^./, (letter) => letter.toLowerCase()));
  expect(groupFields.sort()).toEqual([...tables, 'pairing'].map((name) => `${name}Groups`).sort());
  expect(Object.fromEntries(groupFields.map((field) => [field, keysOf(field)]))).toEqual({
    ...Object.fromEntries(Object.entries(own).map(([field, keys]) => [field, [...all, ...keys]])),
    pairingGroups: [
      ...all.filter((key) => !['PAIRING', 'YEAR', 'HALF_YEAR', 'KIND'].includes(key)),
      ...['SCOPE', 'EVIDENCE', 'YEAR'],
    ],
  });
});

const annual = (id: string, more: Readonly<Record<string, string>>): ReturnType<typeof caseFund> =>
  caseFund(id, { basis: 'ANNUAL', ...more });

const cases = {
  pairings: [
    casePairing('one', { donor: '深圳市', recipient: '百色市', level: 'PREFECTURE' }),
    casePairing('two', { donor: '广州市', recipient: '百色市', level: 'PREFECTURE' }),
    casePairing('three', { programme: 'other', donor: '福田区', recipient: '西湖区 @ 南昌市', level: 'COUNTY' }),
  ],
  funds: [
    annual('of-one', { pairings: 'one', from: '2016', to: '2017', value: '100', tier: 'PREFECTURE' }),
    annual('of-both', { pairings: 'one; two', from: '2017', to: '2018', value: '10' }),
    annual('as-a-whole', { programme: 'cases', from: '2018', to: '2019', value: '1000', donor: '深圳市' }),
    annual('first-half', { pairings: 'three', from: '2016', to: '2016-07', value: '7', tier: 'COUNTY' }),
    annual('a-month', { pairings: 'three', from: '2016-08', to: '2016-09', value: '3' }),
    annual('a-year', { pairings: 'three', from: '2017', to: '2018', value: '5' }),
  ],
};

type Row = Readonly<Record<string, unknown>>;
const filter = 'filter: { or: [{ programme: { eq: "cases" } }, { programme: { eq: "other" } }] }';

describeEachEngine('groups', (engine) => {
  const graph = servedGraph(engine, { shipped: 'nation', load: (opened) => importCases(opened, cases) });

  const rows = async (query: string): Promise<readonly Row[]> => {
    const answer = (await graph.ask(`{ rows: ${query} }`)) as { data?: { rows: readonly Row[] }; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    return answer.data?.rows ?? [];
  };

  const funds = (keys: string, selected: string): Promise<readonly Row[]> =>
    rows(
      `fundGroups(kind: FISCAL, basis: ANNUAL, groupBy: [${keys}], orderBy: KEYS, ${filter}) { keys { ${selected} } total { value min max count shared } }`,
    );

  test('by programme have a record of two of its pairings once, and what is about the programme as a whole', async () => {
    const found = await funds('PROGRAMME', 'programme { id name }');
    expect(found.map(({ keys, total }) => [keys, total])).toEqual([
      [{ programme: { id: 'cases', name: '对口' } }, { value: 1110, min: 1110, max: 1110, count: 3, shared: 0 }],
      [{ programme: { id: 'other', name: '协作' } }, { value: 15, min: 15, max: 15, count: 3, shared: 0 }],
    ]);
  });

  test('by level and by prefecture have those of their pairings', async () => {
    const byLevel = await funds('LEVEL', 'level');
    expect(byLevel.map(({ keys, total }) => [(keys as Row)['level'], (total as Row)['min']])).toEqual([
      ['COUNTY', 15],
      ['PREFECTURE', 110],
      [null, 1000],
    ]);
    const byPrefecture = await funds(
      'DONOR_PREFECTURE, RECIPIENT_PREFECTURE',
      'donorPrefecture { name } recipientPrefecture { name }',
    );
    expect(byPrefecture.map(({ keys, total }) => [keys, (total as Row)['count'], (total as Row)['shared']])).toEqual([
      [{ donorPrefecture: { name: '广州市' }, recipientPrefecture: { name: '百色市' } }, 1, 1],
      [{ donorPrefecture: { name: '深圳市' }, recipientPrefecture: { name: '南昌市' } }, 3, 0],
      [{ donorPrefecture: { name: '深圳市' }, recipientPrefecture: { name: '百色市' } }, 2, 1],
      [{ donorPrefecture: { name: '深圳市' }, recipientPrefecture: null }, 1, 0],
    ]);
  });

  test('by programme and donor have a donor with the programme of its own pairing', async () => {
    const found = await funds('PROGRAMME, DONOR', 'programme { id } donor { name }');
    expect(found.map(({ keys }) => keys)).toEqual([
      { programme: { id: 'cases' }, donor: { name: '广州市' } },
      { programme: { id: 'cases' }, donor: { name: '深圳市' } },
      { programme: { id: 'other' }, donor: { name: '福田区' } },
    ]);
  });

  test('by half-year have a part of one as a bound, and longer figures by their years', async () => {
    const found = await funds('HALF_YEAR', 'halfYear year years');
    expect(found.map(({ keys, total }) => [keys, (total as Row)['min'], (total as Row)['max']])).toEqual([
      [{ halfYear: '2016-H1', year: 2016, years: null }, 7, 7],
      [{ halfYear: '2016-H2', year: 2016, years: null }, 3, null],
      [{ halfYear: null, year: 2016, years: null }, 100, 100],
      [{ halfYear: null, year: 2017, years: null }, 15, 15],
      [{ halfYear: null, year: 2018, years: null }, 1000, 1000],
    ]);
  });

  test('by a column of the type have its values, null where none is given', async () => {
    const found = await funds('TIER', 'tier');
    expect(found.map(({ keys, total }) => [(keys as Row)['tier'], (total as Row)['count']])).toEqual([
      ['COUNTY', 1],
      ['PREFECTURE', 1],
      [null, 4],
    ]);
  });

  test('by stage are those by kind, and need no stage', async () => {
    const [byStage, byKind] = [
      await rows('placementGroups(groupBy: [STAGE]) { keys { stage } total { text } }'),
      await rows('placementGroups(groupBy: [KIND]) { keys { kind } total { text } }'),
    ];
    expect(byStage.length).toBeGreaterThan(1);
    expect(byStage).toEqual(byKind.map(({ keys, total }) => ({ keys: { stage: (keys as Row)['kind'] }, total })));
  });

  test.each(groupFields.flatMap((field) => keysOf(field).map((key) => [field, key] as const)))(
    'are there: %s by %s',
    async (field, key) => {
      const given = ['KIND', 'STAGE'].includes(key) ? '' : (asked[field] ?? '');
      const row = getNamedType(fields[field]?.type);
      const measure = isObjectType(row) && 'total' in row.getFields() ? 'total { count min max }' : 'count';
      const page = field.replace('Groups', 'GroupPage');
      const args = `(${given}groupBy: [${key}], first: 500)`;
      const list = await rows(`${field}${args} { ${measure} following nested }`);
      expect(list.length).toBeGreaterThan(0);
      const answer = await graph.ask(`{ page: ${page}${args} { totalCount nodes { ${measure} following nested } } }`);
      expect(answer).toMatchObject({ data: { page: { totalCount: list.length, nodes: list } } });
    },
  );

  test('are walked page by page, and their number is known on an empty page', async () => {
    const page = (args: string): Promise<unknown> =>
      graph.ask(
        `{ fundGroupPage(kind: FISCAL, basis: ANNUAL, groupBy: [TIER], orderBy: KEYS, ${filter}, ${args}) { totalCount nodes { keys { tier } } pageInfo { hasNextPage endCursor } } }`,
      );
    const first = (await page('first: 2')) as { data: { fundGroupPage: { pageInfo: { endCursor: string } } } };
    expect(first).toMatchObject({
      data: { fundGroupPage: { totalCount: 3, nodes: [{}, {}], pageInfo: { hasNextPage: true } } },
    });
    expect(await page(`first: 2, after: "${first.data.fundGroupPage.pageInfo.endCursor}"`)).toMatchObject({
      data: { fundGroupPage: { totalCount: 3, nodes: [{ keys: { tier: null } }], pageInfo: { hasNextPage: false } } },
    });
    expect(await page('first: 0')).toEqual({
      data: {
        fundGroupPage: { totalCount: 3, nodes: [], pageInfo: { hasNextPage: true, endCursor: null } },
      },
    });
  });

  test.each([
    ['total: { gte: 100 }', [2016, 2018]],
    ['total: { gt: 200 }', [2018]],
    ['total: { lte: 15 }', [2017]],
    ['total: { isNull: true }', []],
    ['total: { gte: 15 }, count: { gte: 2 }', [2016, 2017]],
    ['or: [{ total: { eq: 15 } }, { total: { gte: 1000 } }]', [2017, 2018]],
  ])('are chosen by what they add up to: %s', async (having, years) => {
    const query = `basis: ANNUAL, kind: FISCAL, groupBy: [YEAR], orderBy: KEYS, having: { ${having} }, ${filter}`;
    const found = await rows(`fundGroups(${query}) { keys { year } total { min max } }`);
    expect(found.map(({ keys }) => (keys as Row)['year'])).toEqual(years);
    expect(await graph.ask(`{ fundGroupPage(${query}) { totalCount } }`)).toEqual({
      data: { fundGroupPage: { totalCount: years.length } },
    });
  });

  test('of pairings count what lists of them have', async () => {
    const count = async (filtered: string): Promise<unknown> =>
      ((await graph.ask(`{ list: pairings(first: 0, ${filtered}) { totalCount } }`)) as { data: { list: Row } }).data
        .list['totalCount'];
    const level = await rows('pairingGroups(groupBy: [LEVEL]) { keys { level } count }');
    expect(level.length).toBeGreaterThan(5);
    for (const { keys, count: found } of level) {
      expect([keys, found]).toEqual([
        keys,
        await count(`filter: { level: { eq: ${String((keys as Row)['level'])} } }`),
      ]);
    }
    const [one] = await rows(
      'pairingGroups(groupBy: [DONOR_PROVINCE], asOf: "2019-06-30", first: 1) { keys { donorProvince { id } } count }',
    );
    const province = ((one?.['keys'] as Row)['donorProvince'] as Row)['id'];
    expect(one?.['count']).toBe(
      await count(`filter: { donor: { within: "${String(province)}" } }, asOf: "2019-06-30"`),
    );
    const years = await rows('pairingGroups(groupBy: [YEAR], having: { count: { gte: 100 } }) { keys { year } count }');
    expect(years.length).toBeGreaterThan(0);
    for (const { keys, count: found } of years) {
      const answer = await graph.ask(
        `{ pairingYears(first: 0, filter: { year: { eq: ${String((keys as Row)['year'])} } }) { totalCount } }`,
      );
      expect(answer).toEqual({ data: { pairingYears: { totalCount: found } } });
    }
    expect(await rows('pairingGroups { count }')).toEqual([{ count: await count('') }]);
  });

  test('lead on to their pairings, programmes and regions, in the subgraph that owns them too', async () => {
    const [found] = await rows(
      'exchangeGroups(groupBy: [PAIRING, PROGRAMME, DONOR], first: 1) { keys { pairing { level donor { label } } programme { name } donor { name kind } } }',
    );
    expect(found).toEqual({
      keys: {
        pairing: { level: expect.any(String), donor: { label: expect.any(String) } },
        programme: { name: expect.any(String) },
        donor: { name: expect.any(String), kind: expect.any(String) },
      },
    });
  });

  test('of experts add up what totals of their pairing do', async () => {
    expect(
      await graph.ask(
        '{ pairing(id: "zhangjiagang-yanhe") { expertExchangeTotal { text } technologies: expertExchangeTotal(unit: TECHNOLOGY, basis: ANNUAL) { text } } }',
      ),
    ).toEqual({
      data: { pairing: { expertExchangeTotal: { text: '34 persons' }, technologies: { text: '14 technologies' } } },
    });
  });

  test('cost three statements, whatever the keys, and counts one', async () => {
    const query = `{ fundGroups(kind: FISCAL, groupBy: [PROGRAMME, LEVEL, DONOR_PREFECTURE, TIER, HALF_YEAR], ${filter}) { total { value } keys { halfYear level } } }`;
    await expect(() => graph.ask(query)).toSendStatements(graph.databases, 3);
    const counts = '{ pairingGroups(groupBy: [YEAR, LEVEL, DONOR_PROVINCE]) { count } }';
    await expect(() => graph.ask(counts)).toSendStatements(graph.databases, 1);
  });
});
