import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';

import { startEmbedded } from '../../gateway/embedded.js';
import { EndedSessions } from '../../gateway/fetch/workers/ended-sessions.js';
import { Lane } from '../../gateway/fetch/workers/lane.js';
import { inWorkers } from '../../gateway/fetch/workers/worker-data-source.js';
import { OperationEnded } from '../../gateway/request/failures.js';
import { projectRoot, readConfig } from '../../platform/config.js';
import type { RunningServer } from '../../platform/http-server.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { gatewayInProcess } from '../support/gateway.js';
import { createTarget, describeEachEngine, shippedTarget, type TestTarget } from '../support/engines.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { keptLog, type LogLine } from '../support/log.js';
import { until } from '../support/until.js';

interface Asked {
  readonly data: Readonly<Record<string, number>> | null;
  readonly errors?: readonly { readonly message: string; readonly originalError?: Error }[];
}

describeEachEngine('fetches in worker threads', (engine) => {
  let place: TestTarget;
  let lanes: { readonly fast: Lane; readonly slow: Lane };
  let lines: LogLine[];

  beforeAll(async () => {
    place = await createTarget(engine);
  });

  beforeEach(async () => {
    const kept = keptLog();
    lines = kept.lines;
    const file = pathToFileURL(join(projectRoot, 'dist/test/support/faulty-worker.js'));
    const options = { file, target: place.target, ended: new EndedSessions(), log: kept.log };
    const fast = new Lane({ ...options, statementTime: engine === 'sqlite' ? 50 : null });
    lanes = { fast, slow: engine === 'sqlite' ? new Lane({ ...options, statementTime: null }) : fast };
    await lanes.fast.prepare();
  });

  afterEach(async () => {
    await Promise.all([lanes.fast.stop(), lanes.slow.stop()]);
  });

  afterAll(async () => {
    await place.remove();
  });

  const ask = async (query: string, signal = new AbortController().signal, timeout = 20_000): Promise<Asked> => {
    const source = inWorkers(lanes, timeout)({ name: 'finance' });
    const context = { signal, forwarded: {}, state: { atEnd: [] } };
    return (await source.process({ request: { query }, context } as never)) as Asked;
  };
  const thread = async (): Promise<number | undefined> => (await ask('{ thread }')).data?.['thread'];
  /** The thread that executes statements which take long. */
  const threadOfLong = async (): Promise<number | undefined> =>
    engine === 'sqlite' ? (await ask('{ read thread }')).data?.['thread'] : thread();

  if (engine === 'sqlite') {
    test('go to the slow lane where their statements take long, and those of the fast lane do not wait', async () => {
      const fast = await thread();
      const ended: string[] = [];
      const long = ask('{ read thread }').then((answer) => {
        ended.push('long');
        return answer;
      });
      expect(await thread()).toBe(fast);
      ended.push('short');
      const { data } = await long;
      expect(data).toEqual({ read: 2_000_000, thread: expect.any(Number) });
      expect(data?.['thread']).not.toBe(fast);
      expect(ended).toEqual(['short', 'long']);
      expect(await thread()).toBe(fast);
    });
  } else {
    test('run at once in one worker, and what runs in the database ends with its fetch', async () => {
      const watcher = new pg.Client(place.target.engine === 'postgresql' ? place.target.url : '');
      await watcher.connect();
      const sleeping = async (): Promise<number> => {
        const { rows } = await watcher.query(
          `select from pg_stat_activity where datname = current_database() and state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
        );
        return rows.length;
      };
      const leaving = new AbortController();
      const long = Promise.allSettled(Array.from({ length: 5 }, () => ask('{ readForEver }', leaving.signal)));
      await until(sleeping, 5);
      expect(await thread()).toBe(await threadOfLong());
      leaving.abort(new OperationEnded('the client disconnected'));
      expect(new Set((await long).map(({ status }) => status))).toEqual(new Set(['rejected']));
      await until(sleeping, 0);
      await watcher.end();
    });
  }

  test('end at their deadline in the midst of a statement, and the worker answers the next one', async () => {
    const before = await threadOfLong();
    await expect(ask('{ readForEver }', undefined, 300)).rejects.toThrow('the fetch timed out');
    expect(await threadOfLong()).toBe(before);
    expect(lines).toEqual([]);
  });

  test('end when the client has left', async () => {
    const before = await threadOfLong();
    const leaving = new AbortController();
    const left = ask('{ readForEver }', leaving.signal);
    setTimeout(() => {
      leaving.abort(new OperationEnded('the client disconnected'));
    }, 200);
    await expect(left).rejects.toThrow('the client disconnected');
    expect(await threadOfLong()).toBe(before);
  });

  test('that hang cost their worker, and what waited is answered by the next', async () => {
    const before = await thread();
    const hanging = ask('{ hang }', undefined, 100);
    const waiting = thread();
    await expect(hanging).rejects.toThrow('the fetch timed out');
    const after = await waiting;
    expect(after).not.toBe(before);
    expect(await thread()).toBe(after);
    expect(lines).toMatchObject([{ level: 'error', msg: 'a worker thread of the subgraphs ended and is replaced' }]);
  });

  test('that end their worker fail, and the next worker answers', async () => {
    const before = await thread();
    // On SQLite the worker executes one at a time, so that this one only waits; on PostgreSQL it has begun.
    const other = engine === 'sqlite' ? null : ask('{ readForEver }');
    const ending = ask('{ end }');
    const waiting = engine === 'sqlite' ? thread() : null;
    const expected = {
      code: 'SUBGRAPH_UNAVAILABLE',
      message: 'its worker thread ended',
      cause: { message: 'The worker exited with code 1.' },
    };
    await Promise.all(
      [ending, ...(other === null ? [] : [other])].map((each) => expect(each).rejects.toMatchObject(expected)),
    );
    expect(await waiting).not.toBe(before);
    expect(await thread()).not.toBe(before);
  });

  test('that hang delay neither a health check nor the sizes of tables', async () => {
    // The data version is known from then on, so that the next fetch hangs before another message is read.
    await thread();
    const leaving = new AbortController();
    const hanging = expect(ask('{ hang }', leaving.signal)).rejects.toThrow('the client disconnected');
    const late = 'The worker of the subgraphs did not answer within 1700 milliseconds.';
    await Promise.all([
      expect(lanes.fast.problems()).rejects.toThrow(late),
      expect(lanes.fast.tableSizes()).rejects.toThrow(late),
    ]);
    leaving.abort(new OperationEnded('the client disconnected'));
    await hanging;
    await until(() => lanes.fast.problems().catch(() => null), []);
  });

  test('keep the codes of their errors, and the causes of unexpected ones for the log', async () => {
    expect(JSON.parse(JSON.stringify(await ask('{ funds(first: 501) { totalCount } }')))).toMatchObject({
      data: { funds: null },
      errors: [{ path: ['funds'], extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }],
    });
    const { errors } = await ask('{ fail }');
    const { originalError } = errors?.[0] ?? {};
    expect(originalError?.constructor.name).toBe('RangeError');
    expect(originalError?.stack).toContain('faulty-worker');
    expect((originalError?.cause as Error).message).toBe('It is the cause.');
  });

  test('are refused once the lanes have stopped', async () => {
    await lanes.fast.stop();
    await expect(thread()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });
});

describeEachEngine('the graph in one process', (engine) => {
  let opened: TestGraph;
  let inOneThread: RunningServer;
  let inThreads: RunningServer;
  let place: TestTarget;

  beforeAll(async () => {
    opened = await shippedGraph(engine, 'nation');
    inOneThread = await gatewayInProcess(opened.graph, { ANSWER_CACHE_MB: '0' });
    place = await shippedTarget(engine, 'nation');
    const { target } = place;
    const where = target.engine === 'sqlite' ? { DATA_DIR: target.folder } : { DATABASE_URL: target.url };
    // Deadlines are no part of it.
    const deadlines = { SUBGRAPH_TIMEOUT_MS: '40000', OPERATION_TIMEOUT_MS: '50000' };
    const common = { PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0', ANSWER_CACHE_MB: '0' };
    const environment = { ...common, ...deadlines, ...where };
    inThreads = await startEmbedded(readConfig(environment));
  });

  afterAll(async () => {
    await Promise.all([inOneThread.stop(), inThreads.stop()]);
    await opened.close();
    await place.remove();
  });

  const post = async ({ url }: RunningServer, query: string, variables: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  };

  const documents = ['.', 'pages', 'questions'].flatMap((folder) => readNamedQueries(folder));

  test.each(documents.map(({ name, ...document }) => [name, document] as const))(
    'answers %s in worker threads as in one',
    async (_name, { query, variables }) => {
      expect(await post(inThreads, query, variables)).toEqual(await post(inOneThread, query, variables));
    },
  );

  test('executes equal requests at the same time once', async () => {
    const read = (): number => opened.graph.reduce((sum, { database }) => sum + database.statements, 0);
    const askTogether = (): Promise<unknown> =>
      Promise.all(Array.from({ length: 20 }, () => post(inOneThread, '{ regions(first: 3) { nodes { id } } }', {})));
    // Opens the connections, so that the requests that are counted arrive at the same time.
    await askTogether();
    const before = read();
    await askTogether();
    expect(read() - before).toBeLessThan(5);
  });
});
