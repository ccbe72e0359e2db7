import { expect, test } from '@jest/globals';

import { finance } from '../../subgraphs/finance/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { openedSubgraph } from '../support/subgraph.js';

describeEachEngine('finance', (engine) => {
  const opened = openedSubgraph(engine, finance);
  const { ask } = opened;

  test('knows the projects that a fund pays for, and the fund of each', async () => {
    expect(
      await ask(
        '{ fund(id: "zhangjiagang-yanhe-funds-four-tiers") { projects { totalCount nodes { figure { value unit } townships villages fund { id } place { name } } } } }',
      ),
    ).toEqual({
      data: {
        fund: {
          projects: {
            totalCount: 1,
            nodes: [
              {
                figure: { value: 63, unit: 'PROJECT' },
                townships: 21,
                villages: 72,
                fund: { id: 'zhangjiagang-yanhe-funds-four-tiers' },
                place: { name: '沿河土家族自治县' },
              },
            ],
          },
        },
      },
    });
  });

  test('finds projects in a region and all below it', async () => {
    expect(
      await ask(
        '{ projects(filter: {place: {within: "422825"}, kind: {in: [ROAD, EDUCATION]}}) { nodes { id place { name } beneficiary { name } } } }',
      ),
    ).toEqual({
      data: {
        projects: {
          nodes: [
            {
              id: 'dawan-school-sports-ground',
              place: { name: '大湾村' },
              beneficiary: { name: '长潭河侗族乡大湾村小学' },
            },
            { id: 'xuanen-roads', place: { name: '宣恩县' }, beneficiary: null },
          ],
        },
      },
    });
  });

  test('knows how far each step of a project has come', async () => {
    expect(
      await ask(
        '{ project(id: "wujiatai-tea-upgrade") { state milestones { nameEn state } } projectRows(filter: { title: { contains: "伍家台" } }) { edges { node { milestonesEn milestonesState } } } }',
      ),
    ).toEqual({
      data: {
        project: {
          state: 'IN_PROGRESS',
          milestones: [
            { nameEn: 'main structure of the plant for a modern line', state: 'COMPLETED' },
            { nameEn: 'first machines of the tea line (colour sorters)', state: 'IN_USE' },
            { nameEn: 'online shop', state: 'APPROVED' },
          ],
        },
        projectRows: {
          edges: [
            {
              node: {
                milestonesEn:
                  'main structure of the plant for a modern line; first machines of the tea line (colour sorters); online shop',
                milestonesState: 'COMPLETED; IN_USE; APPROVED',
              },
            },
          ],
        },
      },
    });
  });

  test('says what a source calls the first of its kind, and says it and its notes in both languages', async () => {
    expect(
      await ask(
        '{ fund(id: "zhangjiagang-yanhe-leasing") { purpose purposeZh distinction distinctionZh } other: fund(id: "hongshan-jianshi-goods") { note noteZh } }',
      ),
    ).toEqual({
      data: {
        fund: {
          purpose: 'raised by leasing for tourism in Yanhe',
          purposeZh: '为沿河旅游融资租赁',
          distinction: 'The first financial poverty relief between Jiangsu and Guizhou',
          distinctionZh: '苏黔首个金融扶贫项目',
        },
        other: { note: 'Its list of goods is open.', noteZh: '所列物资未尽。' },
      },
    });
  });

  test('keeps the lists of a sale apart, each in the order printed', async () => {
    expect(
      await ask(
        '{ sale(id: "hongshan-east-lake-jianshi-sales") { products { nameEn } supplyChain { nameEn } platforms { name } } }',
      ),
    ).toEqual({
      data: {
        sale: {
          products: ['Tujia cured meat', 'rapeseed oil', 'Mapo tea'].map((nameEn) => ({ nameEn })),
          supplyChain: ['farmers and bases', 'cooperatives', 'firms', 'market'].map((nameEn) => ({ nameEn })),
          platforms: [{ name: '832平台' }, { name: '国控佳茂电商平台' }],
        },
      },
    });
  });

  test('gives its sources also where there is no figure', async () => {
    expect(await ask('{ project(id: "huangsijie-plaza") { figure { value } status sources { paragraph } } }')).toEqual({
      data: { project: { figure: null, status: 'ACTUAL', sources: [{ paragraph: 11 }, { paragraph: 29 }] } },
    });
  });

  test.each([
    [
      'funds and their projects',
      'funds',
      'items { name } projects { nodes { fund { id } place { id } donors { id } items { name } milestones { name } } }',
    ],
    [
      'sales and their lists',
      'sales',
      'seller { id } buyers { id } platforms { id } channels { name } products { name } supplyChain { name } pairings { id }',
    ],
  ])('reads one or fifty %s in the same number of statements', async (_name, list, fields) => {
    const before = opened.database.statements;
    await ask(`{ ${list}(first: 1) { nodes { ${fields} } } }`);
    const forOne = opened.database.statements - before;
    await expect(() => ask(`{ ${list}(first: 50) { nodes { ${fields} } } }`)).toSendStatements(opened.database, forOne);
  });
});
