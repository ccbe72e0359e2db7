import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';

import { readConfig } from '../../platform/config.js';
import type { DatabaseTarget } from '../../platform/database.js';
import { closeGraph, openGraph, type Graph } from '../../platform/graph.js';
import type { RunningServer } from '../../platform/http-server.js';
import { importShipped } from '../../platform/import/shipped.js';
import { replicaProblems } from '../../platform/postgres/check-replicas.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { startPostgres, type ThrowawayPostgres } from '../../scripts/postgres.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { subgraphs } from '../../subgraphs/index.js';
import { askWhole } from '../support/client.js';
import { describeOn } from '../support/engines.js';
import { FreshnessCheck } from '../support/freshness-check.js';
import { gatewayInProcess } from '../support/gateway.js';
import { databaseOf } from '../support/graph.js';
import { NumberedImport } from '../support/numbered-import.js';
import { startStandby, type StandbyServer } from '../../scripts/standby.js';
import { run } from '../support/process.js';
import { startReaders } from '../support/readers.js';
import { until, untilFound } from '../support/until.js';

async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

const query = '{ fund(id: "numbered-finance-one") { note figure { sources { paragraph } } } }';

/** A primary and a standby that follows it. */
describeOn('postgresql', 'replicas', () => {
  let postgres: ThrowawayPostgres;
  let standby: StandbyServer;
  let target: Extract<DatabaseTarget, { engine: 'postgresql' }>;
  let graph: Graph;
  let numbered: NumberedImport;
  let subgraph: RunningServer;

  const urlOf = (port: number, parameters = ''): string => `postgres://jiedui@127.0.0.1:${port}/postgres${parameters}`;
  const address = (): string => `127.0.0.1:${standby.port}`;

  beforeAll(async () => {
    postgres = await startPostgres();
    const own = await openGraph(subgraphs, { engine: 'postgresql', url: postgres.url });
    await importShipped(own, ['register', 'articles']);
    await closeGraph(own);
    standby = await startStandby(postgres, { data: postgres.data, port: Number(new URL(postgres.url).port) });
    // A machine that is busy may take longer than the usual 3 seconds.
    const url = `${postgres.url}?connect_timeout=60`;
    target = { engine: 'postgresql', url, replicas: [urlOf(standby.port)], timeout: 4_000 };
    graph = await openGraph(subgraphs, target);
    numbered = new NumberedImport(graph);
    await numbered.next();
  });

  afterAll(async () => {
    await closeGraph(graph);
    await standby.remove();
    await postgres.stop();
  });

  beforeEach(async () => {
    const database = databaseOf({ graph }, finance);
    subgraph = await startSubgraph(finance, database, readConfig({ PORT: '0', LOG_LEVEL: 'silent' }));
  });

  afterEach(() => subgraph.stop());

  /** What the replica of finance has done. */
  const report = async (): Promise<{ state: string; answers: number; again: number }> => {
    const { replicas } = (await (await fetch(`${subgraph.url}/health/ready`)).json()) as {
      readonly replicas: Readonly<Record<string, { state: string; answers: number; again: number }>>;
    };
    expect(Object.keys(replicas)).toEqual([address()]);
    return replicas[address()] ?? { state: '', answers: 0, again: 0 };
  };
  const answer = (number: number): object => ({
    data: { fund: { note: `Import ${number} of finance.`, figure: { sources: [{ paragraph: 22 }] } } },
  });
  /** Asks until an answer comes from the replica. Answers meanwhile have to be right too. */
  const untilUsed = async (number: number): Promise<void> => {
    const { answers } = await report();
    await untilFound(async () => {
      expect(await askWhole(subgraph.url, query)).toMatchObject(answer(number));
      return (await report()).answers > answers || undefined;
    });
  };
  let last = 1;
  const next = async (): Promise<number> => (last = await numbered.next());

  test('answer requests while they have the rows of the primary, with as many statements', async () => {
    await untilUsed(last);
    const before = await report();
    const database = databaseOf({ graph }, finance);
    await expect(async () => {
      expect(await askWhole(subgraph.url, query)).toMatchObject(answer(last));
    }).toSendStatements(database, 2);
    const { state, answers, again } = await report();
    expect({ state, answers, again }).toEqual({ state: 'current', answers: before.answers + 1, again: before.again });
  });

  test('that lag do not answer, from the moment an import is committed, and do again when they have caught up', async () => {
    await untilUsed(last);
    await standby.query('select pg_wal_replay_pause()');
    const number = await next();
    const before = await report();
    for (let time = 0; time < 10; time += 1) {
      expect(await askWhole(subgraph.url, query)).toMatchObject(answer(number));
    }
    const during = await report();
    expect(during.answers).toBe(before.answers);
    // The first asks the replica in vain; then it is known to be behind.
    expect(during.again - before.again).toBeLessThanOrEqual(1);
    expect(during.state).toBe('behind');
    const version = (await (await fetch(`${subgraph.url}/version`)).json()) as { readonly version: string };
    expect(version.version).toBe(await databaseOf({ graph }, finance).version());
    await standby.query('select pg_wal_replay_resume()');
    await untilUsed(number);
  });

  test('that hang or are stopped fail no request, and answer again when they are back', async () => {
    await untilUsed(last);
    standby.hang();
    const answers = await Promise.all(Array.from({ length: 20 }, () => askWhole(subgraph.url, query)));
    expect(answers).toMatchObject(answers.map(() => answer(last)));
    await until(async () => (await askWhole(subgraph.url, query), (await report()).state), 'away');
    standby.goOn();
    await untilUsed(last);
    await standby.crash();
    const after = await Promise.all(Array.from({ length: 20 }, () => askWhole(subgraph.url, query)));
    expect(after).toMatchObject(after.map(() => answer(last)));
    const number = await next();
    expect(await askWhole(subgraph.url, query)).toMatchObject(answer(number));
    await standby.restart();
    await untilUsed(number);
  });

  test('whose statements end at their half of the time leave the other half to the primary', async () => {
    await untilUsed(last);
    // Replays a lock that the primary has released.
    await standby.query('select pg_wal_replay_pause()');
    const locked = await startStandbyLock();
    const before = await report();
    expect(await askWhole(subgraph.url, query)).toMatchObject(answer(last));
    expect((await report()).again).toBe(before.again + 1);
    await locked.release();
    await untilUsed(last);
  });

  /** A lock on the standby that readers of funds wait for, as replayed of a transaction of the primary that goes on. */
  const startStandbyLock = async (): Promise<{ readonly release: () => Promise<void> }> => {
    const other = await connectTo(postgres.url);
    await other.query('begin; lock table finance.fund in access exclusive mode; select pg_switch_wal()');
    await standby.query('select pg_wal_replay_resume()');
    await untilFound(async () => {
      const found = (await standby.query(
        `select 1 from pg_locks where mode = 'AccessExclusiveLock' and relation = 'finance.fund'::regclass`,
      )) as unknown[];
      return found.length > 0 || undefined;
    });
    await standby.query('select pg_wal_replay_pause()');
    await other.query('rollback');
    return {
      release: async () => {
        await other.end();
        await standby.query('select pg_wal_replay_resume()');
      },
    };
  };

  const imports = 6;

  /** Imports while readers ask a gateway over a graph. */
  const readWhileImported = async (over: Graph): Promise<FreshnessCheck> => {
    const gateway = await gatewayInProcess(over);
    const check = new FreshnessCheck();
    check.committed(last);
    const readers = startReaders(check, [gateway.url], { seed: 20_161_020, each: 6 });
    try {
      for (let done = 0; done < imports; done += 1) {
        check.committed(await next());
        const enough = check.answers + (done % 3) * 40;
        await untilFound(() => check.answers >= enough || undefined);
      }
    } finally {
      await readers.end();
      await gateway.stop();
    }
    expect([...readers.refused]).toEqual([]);
    return check;
  };

  test('give no answer that is older than a commit or of two versions, while imports follow one another and they lag', async () => {
    await standby.query("alter system set recovery_min_apply_delay = '30ms'");
    await standby.query('select pg_reload_conf()');
    await untilUsed(last);
    const before = await report();
    const { wrong, answers } = await readWhileImported(graph);
    expect(wrong).toEqual([]);
    expect(answers).toBeGreaterThan(100);
    expect((await report()).answers).toBeGreaterThan(before.answers);
  });

  test('that are asked without a look at the primary are caught by the same check', async () => {
    const blind = await openGraph(subgraphs, { engine: 'postgresql', url: urlOf(standby.port) });
    const { wrong } = await readWhileImported(blind);
    await closeGraph(blind);
    expect(wrong.map(({ kind }) => kind)).toContain('older');
    await standby.query('alter system reset recovery_min_apply_delay');
    await standby.query('select pg_reload_conf()');
  });

  test('are checked at the start: the primary, clocks apart and one that does not answer are told, another database ends it', async () => {
    const port = Number(new URL(postgres.url).port);
    const primary = await connectTo(postgres.url);
    const problems = (...replicas: string[]): Promise<readonly string[]> =>
      replicaProblems({ ...target, replicas: replicas });
    expect(await problems(urlOf(standby.port))).toEqual([]);
    expect(await problems(urlOf(port))).toEqual([
      `REPLICA_URLS: 127.0.0.1:${port} is the primary, not a replica. It is used when it is a standby.`,
    ]);
    expect(await problems(urlOf(9))).toEqual([
      expect.stringMatching(/^The replica 127\.0\.0\.1:9 does not answer \(.*\)\. It is used when it does\.$/),
    ]);
    for (const statement of [
      'create schema ahead',
      `create function ahead.clock_timestamp() returns timestamptz language sql
       as $$ select pg_catalog.clock_timestamp() + interval '90 seconds' $$`,
      'create database other',
    ]) {
      await primary.query(statement);
    }
    const ahead = urlOf(standby.port, '?options=-c%20search_path%3Dahead%2Cpg_catalog');
    await until(() => standby.query(`select from pg_database where datname = 'other'`), [{}]);
    expect(await problems(ahead)).toEqual([
      expect.stringMatching(
        /^The clock of the replica 127\.0\.0\.1:\d+ is (90(\.0\d*)?|89\.9\d*) seconds ahead of that of DATABASE_URL\./,
      ),
    ]);
    await primary.end();
    const other = urlOf(standby.port).replace('/postgres', '/other');
    const started = run('subgraphs/main.js', {
      args: ['finance'],
      env: { DATABASE_URL: postgres.url, REPLICA_URLS: other },
    });
    expect(await started.ended()).toBe(1);
    expect(started.output()).toMatch(
      /^REPLICA_URLS: 127\.0\.0\.1:\d+ has another database than DATABASE_URL, not a copy of it\. [^\n]*\n$/,
    );
  });

  test('that were promoted are left alone', async () => {
    await untilUsed(last);
    await standby.promote();
    await standby.crash();
    await standby.restart();
    await until(async () => (await askWhole(subgraph.url, query), (await report()).state), 'away');
    const before = await report();
    expect(await askWhole(subgraph.url, query)).toMatchObject(answer(last));
    expect(await report()).toEqual(before);
  });
});
