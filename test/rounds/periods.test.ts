import { beforeAll, expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { removeDataset } from '../../platform/import/remove-dataset.js';
import { dataFolder, datasetFile, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

/** What a data set of a reader reports of a period that the articles have, and of one that they have not. */
const own = dataFolder({
  'dataset.csv': datasetFile('own'),
  'documents.csv': tableLines('documents.csv', [
    { id: 'report-2019', kind: 'NEWS', title: '报道', published: '2019-05' },
    { id: 'report-2022', kind: 'NEWS', title: '报道', published: '2022' },
  ]),
  'pairing_periods.csv': tableLines('pairing_periods.csv', [
    {
      pairing: 'xihu-xuanen',
      from: '2016-12',
      to: '2021',
      end: 'STATED_TERM',
      basis: 'policy-2016-12',
      confidence: 'ONE_TEXT',
      sources: 'report-2019;report-2022;s0#15',
      toSources: 'report-2022',
    },
    { pairing: 'zhangjiagang-yanhe', from: '2017-03', sources: 'report-2019#3;report-2022' },
    { pairing: 'hongshan-jianshi', from: '2021', to: '2031', end: 'PLANNED_TERM', sources: 'report-2022' },
  ]),
});

const periods = /* GraphQL */ `
  query ($id: ID!, $first: Date!, $second: Date!) {
    pairing(id: $id) {
      since {
        text
      }
      until {
        text
      }
      periods {
        from {
          text
        }
        fromBound
        to {
          text
        }
        end
        confidence
        basis {
          id
        }
        lastConfirmed {
          text
        }
        first: confirmed(asOf: $first)
        second: confirmed(asOf: $second)
        toSources {
          document {
            id
          }
        }
        sources {
          paragraph
          document {
            id
          }
        }
      }
    }
  }
`;

describeEachEngine('a period of which two data sets tell', (engine) => {
  const served = servedGraph(engine);
  const ask = async (id: string, first: string, second: string): Promise<unknown> =>
    served.ask(periods, { id, first, second });
  const xihu = {
    from: { text: 'December 2016' },
    fromBound: 'AT_LEAST',
    basis: { id: 'policy-2016-12' },
  };
  let before: unknown;

  beforeAll(async () => {
    before = await ask('xihu-xuanen', '2018-01-01', '2020-01-01');
    await importFolder(served.graph, own);
  });

  test('is one, with the sources of both and the end that one of them tells', async () => {
    expect(await ask('xihu-xuanen', '2018-01-01', '2021-01-01')).toEqual({
      data: {
        pairing: {
          since: { text: 'December 2016' },
          until: { text: '2021' },
          periods: [
            {
              ...xihu,
              to: { text: '2021' },
              end: 'STATED_TERM',
              confidence: 'ONE_TEXT',
              lastConfirmed: null,
              first: true,
              second: false,
              sources: [
                { paragraph: 15, document: { id: 's0' } },
                { paragraph: null, document: { id: 'report-2019' } },
                { paragraph: null, document: { id: 'report-2022' } },
              ],
              toSources: [{ document: { id: 'report-2022' } }],
            },
          ],
        },
      },
    });
  });

  test('holds on no day after that end', async () => {
    const query = /* GraphQL */ `
      query ($asOf: Date!) {
        pairings(asOf: $asOf, filter: { pairing: { eq: "xihu-xuanen" } }) {
          totalCount
        }
        document(id: "policy-2016-12") {
          pairings(filter: { pairing: { eq: "xihu-xuanen" } }) {
            totalCount
            nodes {
              id
            }
          }
        }
      }
    `;
    const of = (totalCount: number): object => ({
      data: {
        pairings: { totalCount },
        document: { pairings: { totalCount: 1, nodes: [{ id: 'xihu-xuanen' }] } },
      },
    });
    expect(await served.ask(query, { asOf: '2020-12-31' })).toEqual(of(1));
    expect(await served.ask(query, { asOf: '2021-01-01' })).toEqual(of(0));
  });

  test('without a known end is confirmed until its latest source, and another list does not confirm a plan', async () => {
    expect(await ask('zhangjiagang-yanhe', '2022-12-31', '2023-01-01')).toMatchObject({
      data: {
        pairing: {
          periods: [{ to: null, end: null, lastConfirmed: { text: '2022' }, first: true, second: false }],
        },
      },
    });
    expect(await ask('hongshan-jianshi', '2023-12-07', '2023-12-08')).toMatchObject({
      data: {
        pairing: {
          periods: [
            {
              to: { text: '2031' },
              end: 'PLANNED_TERM',
              lastConfirmed: { text: '7 December 2023' },
              first: true,
              second: false,
            },
          ],
        },
      },
    });
  });

  test('is that of the one again when the other is removed', async () => {
    await removeDataset(served.graph, 'own');
    expect(await ask('xihu-xuanen', '2018-01-01', '2020-01-01')).toEqual(before);
    expect(before).toEqual({
      data: {
        pairing: {
          since: { text: 'December 2016' },
          until: null,
          periods: [
            {
              ...xihu,
              to: null,
              end: null,
              confidence: null,
              lastConfirmed: { text: '21 May 2019' },
              first: true,
              second: false,
              sources: [{ paragraph: 15, document: { id: 's0' } }],
              toSources: [],
            },
          ],
        },
      },
    });
  });
});

describeEachEngine('a period that several sources date otherwise', (engine) => {
  const { ask } = servedGraph(engine, { shipped: 'nation' });

  test('says which of them gives its dates', async () => {
    const dates = 'periods { from { text } fromSources { document { id } } sources { document { id } } }';
    const { data } = await ask(`{ pairing(id: "tibet-jiangsu-lasa") { ${dates} } }`);
    expect(data).toEqual({
      pairing: {
        periods: [
          {
            from: { text: '1994' },
            fromSources: [{ document: { id: 'n-xz-js-2023' } }],
            sources: [{ document: { id: 'n-xz-js-2021' } }, { document: { id: 'n-xz-js-2023' } }],
          },
        ],
      },
    });
  });
});
