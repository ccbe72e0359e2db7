import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { readNamedQueries } from '../../platform/named-queries.js';
import type { RunningServer } from '../../platform/http-server.js';
import { closeGraph, openGraph, type Graph } from '../../platform/graph.js';
import { importShipped } from '../../platform/import/shipped.js';
import { startPostgres, type ThrowawayPostgres } from '../../scripts/postgres.js';
import { subgraphs } from '../../subgraphs/index.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { describeOn } from '../support/engines.js';
import { gatewayInProcess, gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';
import { databaseOf, shippedGraph } from '../support/graph.js';

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');

interface Answer {
  readonly data?: { readonly pairing: object | null };
  readonly extensions: { readonly completeness: { readonly complete: boolean; readonly missing: readonly object[] } };
}

const send = async (url: string): Promise<Answer> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: page?.query, variables: page?.variables }),
  });
  return (await response.json()) as Answer;
};

describe('an operation whose time is over', () => {
  let gateway: GatewayOverProxies;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({
      environment: { SUBGRAPH_TIMEOUT_MS: '600000', OPERATION_TIMEOUT_MS: '4000', ANSWER_CACHE_MB: '0' },
    });
  });

  afterAll(async () => {
    await gateway.stop();
  });

  test('is answered with what is there, and asks no subgraph any more', async () => {
    // The plan and the connections are there, so that nothing but what hangs takes the time. Without the deadline of the
    // operation, that of the subgraphs would come long after the end of this test.
    expect((await send(gateway.url)).data).toEqual(page?.answer);
    const ofAll = ['finance', 'labour', 'training'];
    for (const name of ofAll) {
      gateway.proxy(name).fault = () => undefined;
    }
    const { extensions } = await send(gateway.url);
    expect(extensions.completeness.missing).toEqual(
      ofAll.map((subgraph) => ({ subgraph, code: 'SUBGRAPH_TIMEOUT', paths: [['pairing']] })),
    );
  });
});

test('a request whose time is over sends no further statement', async () => {
  const opened = await shippedGraph('sqlite');
  const ending = new AbortController();
  const database = databaseOf(opened, pairings);
  const during = database.until(ending.signal);
  const read = (): Promise<unknown> =>
    during.read<{ region: { id: string } }>().selectFrom('region').select('id').execute();
  const before = database.statements;
  await read();
  ending.abort(new Error('The time is over.'));
  await expect(read()).rejects.toThrow('The time is over.');
  expect(database.statements - before).toBe(1);
  await opened.close();
});

describeOn('postgresql', 'in one process over PostgreSQL', () => {
  let postgres: ThrowawayPostgres;
  let graph: Graph;
  let gateway: RunningServer;

  beforeAll(async () => {
    postgres = await startPostgres();
    graph = await openGraph(subgraphs, { engine: 'postgresql', url: postgres.url });
    await importShipped(graph, ['register', 'articles']);
    gateway = await gatewayInProcess(graph, { SUBGRAPH_TIMEOUT_MS: '3000' });
  });

  afterAll(async () => {
    await gateway.stop();
    await closeGraph(graph);
    await postgres.stop();
  });

  test('a statement that waits for a lock does not hold the answer', async () => {
    const client = new pg.Client(postgres.url);
    await client.connect();
    await client.query('begin; lock table finance.fund in access exclusive mode');
    const { extensions } = await send(gateway.url);
    expect(extensions.completeness.missing).toEqual([
      { subgraph: 'finance', code: 'SUBGRAPH_TIMEOUT', paths: [['pairing']] },
    ]);
    await client.query('rollback');
    await client.end();
    expect((await send(gateway.url)).data).toEqual(page?.answer);
  });

  test('PostgreSQL that is killed is missed, and found again when it is back', async () => {
    await postgres.crash();
    const { extensions } = await send(gateway.url);
    expect(extensions.completeness).toMatchObject({ complete: false, missing: [{ subgraph: 'pairings' }] });
    await postgres.restart();
    let answer = await send(gateway.url);
    while (!answer.extensions.completeness.complete) {
      answer = await send(gateway.url);
    }
    expect(answer.data).toEqual(page?.answer);
  });
});
