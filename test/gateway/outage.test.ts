import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ask } from '../support/client.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { gatewayOverHttp, type GatewayOverHttp } from '../support/gateway.js';

/** The field of the pairing that each subgraph answers. */
const fieldOf = { finance: 'funds', labour: 'placements', training: 'courses' } as const;

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');

describe('with a subgraph stopped', () => {
  let gateway: GatewayOverHttp;

  beforeEach(async () => {
    gateway = await gatewayOverHttp('sqlite');
  });

  afterEach(async () => {
    await gateway.stop();
  });

  test.each(['finance', 'labour', 'training'] as const)(
    'the pairing page lacks what %s knows, says so once, and has all the rest',
    async (name) => {
      await gateway.subgraphs.get(name)?.stop();
      const { pairing } = page?.answer as { pairing: object };
      expect(await ask(gateway.url, page?.query ?? '', page?.variables)).toEqual({
        data: { pairing: { ...pairing, [fieldOf[name]]: null } },
        errors: [
          {
            message: `The ${name} subgraph did not answer. Its fields are null.`,
            path: ['pairing'],
            extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: name, requestId: expect.any(String) },
          },
        ],
      });
    },
  );

  test('a record keeps the ids of what the pairings subgraph knows, and lacks the rest', async () => {
    await gateway.subgraphs.get('pairings')?.stop();
    const answer = await ask(
      gateway.url,
      '{ fund(id: "xihu-xuanen-funds-2018") { kind recipient { id name } pairings { id level } figure { text sources { paragraph } } } }',
    );
    expect(answer.data).toEqual({
      fund: {
        kind: 'FISCAL',
        recipient: { id: '422825', name: '宣恩县' },
        pairings: null,
        figure: { text: '25 million yuan (committed)', sources: [{ paragraph: 22 }] },
      },
    });
    expect(answer.errors).toHaveLength(1);
  });
});
