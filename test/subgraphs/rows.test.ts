import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../platform/config.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { training } from '../../subgraphs/training/subgraph.js';
import { recordTables } from '../../vocabulary/record/record-tables.js';
import type { Engine } from '../../platform/database.js';
import { describeEachEngine } from '../support/engines.js';
import { caseFund, casePairing, importCases, type FundRows } from '../support/fund-cases.js';
import { openedSubgraph } from '../support/subgraph.js';

const tables = readNamedQueries('tables');

function documentOf(name: string): string {
  const found = tables.find((each) => each.name === name);
  if (!found) {
    throw new Error(`There is no table ${name}.`);
  }
  return found.query;
}

interface Rows {
  readonly data: Readonly<
    Record<
      string,
      {
        readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
        readonly pageInfo: { readonly hasNextPage: boolean };
      }
    >
  >;
}

describe('the tables', () => {
  const schema = buildSchema(readFileSync(join(projectRoot, 'schema/api.graphql'), 'utf8'));
  const fields = schema.getQueryType()?.getFields() ?? {};
  const rowFields = Object.keys(fields).filter((name) => name.endsWith('Rows') || name === 'pairingYears');

  test('are there for every type of record, for pairings and their years, and for regions', () => {
    const types = [...Object.keys(recordTables), 'Pairing', 'Region'];
    expect(rowFields.sort()).toEqual(
      [...types.map((name) => `${name.replace(/^./, (letter) => letter.toLowerCase())}Rows`), 'pairingYears'].sort(),
    );
    expect(tables.map(({ name }) => name)).toHaveLength(types.length + 2);
  });

  // The adapter reads names of types one level deep, and gives up on what it does not know.
  test.each(rowFields)('open in the GraphQL adapter of Superset with all columns: %s', (name) => {
    const connection = fields[name]?.type;
    expect(isNonNullType(connection)).toBe(false);
    const edges = isObjectType(connection) ? connection.getFields()['edges']?.type : undefined;
    expect(isListType(edges) && !isNonNullType(edges.ofType)).toBe(true);
    const edge = edges && getNamedType(edges);
    const node = isObjectType(edge) ? edge.getFields()['node']?.type : undefined;
    if (!isObjectType(node)) {
      throw new Error(`The node of ${name} is ${String(node)}, which is no nullable object.`);
    }
    const scalars = ['String', 'ID', 'Int', 'Float', 'Boolean', 'Date', 'DateTime', 'Time'];
    const others = Object.values(node.getFields()).filter(
      ({ type }) => isNonNullType(type) || !isScalarType(getNullableType(type)) || !scalars.includes(String(type)),
    );
    expect(others.map(({ name: column }) => column)).toEqual([]);
    expect(Object.values(node.getFields()).filter(({ description }) => !description)).toEqual([]);
  });
});

describeEachEngine('rows', (engine) => {
  const ofFinance = openedSubgraph(engine, finance);
  const ofTraining = openedSubgraph(engine, training);
  const pairingsGraph = openedSubgraph(engine, pairings);

  test('of funds have who gave what to whom when, and where it is printed', async () => {
    const { data } = (await ofFinance.ask(documentOf('funds'))) as Rows;
    const row = data['fundRows']?.edges.find(({ node }) => node['id'] === 'xihu-xuanen-funds-2018')?.node;
    expect(row).toMatchObject({
      recordType: 'Fund',
      measure: 'FISCAL',
      kind: 'FISCAL',
      status: 'COMMITTED',
      basis: 'LEVEL',
      bound: 'EXACT',
      value: 25000000,
      min: 25000000,
      max: 25000000,
      unit: 'YUAN',
      from: '2018-01-01',
      to: '2019-01-01',
      year: 2018,
      donorCode: '330106',
      donorName: '西湖区',
      donorProvince: '浙江省',
      recipientCode: '422825',
      recipientNameEn: "Xuan'en County",
      recipientProvince: '湖北省',
      pairingIds: 'xihu-xuanen',
      sources: 's0#22',
      citation: expect.stringMatching(/, paragraph 22$/),
      dataset: 'articles',
    });
  });

  test('of courses join lists and parties in their order', async () => {
    const { data } = (await ofTraining.ask(documentOf('courses'))) as Rows;
    const rows = data['courseRows']?.edges.map(({ node }) => node) ?? [];
    const withTopics = rows.filter(({ topics }) => String(topics).includes('; '));
    expect(withTopics.length).toBeGreaterThan(0);
    for (const { topics, topicsEn } of withTopics) {
      expect(String(topicsEn).split('; ').length).toBe(String(topics).split('; ').length);
    }
  });

  test('of pairings have their sides and when they held', async () => {
    const { data } = (await pairingsGraph.ask(documentOf('pairings'))) as Rows;
    const row = data['pairingRows']?.edges.find(({ node }) => node['id'] === 'zhangjiagang-yanhe')?.node;
    expect(row).toMatchObject({
      level: 'COUNTY',
      donorCode: '320582',
      recipientCode: '520627',
      since: '2017-03-01',
      until: null,
      periods: 1,
    });
  });

  test('are as many statements for a page of 500 as for one of 2', async () => {
    const document = documentOf('funds');
    await expect(() => ofFinance.ask(document, { first: 2 })).toSendStatements(ofFinance.database, 8);
    await expect(() => ofFinance.ask(document, { first: 500 })).toSendStatements(ofFinance.database, 8);
  });

  test('read what is asked for alone', async () => {
    const query = '{ fundRows { edges { node { ...Some } } } } fragment Some on FundRow { id value }';
    await expect(() => ofFinance.ask(query)).toSendStatements(ofFinance.database, 1);
  });
});

describeEachEngine('a sum of rows', (engine) => {
  const pairing = (id: string, recipient: string) => casePairing(id, { recipient });
  const { ask, database } = ofFunds(engine, {
    pairings: [pairing('one', '广西壮族自治区'), pairing('two', '云南省')],
    funds: [
      caseFund('until-2018', { pairings: 'one', from: '2016', to: '2018', value: '100' }),
      caseFund('until-2020', { pairings: 'one', from: '2016', to: '2020', value: '250' }),
      caseFund('other', { pairings: 'two', from: '2016', to: '2020', value: '40' }),
      caseFund('twice', { pairings: 'two', from: '2016', to: '2020', value: '40', sources: 'd-early#7' }),
      caseFund('planned', { pairings: 'two', from: '2016', to: '2020', value: '7', status: 'PLANNED' }),
      caseFund('cash', { pairings: 'two', from: '2016', to: '2020', value: '5', kind: 'SOCIAL_CASH' }),
      caseFund('level', { pairings: 'two', from: '2016', to: '2020', value: '9', basis: 'LEVEL' }),
      caseFund('unwanted', { pairings: 'two', from: '2010', to: '2011', value: '3', rank: 'DEPRECATED' }),
    ],
  });

  const rows = async () => {
    const { data } = (await ask(
      '{ fundRows(first: 500, filter: { programme: { eq: "cases" } }) { edges { node { id value inTotal leftOutFor coveredBy totalKey } } } }',
    )) as Rows;
    return data['fundRows']?.edges.map(({ node }) => node) ?? [];
  };

  test('over those that are in a total is that total', async () => {
    const found = await rows();
    const sumOf = (key: string): number =>
      found
        .filter((row) => row['inTotal'] === true && row['totalKey'] === key)
        .reduce((sum, row) => sum + Number(row['value']), 0);
    for (const [kind, status] of [
      ['FISCAL', 'ACTUAL'],
      ['FISCAL', 'PLANNED'],
      ['SOCIAL_CASH', 'ACTUAL'],
    ] as const) {
      const answer = await ask(
        `{ fundGroups(kind: ${kind}, statuses: [${status}], groupBy: [KIND], filter: { programme: { eq: "cases" } }) { total { value } } }`,
      );
      expect([kind, status, answer]).toEqual([
        kind,
        status,
        { data: { fundGroups: [{ total: { value: sumOf(`Fund ${kind} YUAN ${status} CUMULATIVE`) } }] } },
      ]);
    }
  });

  test('is the grand total, which groups without a key give', async () => {
    const found = (await rows()).filter(
      (row) => row['inTotal'] === true && row['totalKey'] === 'Fund FISCAL YUAN ACTUAL CUMULATIVE',
    );
    const value = found.reduce((sum, row) => sum + Number(row['value']), 0);
    expect(
      await ask(
        '{ fundGroups(kind: FISCAL, filter: { programme: { eq: "cases" } }) { nested total { value count } keys { year kind } } }',
      ),
    ).toEqual({
      data: {
        fundGroups: [{ nested: false, total: { value, count: found.length }, keys: { year: null, kind: null } }],
      },
    });
  });

  test('says of each row that is not in it why, and what has it in itself', async () => {
    expect((await rows()).map((row) => [row['id'], row['inTotal'], row['leftOutFor'], row['coveredBy']])).toEqual([
      ['cash', true, null, null],
      ['level', false, null, null],
      ['other', true, null, null],
      ['planned', true, null, null],
      ['twice', false, 'REPORTED_TWICE', 'other'],
      ['until-2018', false, 'SUPERSEDED', 'until-2020'],
      ['until-2020', true, null, null],
      ['unwanted', false, 'DEPRECATED', null],
    ]);
  });

  test('costs a statement for all rows, once for each version of the data', async () => {
    const query = '{ fundRows(first: 500) { edges { node { inTotal } } } }';
    await ask(query);
    await expect(() => ask(query)).toSendStatements(database(), 1);
  });
});

function ofFunds(engine: Engine, cases: FundRows) {
  const opened = openedSubgraph(engine, finance, (graph) => importCases(graph, cases));
  return { ask: opened.ask, database: () => opened.database };
}

describeEachEngine('groups', (engine) => {
  const { ask } = openedSubgraph(engine, finance);

  test('are there for every type with totals, and add up what the total does', async () => {
    expect(
      await ask(
        '{ projectGroups(basis: CUMULATIVE) { total { value count unit } } saleGroups(groupBy: [KIND]) { keys { kind } total { text } } }',
      ),
    ).toEqual({
      data: {
        projectGroups: [{ total: { value: expect.any(Number), count: expect.any(Number), unit: 'PROJECT' } }],
        saleGroups: expect.arrayContaining([
          { keys: { kind: 'GOODS' }, total: { text: expect.stringContaining('yuan') } },
        ]),
      },
    });
  });
});
