import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { openedSubgraph } from '../support/subgraph.js';

/** The fields from a list to records, where they are not `discrepancies`. */
const shared: Readonly<Record<string, string>> = { discrepancies: 'between { id }' };

describeEachEngine('pairings', (engine) => {
  const opened = openedSubgraph(engine, pairings);
  const { ask } = opened;

  test('reports that the poor households of Xuan’en do not add up, and between which records', async () => {
    expect(
      await ask(`{ region(id: "422825") { outcomes(filter: {indicator: {eq: POOR_HOUSEHOLDS}}) { nodes {
        figure { text }
        discrepancies { difference unit between { __typename ... on Outcome { indicator figure { value } } } }
      } } } }`),
    ).toEqual({
      data: {
        region: {
          outcomes: {
            nodes: [
              {
                figure: { text: '27,552 households' },
                discrepancies: [
                  {
                    difference: 102,
                    unit: 'HOUSEHOLD',
                    between: [
                      { __typename: 'Outcome', indicator: 'POOR_HOUSEHOLDS', figure: { value: 27552 } },
                      { __typename: 'Outcome', indicator: 'HOUSEHOLDS_LIFTED', figure: { value: 18782 } },
                      { __typename: 'Outcome', indicator: 'HOUSEHOLDS_STILL_POOR', figure: { value: 8872 } },
                    ],
                  },
                ],
              },
            ],
          },
        },
      },
    });
  });

  test('finds pairings by where parties are that are only counted', async () => {
    const found = '{ nodes { id } }';
    expect(
      await ask(`{
        hospitals: pairings(filter: { recipient: { within: "520000" }, level: { eq: HOSPITAL } }) ${found}
        parts: pairings(filter: { recipient: { within: "520627" }, parent: { eq: "zhangjiagang-yanhe" } }) { totalCount }
      }`),
    ).toEqual({
      data: {
        hospitals: { nodes: [{ id: 'guizhou-hospitals' }, { id: 'zhangjiagang-yanhe-hospitals' }] },
        parts: { totalCount: 8 },
      },
    });
  });

  test('refers to the records of other subgraphs by type and id', async () => {
    expect(
      await ask('{ discrepancy(id: "yanhe-money-kinds") { difference between { __typename id } pairings { id } } }'),
    ).toEqual({
      data: {
        discrepancy: {
          difference: null,
          between: [
            { __typename: 'Fund', id: 'zhangjiagang-yanhe-funds-four-tiers' },
            { __typename: 'Fund', id: 'zhangjiagang-yanhe-leasing' },
            { __typename: 'Fund', id: 'zhangjiagang-yanhe-donations-2018' },
          ],
          pairings: [{ id: 'zhangjiagang-yanhe' }],
        },
      },
    });
  });

  test('answers every field of a party and of a source’s document', async () => {
    expect(
      await ask(`{ pairing(id: "xihu-xuanen") {
        donor { party { name ... on Region { kind level } } }
        sources { document { title number } paragraph }
      } }`),
    ).toEqual({
      data: {
        pairing: {
          donor: { party: { name: '西湖区', kind: 'ADMINISTRATIVE', level: 'COUNTY' } },
          sources: [
            {
              document: {
                title: '东西协作共创全国民族团结进步示范县——浙江杭州西湖区对口帮扶湖北宣恩县纪实',
                number: null,
              },
              paragraph: 15,
            },
          ],
        },
      },
    });
  });

  test('keeps the date of a target that has no number', async () => {
    expect(
      await ask(`{ outcomes(filter: {region: {eq: "513429"}, indicator: {eq: COUNTY_EXIT}}) { nodes {
        status figure { value } from { text } to { text }
      } } }`),
    ).toEqual({
      data: { outcomes: { nodes: [{ status: 'TARGET', figure: null, from: { text: '2019' }, to: { text: '2020' } }] } },
    });
  });

  test.each([
    ['provisions', 20, 'issuers { name } items { name } parts { totalCount }'],
    ['exchanges', 10, 'destinations { name } agenda { name } parts { totalCount }'],
    ['outcomes', 10, 'region { name } parts { totalCount }'],
    ['discrepancies', 10, 'region { name }'],
  ])('reads %s in the same number of statements for a short list and a long one', async (list, few, fields) => {
    const statements = async (first: number, more: string): Promise<number> => {
      const before = opened.database.statements;
      await ask(`{ ${list}(first: ${first}) { nodes { ${fields} ${more} } } }`);
      return opened.database.statements - before;
    };
    for (const more of ['pairings { id } sources { document { title } }', shared[list] ?? 'discrepancies { id }']) {
      expect(await statements(500, more)).toBe(await statements(few, more));
    }
  });

  test('refuses a discrepancy between records that are unknown', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiedui-data-'));
    cpSync(join(projectRoot, 'data/articles'), folder, { recursive: true });
    const file = join(folder, 'discrepancies.csv');
    const text = readFileSync(file, 'utf8').replace('Fund:xihu-xuanen-funds-2018;', 'Fund:no-such-fund;');
    writeFileSync(file, text);
    const line = text.split('\n').findIndex((each) => each.includes('no-such-fund')) + 1;
    await expect(importFolder(opened.graph, folder)).rejects.toThrow(
      `discrepancies.csv:${line} between: found "no-such-fund", which is unknown, expected an id of funds.csv`,
    );
    rmSync(folder, { recursive: true });
  });
});
