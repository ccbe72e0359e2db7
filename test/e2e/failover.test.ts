import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { startPostgres, type ThrowawayPostgres } from '../../scripts/postgres.js';
import { askWhole } from '../support/client.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeOn } from '../support/engines.js';
import { startStandby, type StandbyServer } from '../../scripts/standby.js';
import { stableAddress, type StableAddress } from '../support/stable-address.js';
import { run, type RunningProcess } from '../support/process.js';
import { until } from '../support/until.js';

const query = 'query($first: Int!) { funds(first: $first) { nodes { id } } }';

/** What clients saw that asked all the time. */
interface Report {
  /** Whether there were right answers. */
  readonly answered: boolean;
  readonly wrong: readonly unknown[];
  readonly codes: ReadonlySet<string>;
}

interface Answer {
  readonly data?: { readonly funds: { readonly nodes: readonly { readonly id: string }[] } | null };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Processes over PostgreSQL behind one address: the whole graph in one, and a gateway over two subgraphs. */
describeOn('postgresql', 'with a database that goes away', () => {
  let postgres: ThrowawayPostgres;
  let primary: Pick<StandbyServer, 'data' | 'port'>;
  let address: StableAddress;
  let env: NodeJS.ProcessEnv;
  let ids: readonly string[];
  /** Addresses of the one process, of the gateway, and of a subgraph. */
  let one: string;
  let gateway: string;
  let finance: string;
  let standby: StandbyServer;
  const servers: StandbyServer[] = [];
  const processes: RunningProcess[] = [];

  const begin = async (file: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<string> => {
    const begun = run(file, { args, env: { ...env, ...more } });
    processes.push(begun);
    return (await begun.prints(/(http:\S+)\/graphql/))[1] ?? '';
  };
  const follow = async (): Promise<StandbyServer> => {
    const server = await startStandby(postgres, primary);
    servers.push(server);
    return server;
  };

  beforeAll(async () => {
    postgres = await startPostgres();
    primary = { data: postgres.data, port: Number(new URL(postgres.url).port) };
    address = await stableAddress(primary.port);
    env = {
      DATABASE_URL: `postgres://jiedui@127.0.0.1:${address.port}/postgres`,
      SUBGRAPH_TIMEOUT_MS: '6000',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'silent',
    };
    one = await begin('gateway/start.js', []);
    const pairings = begin('subgraphs/main.js', ['pairings']);
    finance = await begin('subgraphs/main.js', ['finance']);
    gateway = await begin('gateway/main.js', [], {
      SUBGRAPH_URLS: `finance=${finance}/graphql,pairings=${await pairings}/graphql`,
    });
    const { data } = (await askWhole(one, query, { first: 300 })) as Answer;
    ids = data?.funds?.nodes.map(({ id }) => id) ?? [];
    standby = await follow();
  });

  afterAll(async () => {
    address.stop();
    for (const { child, ended } of processes) {
      child.kill('SIGKILL');
      await ended();
    }
    for (const server of servers) {
      await server.remove();
    }
    await postgres.stop();
  });

  const isRight = ({ data, errors }: Answer, first: number): boolean =>
    errors === undefined && data?.funds?.nodes.map(({ id }) => id).join() === ids.slice(0, first).join();

  /** Has clients ask both graphs until `change` is done and both are well again, and reports what they saw. */
  const during = async (change: () => Promise<void>): Promise<Report> => {
    const codes = new Set<string>();
    const wrong: unknown[] = [];
    let answered = false;
    let isDone = false;
    const client = async (url: string, start: number): Promise<void> => {
      for (let first = start; !isDone; first = (first % ids.length) + 1) {
        const answer = (await askWhole(url, query, { first })) as Answer;
        if (isRight(answer, first)) {
          answered = true;
        } else if (answer.errors && answer.data?.funds == null) {
          answer.errors.forEach(({ extensions }) => codes.add(extensions.code));
        } else {
          wrong.push(answer);
        }
        await setTimeout(20);
      }
    };
    const clients = [one, gateway].flatMap((url) => [client(url, 1), client(url, 20)]);
    await change();
    await Promise.all([one, gateway].map((url) => becomesWell(url)));
    isDone = true;
    await Promise.all(clients);
    return { answered, wrong, codes };
  };
  const becomesWell = (url: string): Promise<void> =>
    until(async () => isRight((await askWhole(url, query, { first: 3 })) as Answer, 3), true);
  const failures = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT'];

  test('one process and a subgraph start over a standby, which is read-only, and answer', async () => {
    const more = { DATABASE_URL: `postgres://jiedui@127.0.0.1:${standby.port}/postgres` };
    const [process, subgraph] = await Promise.all([
      begin('gateway/start.js', [], more),
      begin('subgraphs/main.js', ['finance'], more),
    ]);
    for (const url of [process, subgraph]) {
      expect(isRight((await askWhole(url, query, { first: 5 })) as Answer, 5)).toBe(true);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    }
    for (const { child, ended } of processes.splice(-2)) {
      child.kill('SIGTERM');
      expect(await ended()).toBe(0);
    }
  });

  test('a switchover gives no wrong answer, and all is well again', async () => {
    const { answered, wrong, codes } = await during(async () => {
      await postgres.shutDown();
      await standby.promote();
      address.lead(standby.port);
    });
    expect({ answered, wrong }).toEqual({ answered: true, wrong: [] });
    expect(failures).toEqual(expect.arrayContaining([...codes]));
    primary = standby;
  });

  test('a primary that is killed and a standby that is promoted give no wrong answer, and all is well again', async () => {
    const former = standby;
    standby = await follow();
    const { answered, wrong, codes } = await during(async () => {
      await former.crash();
      await standby.promote();
      address.lead(standby.port);
    });
    expect({ answered, wrong }).toEqual({ answered: true, wrong: [] });
    expect(failures).toEqual(expect.arrayContaining([...codes]));
    primary = standby;
  });

  test('a database that hangs is told in time, and so is one that is down, also to who asks for a cached answer', async () => {
    const health = async (url: string): Promise<unknown> => {
      const response = await fetch(`${url}/health/ready`);
      return [response.status, ((await response.json()) as { readonly status: string }).status];
    };
    const all = (): Promise<unknown> => Promise.all([health(one), health(finance), health(gateway)]);
    const well = [
      [200, 'ready'],
      [200, 'ready'],
      // Two of its four subgraphs are not started.
      [200, 'degraded'],
    ];
    const ill = [
      [503, 'not ready'],
      [503, 'not ready'],
      [200, 'degraded'],
    ];
    const askBoth = (): Promise<unknown> =>
      Promise.all([one, gateway].map(async (url) => (await askWhole(url, query, { first: 3 })) as Answer));
    const told = Array.from({ length: 2 }, () => ({
      data: { funds: null },
      errors: [{ extensions: { code: expect.stringMatching(/^SUBGRAPH_(UNAVAILABLE|TIMEOUT)$/) } }],
    }));
    expect(await all()).toEqual(well);
    await askBoth();

    standby.hang();
    const waiting = Promise.all(Array.from({ length: 10 }, askBoth));
    expect(await askBoth()).toMatchObject(told);
    expect(await all()).toEqual(ill);
    for (const answers of await waiting) {
      expect(answers).toMatchObject(told);
    }
    expect(await (await fetch(`${gateway}/health/ready`)).json()).toMatchObject({
      missing: expect.arrayContaining(['finance', 'pairings']),
    });
    standby.goOn();
    await until(all, well);
    await Promise.all([one, gateway].map((url) => becomesWell(url)));

    await standby.crash();
    expect(await askBoth()).toMatchObject(told);
    expect(await all()).toEqual(ill);
    await standby.restart();
    await until(all, well);
    await Promise.all([one, gateway].map((url) => becomesWell(url)));
  });

  test('an import that the database cuts off ends with 1 and says so; the next one completes it', async () => {
    const gifts = Array.from({ length: 15_000 }, (_, place) => ({ ...gift, id: `zz-gift-${place}` }));
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', gifts) });
    const cut = run('scripts/import.js', { args: [folder], env });
    processes.push(cut);
    await cut.prints(/Importing/);
    await standby.crash();
    expect(await cut.ended()).toBe(1);
    expect(cut.output()).toMatch(
      /The import of the data set own was cut off: the connection to the database was lost \(.*\)\.\nRun the same import again/,
    );
    await standby.restart();
    const again = run('scripts/import.js', { args: [folder], env });
    processes.push(again);
    expect(await again.ended()).toBe(0);
    await until(
      () => askWhole(one, '{ fund(id: "zz-gift-14999") { id } }').then((answer) => (answer as { data: unknown }).data),
      {
        fund: { id: 'zz-gift-14999' },
      },
    );
  });
});
