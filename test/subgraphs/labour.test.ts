import { expect, test } from '@jest/globals';

import { labour } from '../../subgraphs/labour/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { openedSubgraph } from '../support/subgraph.js';

describeEachEngine('labour', (engine) => {
  const opened = openedSubgraph(engine, labour);
  const { ask } = opened;

  test('leads from the fairs for Jianshi to the people in stable work', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Region {
      jobFairsFor { nodes { figure { text } firms organisers { name } channels { nameEn } } }
      jobOffersFor { nodes { figure { text } providers { name } } }
      placementsFrom { nodes { stage figure { text } } }
      stations { nodes { kind organisation { name } regions { name } } }
    } } }`;
    expect(await ask(query, { keys: [{ __typename: 'Region', id: '422822' }] })).toEqual({
      data: {
        _entities: [
          {
            jobFairsFor: {
              nodes: [
                {
                  figure: { text: '12 fairs' },
                  firms: 145,
                  organisers: [{ name: '洪山区' }, { name: '东湖生态旅游风景区' }],
                  channels: [
                    { nameEn: 'special job fairs' },
                    { nameEn: 'live-stream hiring' },
                    { nameEn: 'job information pushes' },
                  ],
                },
              ],
            },
            jobOffersFor: {
              nodes: [{ figure: { text: 'at least 15,000 jobs' }, providers: [{ name: '145家招聘企业' }] }],
            },
            placementsFrom: {
              nodes: [
                { stage: 'INTENTION', figure: { text: 'at least 400 persons' } },
                { stage: 'STABLE', figure: { text: 'at least 200 persons' } },
              ],
            },
            stations: {
              nodes: [
                {
                  kind: 'LIAISON',
                  organisation: { name: '劳务联络工作站' },
                  regions: [{ name: '洪山区' }, { name: '东湖生态旅游风景区' }, { name: '建始县' }],
                },
              ],
            },
          },
        ],
      },
    });
  });

  test('gives the status, period and sources of fairs that nobody counted', async () => {
    expect(
      await ask(
        '{ jobFairs(filter: {value: {isNull: true}}) { nodes { figure { text } status from { text } to { text } sources { document { id } paragraph } } } }',
      ),
    ).toEqual({
      data: {
        jobFairs: {
          nodes: [
            {
              figure: null,
              status: 'PLANNED',
              from: null,
              to: { text: 'date unknown' },
              sources: [{ document: { id: 's3' }, paragraph: 32 }],
            },
            {
              figure: null,
              status: 'ACTUAL',
              from: { text: 'December 2017' },
              to: { text: 'April 2018' },
              sources: [{ document: { id: 's0' }, paragraph: 23 }],
            },
          ],
        },
      },
    });
  });

  test('knows which organisations are stations, with one statement for all', async () => {
    const keys = ['org-labour-station', 'org-shazhou', 'grp-labour-station4'];
    let answer: unknown;
    await expect(async () => {
      answer = await ask(
        'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Organisation { stationRole { id } } } }',
        { keys: keys.map((id) => ({ __typename: 'Organisation', id })) },
      );
    }).toSendStatements(opened.database, 1);
    expect(answer).toEqual({
      data: {
        _entities: [
          { stationRole: { id: 'zhangjiagang-yanhe-labour-station' } },
          { stationRole: null },
          { stationRole: { id: 'hongshan-east-lake-jianshi-labour-stations' } },
        ],
      },
    });
  });

  test.each([
    [
      'jobFairs',
      5,
      'organisers { id } recipient { id } host { id } channels { name } pairings { id } sources { paragraph }',
    ],
    ['jobOffers', 4, 'providers { id } recipient { id } pairings { id } includedIn { id } parts { totalCount }'],
    ['stations', 7, 'organisation { name } regions { name } operator { name } pairings { id } sources { paragraph }'],
  ])('reads all %s with %i statements, however many there are', async (list, statements, fields) => {
    await expect(() => ask(`{ ${list}(first: 500) { nodes { ${fields} } } }`)).toSendStatements(
      opened.database,
      statements,
    );
  });
});
