import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { ask } from '../support/client.js';
import { copyDatabases, dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { run, type RunningProcess } from '../support/process.js';

const start = 'gateway/start.js';
const ready = /Open (http:\S+)\/graphql/;

describe('npm start', () => {
  let dataDir: string;
  let processes: RunningProcess[];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'jiedui-start-'));
    processes = [];
  });

  afterEach(async () => {
    for (const { child, ended } of processes) {
      child.kill('SIGKILL');
      await ended();
    }
    rmSync(dataDir, { recursive: true });
  });

  const begin = (file: string, options: Parameters<typeof run>[1] = {}): RunningProcess => {
    const begun = run(file, { ...options, env: { DATA_DIR: dataDir, ...options.env } });
    processes.push(begun);
    return begun;
  };
  const url = async (begun: RunningProcess): Promise<string> => (await begun.prints(ready))[1] ?? '';
  const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');
  const answersThePage = async (address: string): Promise<void> => {
    expect(await ask(address, page?.query ?? '', page?.variables)).toEqual({ data: page?.answer });
  };

  test('loads the data set, answers a query across four subgraphs, and stops in order', async () => {
    const server = begin(start);
    const address = await url(server);
    expect(server.output()).toMatch(/Loaded the data set articles\./);
    await answersThePage(address);
    expect(await (await fetch(`${address}/health/live`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${address}/health/ready`)).json()).toEqual({ status: 'ready', problems: [] });
    server.child.kill('SIGTERM');
    expect(await server.ended()).toBe(0);

    const again = begin(start);
    await answersThePage(await url(again));
    expect(again.output()).not.toContain('Loaded');
  });

  test.each([
    ['graphiql', '/graphql', 'id="explorer"'],
    ['graphiql', '/graphql?explorer=sandbox', 'embeddable-sandbox'],
    ['sandbox', '/graphql', 'embeddable-sandbox'],
  ])('with EXPLORER=%s shows a browser at %s what has %s, its reporting off', async (explorer, path, expected) => {
    copyDatabases(dataDir);
    const address = await url(begin(start, { env: { NODE_ENV: 'production', EXPLORER: explorer } }));
    const html = await (await fetch(address + path, { headers: { accept: 'text/html' } })).text();
    expect(html).toContain(expected);
    expect(html).not.toMatch(/runTelemetry\W+true/);
    expect(await ask(address, '{ __schema { queryType { name } } }')).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
  });

  test('opens no socket outside this machine', async () => {
    const watched = join(dataDir, 'sockets');
    writeFileSync(watched, '');
    const watcher = join(projectRoot, 'dist/test/support/watch-sockets.js');
    const server = begin(start, { nodeArgs: ['--import', watcher], env: { WATCHED_SOCKETS: watched } });
    await answersThePage(await url(server));
    server.child.kill('SIGTERM');
    await server.ended();
    expect(
      readFileSync(watched, 'utf8')
        .split('\n')
        .filter((line) => !/^lookup 127\.0\.0\.1$|^$/.test(line)),
    ).toEqual([]);

    const outside = begin('test/support/outside-call.js', {
      nodeArgs: ['--import', watcher],
      env: { WATCHED_SOCKETS: watched },
    });
    await outside.ended();
    expect(readFileSync(watched, 'utf8')).toContain('connect outside.invalid');
  });

  test('refuses a data folder that another process uses', async () => {
    copyDatabases(dataDir);
    await url(begin(start));
    for (const second of [begin(start), begin('scripts/migrate.js')]) {
      expect(await second.ended()).toBe(1);
      expect(second.output()).toMatch(
        /^The data folder \S+ is in use by process \d+\. Stop it first, or set DATA_DIR to another folder\.\n$/,
      );
    }
  });

  test('names every bad variable in one message', async () => {
    const server = begin(start, { env: { PORT: 'http', DATABASE_URL: 'sqlite' } });
    expect(await server.ended()).toBe(1);
    expect(server.output()).toBe(
      'The configuration is not usable:\n  PORT: Invalid port input: "http"\n' +
        '  DATABASE_URL: expected postgres://user:password@host:port/database\n',
    );
  });

  test('says so when the port is taken', async () => {
    copyDatabases(dataDir);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const server = begin(start, { env: { PORT: String(port) } });
    expect(await server.ended()).toBe(1);
    other.close();
    expect(server.output()).toContain(`Port ${port} of 127.0.0.1 is in use. Set PORT to another one.`);
  });

  test('loads the data sets itself where it finds a database', async () => {
    writeFileSync(join(dataDir, 'training.sqlite'), '');
    const server = begin(start);
    await answersThePage(await url(server));
    expect(server.output()).toMatch(/Loaded the data set articles: \d+ rows\./);
  });

  test.each([
    ['copies its databases', [], 5],
    ['loads the data sets', ['training.sqlite'], 20],
    ['loads the data sets', ['training.sqlite'], 120],
  ] as const)(
    'is complete after a first start that %s, with %j there, and was killed when it had changed files %d times',
    async (_does, there, times) => {
      for (const file of there) {
        writeFileSync(join(dataDir, file), '');
      }
      const changes = watch(dataDir);
      const first = begin(start);
      for (let change = 0; change < times; change += 1) {
        await once(changes, 'change');
      }
      first.child.kill('SIGKILL');
      changes.close();
      await first.ended();
      await answersThePage(await url(begin(start)));
    },
  );

  test('is complete after an import that was killed when its first rows were written', async () => {
    copyDatabases(dataDir);
    const gifts = Array.from({ length: 20_000 }, (_, place) => ({ ...gift, id: `gift-${place}` }));
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', gifts) });
    const importing = begin('scripts/import.js', { args: [folder] });
    await importing.prints(/Importing/);
    importing.child.kill('SIGKILL');
    await importing.ended();
    const address = await url(begin(start));
    await answersThePage(address);
    const { data } = await ask(
      address,
      '{ funds(filter: {donor: {eq: "330106"}, from: {eq: "2019-01-01"}}) { totalCount } }',
    );
    expect([0, 20_000]).toContain((data as { funds: { totalCount: number } }).funds.totalCount);
  });
});
