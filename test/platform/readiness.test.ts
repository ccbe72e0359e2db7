import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { readConfig } from '../../platform/config.js';
import {
  createApplication,
  listen,
  readyUnless,
  type Readiness,
  type RunningServer,
} from '../../platform/http-server.js';
import { readinessOf } from '../../platform/import/readiness.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { ask } from '../support/client.js';
import { describeEachEngine } from '../support/engines.js';
import { gatewayInProcess } from '../support/gateway.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

const get = async ({ url }: RunningServer): Promise<unknown> => {
  const response = await fetch(`${url}/health/ready`);
  return [response.status, await response.json()];
};

const serve = async (isReady: Readiness): Promise<RunningServer> =>
  listen(createApplication(isReady), { host: '127.0.0.1', port: 0 }, () => Promise.resolve());

describe('/health/ready', () => {
  test.each<[string, Readiness, RegExp]>([
    [
      'that fails',
      () => Promise.reject(new Error('no such thing')),
      /^The health cannot be determined: no such thing$/,
    ],
    [
      'that throws',
      () => {
        throw new Error('no such thing');
      },
      /^The health cannot be determined: no such thing$/,
    ],
    [
      'that does not end',
      () => new Promise(() => undefined),
      /^The health cannot be determined: it was not known within/,
    ],
  ])('a check %s is 503 with the problem', async (_name, isReady, problem) => {
    const server = await serve(isReady);
    expect(await get(server)).toEqual([503, { status: 'not ready', problems: [expect.stringMatching(problem)] }]);
    await server.stop();
  });
});

describeEachEngine('a request', (engine) => {
  let opened: TestGraph;
  let gateway: RunningServer;
  let subgraph: RunningServer;

  beforeEach(async () => {
    opened = await shippedGraph(engine);
    gateway = await gatewayInProcess(opened.graph);
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' });
    subgraph = await startSubgraph(finance, databaseOf(opened, finance), config);
  });

  afterEach(async () => {
    await Promise.all([gateway.stop(), subgraph.stop()]);
    await opened.close().catch(() => undefined);
  });

  const query = '{ sales(first: 7) { nodes { figure { text } } } }';
  const isUnavailable = async (): Promise<void> => {
    expect(await ask(gateway.url, query)).toMatchObject({
      data: { sales: null },
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'finance' } }],
    });
    const response = await fetch(`${subgraph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] },
    ]);
  };

  test('is SUBGRAPH_UNAVAILABLE while a table is gone', async () => {
    const { driver } = databaseOf(opened, finance).orm;
    await driver.execute(engine === 'sqlite' ? 'drop table sale' : 'drop table finance.sale cascade');
    await isUnavailable();
  });

  if (engine === 'sqlite') {
    test('is SUBGRAPH_UNAVAILABLE while a file is damaged', async () => {
      const folder = opened.target.engine === 'sqlite' ? opened.target.folder : '';
      for (const end of ['', '-wal', '-shm']) {
        writeFileSync(join(folder, `finance.sqlite${end}`), Buffer.alloc(100_000, 'x'));
      }
      await isUnavailable();
    });
  } else {
    test('is SUBGRAPH_UNAVAILABLE while the schema is gone', async () => {
      await databaseOf(opened, finance).orm.driver.execute('alter schema finance rename to gone');
      await isUnavailable();
    });
  }
});

describeEachEngine('readiness', (engine) => {
  let opened: TestGraph;
  let servers: readonly RunningServer[];

  beforeEach(async () => {
    opened = await shippedGraph(engine);
    servers = [
      await serve(readinessOf(opened.graph.map(({ database }) => database))),
      await startSubgraph(finance, databaseOf(opened, finance), readConfig({ PORT: '0', LOG_LEVEL: 'silent' })),
    ];
  });

  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await opened.close().catch(() => undefined);
  });

  const all = (): Promise<unknown> => Promise.all(servers.map(get));
  const ready = [200, readyUnless([])];
  const unreadable = [
    503,
    { status: 'not ready', problems: [expect.stringMatching(/^The data of finance cannot be read: ./)] },
  ];

  test('is 200 while the data can be read, and 503 with the problem while a table is gone', async () => {
    expect(await all()).toEqual([ready, ready]);
    const { driver } = databaseOf(opened, finance).orm;
    await driver.execute(engine === 'sqlite' ? 'drop table sale' : 'drop table finance.sale cascade');
    expect(await all()).toEqual([unreadable, unreadable]);
  });

  if (engine === 'sqlite') {
    const folder = (): string => (opened.target.engine === 'sqlite' ? opened.target.folder : '');

    test('is 503 with the problem while the folder is gone', async () => {
      rmSync(folder(), { recursive: true });
      expect(await all()).toMatchObject([[503, { problems: { length: 4 } }], unreadable]);
    });

    test('is 503 with the problem while a file is damaged', async () => {
      for (const end of ['', '-wal', '-shm']) {
        writeFileSync(join(folder(), `finance.sqlite${end}`), Buffer.alloc(100_000, 'x'));
      }
      expect(await all()).toEqual([unreadable, unreadable]);
    });
  } else {
    test('is 503 with the problem while a table cannot be read in time, and 200 after', async () => {
      const other = new pg.Client(opened.target.engine === 'postgresql' ? opened.target.url : '');
      await other.connect();
      await other.query('begin; lock table finance.fund');
      expect(await all()).toEqual([unreadable, unreadable]);
      await other.query('rollback');
      await other.end();
      expect(await all()).toEqual([ready, ready]);
    });
  }
});
