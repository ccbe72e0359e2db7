import { expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

const pairingCount = 60;
const fundsOfEach = 7;

const names = Array.from({ length: pairingCount }, (_, place) => `many-${String(place).padStart(3, '0')}`);

/** A data set of many pairings of Xihu with Xuan'en, each with the same number of funds. */
function manyPairings(): string {
  const pairing = { programme: 'east-west', level: 'COUNTY', scope: 'INTER_PROVINCIAL', evidence: 'STATED' };
  const sides = { donor: '330106', recipient: '422825', sources: 's0#15' };
  const numbers = Array.from({ length: fundsOfEach }, (_, place) => place);
  return dataFolder({
    'dataset.csv': datasetFile('many'),
    'pairings.csv': tableLines(
      'pairings.csv',
      names.map((id) => ({ id, ...pairing, ...sides })),
    ),
    'funds.csv': tableLines(
      'funds.csv',
      names.flatMap((name) =>
        numbers.map((place) => ({ ...gift, id: `${name}-fund-${place}`, pairings: name, value: `${place + 1}.5` })),
      ),
    ),
  });
}

describeEachEngine('a list', (engine) => {
  const gateway = servedGraph(engine, { load: (graph) => importFolder(graph, manyPairings()) });
  const { ask } = gateway;

  const nested = (first: number): string => `{
    pairings(first: ${first}, filter: {donor: {eq: "330106"}, pairing: {ne: "xihu-xuanen"}}) {
      totalCount
      nodes {
        donor { label party { id } }
        recipient { label }
        periods { from { text } }
        funds(first: 3) {
          totalCount
          nodes { figure { value sources { paragraph document { title } } } donor { id } recipient { id } }
        }
        placements { totalCount }
        courses { nodes { id } }
      }
    }
  }`;

  test.each([5, 60])('of %d pairings with their sides, periods and funds costs the same statements', async (first) => {
    let answer: unknown;
    await expect(async () => {
      answer = await ask(nested(first));
    }).toSendStatements(gateway.databases, 14);
    const { data } = answer as {
      data: { pairings: { totalCount: number; nodes: { funds: { totalCount: number; nodes: object[] } }[] } };
    };
    expect(data.pairings.totalCount).toBe(pairingCount);
    expect(data.pairings.nodes).toHaveLength(first);
    expect(new Set(data.pairings.nodes.map(({ funds }) => `${funds.nodes.length} of ${funds.totalCount}`))).toEqual(
      new Set(['3 of 7']),
    );
  });

  test('reads only what is selected', async () => {
    await expect(() => ask('{ funds { __typename } }')).toSendStatements(gateway.databases, 0);
    await expect(() => ask('{ funds { totalCount } }')).toSendStatements(gateway.databases, 1);
    await expect(() => ask('{ funds(first: 2) { nodes { id kind } } }')).toSendStatements(gateway.databases, 1);
  });

  test('has pages that together contain each row once', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = (await ask(
        `query ($after: String) { pairings(first: 25, after: $after, filter: {donor: {eq: "330106"}, pairing: {ne: "xihu-xuanen"}}) {
          nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )) as { data: { pairings: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } };
      ids.push(...page.data.pairings.nodes.map(({ id }) => id));
      after = page.data.pairings.pageInfo.hasNextPage ? page.data.pairings.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(names);
  });

  test('of each parent has its own pages, and a cursor continues after its row', async () => {
    const first = (await ask(
      '{ pairing(id: "many-007") { funds(first: 3) { nodes { id } pageInfo { hasNextPage endCursor } } } }',
    )) as { data: { pairing: { funds: { pageInfo: { endCursor: string } } } } };
    expect(first.data.pairing.funds).toMatchObject({
      nodes: [{ id: 'many-007-fund-0' }, { id: 'many-007-fund-1' }, { id: 'many-007-fund-2' }],
      pageInfo: { hasNextPage: true },
    });
    expect(
      await ask(
        'query ($after: String) { pairing(id: "many-007") { funds(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage } } } }',
        { after: first.data.pairing.funds.pageInfo.endCursor },
      ),
    ).toEqual({
      data: {
        pairing: {
          funds: {
            nodes: [3, 4, 5, 6].map((place) => ({ id: `many-007-fund-${place}` })),
            pageInfo: { hasNextPage: false },
          },
        },
      },
    });
  });

  test('of zero rows has an empty page', async () => {
    expect(
      await ask('{ funds(first: 0) { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }'),
    ).toEqual({ data: { funds: { nodes: [], edges: [], pageInfo: { hasNextPage: true, endCursor: null } } } });
  });
});
