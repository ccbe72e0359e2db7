import { setTimeout } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';

import { readConfig } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { closeGraph, openGraph } from '../../platform/graph.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { gatewayInProcess } from '../support/gateway.js';
import { ask, type GraphQLAnswer } from '../support/client.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { createTarget, describeOn, type TestTarget } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';
import { run } from '../support/process.js';
import { until } from '../support/until.js';

const urlOf = ({ target }: Pick<TestTarget, 'target'>): URL =>
  new URL(target.engine === 'postgresql' ? target.url : 'none:');

/** Ends all connections to a database but those of the tests. */
const endConnections =
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name <> 'test'";

/** A session of a test's own. */
async function session(place: Pick<TestTarget, 'target'>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(place).href, application_name: 'test' });
  await client.connect();
  return client;
}

describeOn('postgresql', 'statements of requests on PostgreSQL', () => {
  let opened: TestGraph;
  let other: pg.Client;
  /** Outside a transaction, in which what is looked at would not change. */
  let watcher: pg.Client;

  beforeAll(async () => {
    opened = await shippedGraph('postgresql');
  });

  afterAll(async () => {
    await opened.close();
  });

  beforeEach(async () => {
    [other, watcher] = await Promise.all([session(opened), session(opened)]);
  });

  afterEach(async () => {
    await Promise.all([other.end(), watcher.end()]);
  });

  /** How many statements run in the database. */
  const running = async (): Promise<number> => {
    const { rows } = await watcher.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and state = 'active' and application_name <> 'test'`,
    );
    return rows[0]?.count ?? -1;
  };
  const sleeping = (database: Database): Promise<unknown> =>
    database
      .read()
      .selectNoFrom(sql`pg_sleep(60)`.as('slept'))
      .execute();

  test('are cancelled on the server when the request ends, and their reason is that of its end', async () => {
    const ending = new AbortController();
    const database = databaseOf(opened, finance).until(ending.signal);
    const statements = Array.from({ length: 12 }, () => sleeping(database));
    const ended = Promise.allSettled(statements);
    await until(async () => (await running()) >= 12, true);
    ending.abort(new Error('The client has left.'));
    for (const result of await ended) {
      expect(result).toMatchObject({ reason: { message: 'The client has left.' } });
    }
    await until(running, 0);
    expect(await database.until(new AbortController().signal).version()).toBe(await database.knownVersion());
  });

  test('end at their timeout with SUBGRAPH_TIMEOUT', async () => {
    const { target } = opened;
    const database = await Database.open(finance, { ...target, timeout: 300 } as typeof target);
    const request = database.until(new AbortController().signal);
    await expect(sleeping(request)).rejects.toMatchObject({ extensions: { code: 'SUBGRAPH_TIMEOUT' } });
    await until(running, 0);
    await database.close();
  });

  test('that wait for a lock do not hold back others, however many and different they are', async () => {
    const gateway = await gatewayInProcess(opened.graph, { SUBGRAPH_TIMEOUT_MS: '20000' });
    await other.query('begin; lock table finance.fund');
    const leaving = new AbortController();
    const waiting = Array.from({ length: 30 }, (_, place) =>
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ region(id: "422825") { fundsReceived(first: ${place}) { totalCount } } }` }),
        signal: leaving.signal,
      }).catch(() => 'left'),
    );
    await until(async () => (await running()) >= 8, true);
    expect(await ask(gateway.url, '{ sales(first: 1) { nodes { __typename } } }')).toEqual({
      data: { sales: { nodes: [{ __typename: 'Sale' }] } },
    });
    leaving.abort();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['left']));
    await until(running, 0);
    await other.query('rollback');
    expect(await ask(gateway.url, '{ fund(id: "xihu-xuanen-funds-2018") { id } }')).toEqual({
      data: { fund: { id: 'xihu-xuanen-funds-2018' } },
    });
    await gateway.stop();
  });

  test('are sent again where their connections are ended', async () => {
    const database = databaseOf(opened, finance).until(new AbortController().signal);
    const count = (): Promise<unknown> =>
      database
        .read<{ fund: object }>()
        .selectFrom('fund')
        .select(sql`1`.as('one'))
        .execute();
    const expected = await count();
    for (let time = 0; time < 5; time += 1) {
      const answers = Promise.all(Array.from({ length: 8 }, count));
      await other.query(endConnections);
      expect(await answers).toEqual(Array.from({ length: 8 }, () => expected));
    }
  });

  test('a lost connection during a unit of work is an error, and later ones work', async () => {
    const database = databaseOf(opened, finance);
    const work = database.write().transactional(async (em) => {
      await database.advanceVersion(em);
      await other.query(endConnections);
      await setTimeout(50);
      await database.advanceVersion(em);
    });
    await expect(work).rejects.toThrow();
    await database.write().transactional((em) => database.advanceVersion(em));
  });

  test('what the database ended is SUBGRAPH_TIMEOUT in a part of the answer, in one process and between processes', async () => {
    const { target } = opened;
    const quick = await openGraph([finance], { ...target, timeout: 300 } as typeof target);
    const whole = opened.graph.map((each) => (each.subgraph === finance ? (quick[0] ?? each) : each));
    const gateway = await gatewayInProcess(whole);
    const subgraph = await startSubgraph(
      finance,
      quick[0]?.database ?? databaseOf(opened, finance),
      readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
    );
    await other.query('begin; lock table finance.fund');
    const query = '{ fund(id: "xihu-xuanen-funds-2018") { id } sales(first: 1) { nodes { __typename } } }';
    expect(await ask(gateway.url, query)).toMatchObject({
      data: { fund: null, sales: { nodes: [{ __typename: 'Sale' }] } },
      errors: [{ path: ['fund'], extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'finance' } }],
    });
    const response = await fetch(`${subgraph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(504);
    expect(((await response.json()) as GraphQLAnswer).errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_TIMEOUT' } },
    ]);
    await other.query('rollback');
    await gateway.stop();
    await subgraph.stop();
    await closeGraph(quick);
  });
});

describeOn('postgresql', 'an import that waits for a lock', () => {
  test('ends at the lock_timeout of DATABASE_URL with 1 and one message, changes nothing, and can be run again', async () => {
    const opened = await shippedGraph('postgresql');
    const other = await session(opened);
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [gift]) });
    const begin = async (parameters: string): Promise<{ code: number | null; output: string }> => {
      const url = urlOf(opened);
      url.search = parameters;
      const begun = run('scripts/import.js', { args: [folder], env: { DATABASE_URL: url.href } });
      return { code: await begun.ended(), output: begun.output() };
    };
    await other.query('begin; select from finance.data_version for update');
    const { code, output } = await begin('lock_timeout=200');
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The import of the data set own was ended by a timeout of DATABASE_URL or of the server \(.*lock timeout\), and nothing was changed\.$/m,
    );
    expect(output).not.toContain(' at ');
    await other.query('rollback');
    expect((await begin('lock_timeout=200')).code).toBe(0);
    await other.end();
    await opened.close();
  });
});

describeOn('postgresql', 'DATABASE_URL', () => {
  let place: TestTarget;
  let admin: pg.Client;
  const role = `reader_${process.pid}`;

  beforeEach(async () => {
    place = await createTarget('postgresql');
    admin = await session(place);
  });

  afterEach(async () => {
    await admin.query(`drop owned by ${role} cascade; drop role ${role}`).catch(() => undefined);
    await admin.end();
    await place.remove();
  });

  const asRole = (): string => Object.assign(urlOf(place), { username: role }).href;
  const begin = async (
    file: string,
    args: readonly string[],
    url: string,
  ): Promise<{ code: number | null; output: string }> => {
    const begun = run(file, { args, env: { DATABASE_URL: url } });
    return { code: await begun.ended(), output: begun.output() };
  };

  test.each([
    [
      'a database that does not exist',
      (url: URL) => (url.pathname = '/nowhere'),
      /the database "nowhere" does not exist on 127\.0\.0\.1:\d+\. Create it, or name another one: it is never created here\.$/,
    ],
    [
      'a user that does not exist',
      (url: URL) => (url.username = 'nobody'),
      /does not accept the user "nobody" \(role "nobody" does not exist\)\. Check the user and the password\.$/,
    ],
    [
      'a port where nothing listens',
      (url: URL) => (url.port = '9'),
      /127\.0\.0\.1:9 was not reached \(.*\)\. Check the host and the port, and that PostgreSQL runs there\.$/,
    ],
    [
      'a folder without a socket',
      (url: URL) => (url.search = 'host=/nowhere'),
      /the socket of port \d+ in \/nowhere was not reached/,
    ],
    [
      'TLS that the server does not offer',
      (url: URL) => (url.search = 'sslmode=require'),
      /does not offer TLS, which sslmode asks for/,
    ],
    [
      'an option that the server does not know',
      (url: URL) => (url.search = 'options=-c%20colour%3Dred'),
      /refused the connection \(unrecognized configuration parameter "colour"\)/,
    ],
  ])('%s ends a start with one message that names the variable', async (_name, change, message) => {
    const url = urlOf(place);
    url.password = 'verysecret';
    change(url);
    const { code, output } = await begin('subgraphs/main.js', ['finance'], url.href);
    expect(code).toBe(1);
    expect(output.trimEnd()).toMatch(message);
    expect(output).toMatch(/^DATABASE_URL: [^\n]*\n$/);
    expect(output).not.toContain('verysecret');
    const { rows } = await admin.query(`select from pg_database where datname = 'nowhere'`);
    expect(rows).toEqual([]);
  });

  test('parameters arrive at the server', async () => {
    const url = urlOf(place);
    url.search =
      'sslmode=prefer&application_name=my%20app&options=-c%20geqo%3Doff&statement_timeout=1234&lock_timeout=77';
    const database = await Database.open(finance, { engine: 'postgresql', url: url.href });
    const read = async (of: Database): Promise<unknown> => {
      const names = ['application_name', 'geqo', 'statement_timeout', 'lock_timeout'];
      return of
        .read()
        .selectNoFrom(names.map((name) => sql`current_setting(${name})`.as(name)))
        .executeTakeFirst();
    };
    const expected = {
      applicationName: 'my app',
      geqo: 'off',
      statementTimeout: '1234ms',
      lockTimeout: '77ms',
    };
    expect(await read(database)).toEqual(expected);
    expect(await read(database.until(new AbortController().signal))).toEqual(expected);
    await database.close();
  });

  test('a subgraph starts with rights on its schema alone, and one that may only read, when nothing is to be migrated', async () => {
    await admin.query(`create role ${role} login; create schema finance authorization ${role}`);
    const owner = await openGraph([finance], { engine: 'postgresql', url: asRole() });
    await closeGraph(owner);
    await admin.query(
      `alter schema finance owner to jiedui; reassign owned by ${role} to jiedui; drop owned by ${role};
       grant usage on schema finance to ${role}; grant select on all tables in schema finance to ${role}`,
    );
    for (const url of [asRole(), `${urlOf(place).href}?options=-c%20default_transaction_read_only%3Don`]) {
      const subgraph = run('subgraphs/main.js', { args: ['finance'], env: { DATABASE_URL: url } });
      const [, address = ''] = await subgraph.prints(/is at (\S+)\/graphql/);
      expect(await ask(address, '{ funds { totalCount } }')).toEqual({ data: { funds: { totalCount: 0 } } });
      expect(await (await fetch(`${address}/health/ready`)).json()).toEqual({ status: 'ready', problems: [] });
      subgraph.child.kill('SIGTERM');
      expect(await subgraph.ended()).toBe(0);
    }
  });

  test('where something is to be migrated and may not be, a start says so, and npm run migrate does it', async () => {
    await admin.query(`create role ${role} login`);
    const message =
      /^The tables of "finance" are not up to date, and cannot be changed\. .*\nRun "npm run migrate" with a DATABASE_URL whose user may create and change them, then start again\.\n$/;
    for (const url of [asRole(), `${urlOf(place).href}?options=-c%20default_transaction_read_only%3Don`]) {
      expect(await begin('subgraphs/main.js', ['finance'], url)).toEqual({
        code: 1,
        output: expect.stringMatching(message),
      });
    }
    const migrated = await begin('scripts/migrate.js', [], urlOf(place).href);
    expect(migrated).toMatchObject({ code: 0, output: expect.stringMatching(/^finance: ran Migration\w+/m) });
    const again = await begin('scripts/migrate.js', [], urlOf(place).href);
    expect(again).toEqual({ code: 0, output: expect.stringMatching(/^(\w+: up to date\n){4}$/) });
    expect(await begin('subgraphs/main.js', ['finance'], asRole())).toEqual({
      code: 1,
      output: expect.stringContaining(
        'The user of DATABASE_URL may not read the schema "finance". Let it: grant usage',
      ),
    });
  });
});
