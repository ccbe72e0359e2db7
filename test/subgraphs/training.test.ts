import { expect, test } from '@jest/globals';

import { training } from '../../subgraphs/training/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { openedSubgraph } from '../support/subgraph.js';

describeEachEngine('training', (engine) => {
  const opened = openedSubgraph(engine, training);
  const { ask } = opened;

  test('tells who went which way between Zhangjiagang and Yanhe in 2018', async () => {
    const of2018 = '{from: {eq: "2018-01-01"}, unit: {eq: PERSON}}';
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Region {
      coursesFrom(filter: ${of2018}) { nodes { figure { value } } }
      secondmentsFrom(filter: ${of2018}) { nodes { direction figure { value } } }
    } } }`;
    const keys = ['320582', '520627'].map((id) => ({ __typename: 'Region', id }));
    expect(await ask(query, { keys })).toEqual({
      data: {
        _entities: [
          {
            coursesFrom: { nodes: [{ figure: { value: 82 } }] },
            secondmentsFrom: { nodes: [{ direction: 'DONOR_TO_RECIPIENT', figure: { value: 141 } }] },
          },
          {
            coursesFrom: { nodes: [{ figure: { value: 167 } }] },
            secondmentsFrom: { nodes: [{ direction: 'RECIPIENT_TO_DONOR', figure: { value: 31 } }] },
          },
        ],
      },
    });
  });

  test('lists an exchange both ways among what comes to a region and what leaves it', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Region {
      expertsFrom { nodes { id } }
      expertsTo { nodes { id } }
    } } }`;
    const both = { nodes: [{ id: 'hongshan-jianshi-professionals' }] };
    const keys = ['420111', '422822'].map((id) => ({ __typename: 'Region', id }));
    expect(await ask(query, { keys })).toEqual({
      data: {
        _entities: [
          { expertsFrom: both, expertsTo: both },
          { expertsFrom: both, expertsTo: both },
        ],
      },
    });
  });

  test('names all who sent the cadres of one number', async () => {
    expect(await ask('{ secondment(id: "daofu-aid-cadres") { figure { text } origins { __typename name } } }')).toEqual(
      {
        data: {
          secondment: {
            figure: { text: '106 persons' },
            origins: [
              { __typename: 'Organisation', name: '四川省公安厅' },
              { __typename: 'Region', name: '郫都区' },
              { __typename: 'Region', name: '都江堰市' },
            ],
          },
        },
      },
    );
  });

  test('finds exchanges by the people who go, and those of no people', async () => {
    expect(
      await ask(`{
        teachers: expertExchanges(filter: {people: {contains: "教师"}, kind: {ne: EXCHANGE}}) { nodes { people { name } } }
        nobody: expertExchanges(filter: {people: {isNull: true}}) { nodes { kind figure { text(language: ZH) } } }
      }`),
    ).toEqual({
      data: {
        teachers: { nodes: [{ people: [{ name: '骨干教师' }] }] },
        nobody: { nodes: [{ kind: 'TECHNOLOGY', figure: { text: '14项技术' } }] },
      },
    });
  });

  test.each([
    ['courses', 5, 'origin { id } host { id } provider { id } topics { name } pairings { id } parts { totalCount }'],
    [
      'secondments',
      6,
      'origins { name } destinations { name } pairings { id } includedIn { id } sources { paragraph }',
    ],
    ['expertExchanges', 5, 'origins { name } destinations { name } site { id } people { name } pairings { id }'],
  ])('reads all %s with %i statements, however many there are', async (list, statements, fields) => {
    await expect(() => ask(`{ ${list}(first: 500) { nodes { ${fields} } } }`)).toSendStatements(
      opened.database,
      statements,
    );
  });
});
