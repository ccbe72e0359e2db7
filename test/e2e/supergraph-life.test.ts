import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { freePort } from '../../scripts/free-port.js';
import { ask } from '../support/client.js';
import { run, type RunningProcess } from '../support/process.js';
import { composeSmall, serveSmall, type SmallServer } from '../support/small-graph.js';
import { generateLoad } from '../support/load-generator.js';
import { until } from '../support/until.js';

describe('the gateway as a process', () => {
  let folder: string;
  let path: string;
  let servers: SmallServer[];
  let processes: RunningProcess[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiedui-supergraph-'));
    path = join(folder, 'supergraph.graphql');
    servers = [];
    processes = [];
  });

  afterEach(async () => {
    for (const { child, ended } of processes) {
      child.kill('SIGKILL');
      await ended();
    }
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true });
  });

  const begin = (env: NodeJS.ProcessEnv = {}): RunningProcess => {
    const begun = run('gateway/main.js', { env: { SUPERGRAPH_PATH: path, ...env } });
    processes.push(begun);
    return begun;
  };
  const urlOf = async (gateway: RunningProcess): Promise<string> =>
    (await gateway.prints(/is at (\S+)\/graphql/))[1] ?? '';
  const serve = async (fields: readonly string[], options?: Parameters<typeof serveSmall>[1]): Promise<SmallServer> => {
    const server = await serveSmall(fields, options);
    servers.push(server);
    return server;
  };
  const readiness = async (url: string): Promise<{ readonly code: number; readonly body: Record<string, unknown> }> => {
    const response = await fetch(`${url}/health/ready`);
    return { code: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  /** A subgraph with the fields `xihu` and `xuanen`, and supergraphs that have one or both of them. */
  const versions = async (): Promise<{ first: string; both: string; server: SmallServer }> => {
    const server = await serve(['xihu', 'xuanen']);
    const compose = (fields: readonly string[]): string =>
      composeSmall([{ name: 'pairings', url: server.url, fields }]);
    return { server, first: compose(['xihu']), both: compose(['xihu', 'xuanen']) };
  };
  const both = { data: { xihu: 'xihu', xuanen: 'xuanen' } };
  const asksBoth = (url: string) => (): Promise<object> => ask(url, '{ xihu xuanen }');

  test('needs SUPERGRAPH_PATH and PORT alone, starts with all subgraphs down, and says which are missing', async () => {
    const ports = await Promise.all([freePort(), freePort()]);
    const [pairings, finance] = ports.map((port) => `http://127.0.0.1:${port}/graphql`);
    writeFileSync(
      path,
      composeSmall([
        { name: 'pairings', url: pairings ?? '', fields: ['xihu'] },
        { name: 'finance', url: finance ?? '', fields: ['money'] },
      ]),
    );
    const url = await urlOf(begin());
    const supergraph = { loadedAt: expect.any(String), hash: expect.stringMatching(/^[0-9a-f]{64}$/), refused: null };
    expect(await readiness(url)).toEqual({
      code: 200,
      body: {
        status: 'degraded',
        problems: ['The finance subgraph does not answer.', 'The pairings subgraph does not answer.'],
        missing: ['finance', 'pairings'],
        subgraphs: { finance: 'down', pairings: 'down' },
        supergraph,
      },
    });
    const first = await serve(['xihu'], { port: ports[0] });
    await until(() => readiness(url), {
      code: 200,
      body: {
        status: 'degraded',
        problems: ['The finance subgraph does not answer.'],
        missing: ['finance'],
        subgraphs: { finance: 'down', pairings: 'up' },
        supergraph,
      },
    });
    expect(await ask(url, '{ xihu money }')).toMatchObject({ data: { xihu: 'xihu', money: null } });
    await serve(['money'], { port: ports[1] });
    await until(() => readiness(url), {
      code: 200,
      body: { status: 'ready', problems: [], subgraphs: { finance: 'up', pairings: 'up' }, supergraph },
    });
    expect(await ask(url, '{ xihu money }')).toEqual({ data: { xihu: 'xihu', money: 'money' } });

    const before = first.probed();
    await Promise.all(Array.from({ length: 50 }, () => readiness(url)));
    expect(first.probed() - before).toBeLessThanOrEqual(2);
  });

  test('is degraded by a subgraph that answers with something else than GraphQL', async () => {
    const page = await listen(createServer((_request, response) => response.end('<html>')));
    writeFileSync(path, composeSmall([{ name: 'pairings', url: page.url, fields: ['xihu'] }]));
    const url = await urlOf(begin());
    expect(await readiness(url)).toMatchObject({
      code: 200,
      body: { status: 'degraded', missing: ['pairings'], subgraphs: { pairings: 'down' } },
    });
    page.server.close();
  });

  test('serves a file that is renamed into place, and drops no request', async () => {
    const { first, both: second } = await versions();
    writeFileSync(path, first);
    const gateway = begin();
    const url = await urlOf(gateway);
    expect(await ask(url, '{ xihu xuanen }')).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    const load = generateLoad(url);
    for (const text of [second, first, second]) {
      const swaps = gateway.output().split('is served as of now').length;
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
      await until(() => gateway.output().split('is served as of now').length, swaps + 1);
    }
    expect(await load.end()).toEqual({ wrong: [], failures: [], refused: 0 });
    expect(load.count()).toBeGreaterThan(100);
    expect(await asksBoth(url)()).toEqual(both);
  });

  test('serves a file behind symbolic links that are switched, as Kubernetes does with a config map', async () => {
    const { first, both: second } = await versions();
    for (const [name, text] of Object.entries({ '..1': first, '..2': second })) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'supergraph.graphql'), text);
    }
    symlinkSync('..1', join(folder, '..data'));
    symlinkSync(join('..data', 'supergraph.graphql'), path);
    const url = await urlOf(begin());
    symlinkSync('..2', join(folder, '..new'));
    renameSync(join(folder, '..new'), join(folder, '..data'));
    await until(asksBoth(url), both);
  });

  test('refuses a half-written file, says so, and serves the complete one', async () => {
    const { first, both: second } = await versions();
    writeFileSync(path, first);
    const gateway = begin();
    const url = await urlOf(gateway);
    writeFileSync(path, second.slice(0, second.length / 2));
    await gateway.prints(/The supergraph at \S+ is refused: It is not GraphQL: [^]* The one loaded before serves\./);
    expect(await readiness(url)).toMatchObject({
      code: 200,
      body: {
        status: 'ready',
        problems: [expect.stringMatching(/^A newer supergraph is not served\. It is not GraphQL: Syntax Error/)],
        supergraph: { refused: { at: expect.any(String), reason: expect.stringMatching(/^It is not GraphQL/) } },
      },
    });
    expect(await ask(url, '{ xihu }')).toEqual({ data: { xihu: 'xihu' } });
    writeFileSync(path, second);
    await until(asksBoth(url), both);
    expect(await readiness(url)).toMatchObject({ body: { problems: [], supergraph: { refused: null } } });
  });

  test('goes on when its file is removed, and serves the next one', async () => {
    const { first, both: second } = await versions();
    writeFileSync(path, first);
    const gateway = begin();
    const url = await urlOf(gateway);
    rmSync(path);
    await gateway.prints(/cannot be read: There is no such file\. The one loaded before serves\./);
    expect(await ask(url, '{ xihu }')).toEqual({ data: { xihu: 'xihu' } });
    writeFileSync(path, second);
    await until(asksBoth(url), both);
  });

  test('waits for an address that does not answer yet, and then requests changes only (ETag)', async () => {
    const { first, both: second } = await versions();
    const port = await freePort();
    const gateway = begin({ SUPERGRAPH_PATH: `http://reader:secret@127.0.0.1:${port}/supergraph` });
    await gateway.prints(/Waiting for the supergraph at \S+\. Its server cannot be reached: ECONNREFUSED\./);
    let text = first;
    const statuses: number[] = [];
    const server = createServer((request, response) => {
      const tag = `"${text.length}"`;
      const isAllowed = request.headers.authorization === `Basic ${Buffer.from('reader:secret').toString('base64')}`;
      response.statusCode = !isAllowed ? 401 : request.headers['if-none-match'] === tag ? 304 : 200;
      statuses.push(response.statusCode);
      response.setHeader('etag', tag).end(response.statusCode === 200 ? text : undefined);
    });
    await listen(server, port);
    const url = await urlOf(gateway);
    await until(() => statuses.includes(304), true);
    text = second;
    await until(asksBoth(url), both);
    expect(new Set(statuses)).toEqual(new Set([200, 304]));
    server.closeAllConnections();
    server.close();
    await gateway.prints(/cannot be read: Its server cannot be reached/);
    expect(await asksBoth(url)()).toEqual(both);
    expect(gateway.output()).not.toContain('secret');
  });

  const small = (url: string): string => composeSmall([{ name: 'finance', url, fields: ['money'] }]);
  test.each([
    ['is not there', null, 'There is no such file.'],
    ['is empty', ' \n', 'It is empty.'],
    ['is not GraphQL', 'type Query {', 'It is not GraphQL: Syntax Error: Expected Name, found <EOF>.'],
    ['is no supergraph', 'type Query { money: String }', 'It is not a supergraph: no subgraph is named in it.'],
    [
      'does not validate',
      small('http://127.0.0.1:1').replace('money: String', 'money: Yuan'),
      /(Unknown type|Invalid) .*Yuan.*/,
    ],
    [
      'has no address of a subgraph',
      small(''),
      'It has no http(s) address for finance. Set SUBGRAPH_URLS to finance=http://host:port/graphql.',
    ],
    ['is too large', `#${'x'.repeat(10 * 2 ** 20)}`, 'It has more than 10485760 bytes.'],
  ])('does not start on a supergraph that %s', async (_, text, reason) => {
    if (text !== null) {
      writeFileSync(path, text);
    }
    const gateway = begin();
    expect(await gateway.ended()).toBe(1);
    const [before, after] = [
      `The supergraph at ${path} cannot be served. `,
      '\nSet SUPERGRAPH_PATH to the file or the http(s) address of a composed supergraph.\n',
    ];
    const output = gateway.output();
    expect(output.startsWith(before) && output.endsWith(after)).toBe(true);
    const said = output.slice(before.length, -after.length);
    expect(said).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
  });

  test('stopped under load, answers all accepted requests, and readiness says at once that it stops', async () => {
    const slow = await serve(['xihu'], { delay: 100 });
    writeFileSync(path, composeSmall([{ name: 'pairings', url: slow.url, fields: ['xihu'] }]));
    const gateway = begin({ STOP_NOTICE_MS: '1000', FORWARD_HEADERS: 'x-asked' });
    const url = await urlOf(gateway);
    const load = generateLoad(url);
    await until(() => load.count() > 50, true);
    gateway.child.kill('SIGTERM');
    await until(() => readiness(url), {
      code: 503,
      body: { status: 'stopping', problems: ['The server is stopping.'] },
    });
    const atStop = load.count();
    const { wrong, failures, refused } = await load.refused();
    // Connections that the kernel had accepted and the process had not are reset: no request on them reached it.
    expect({ wrong, refused, codes: new Set(['ECONNRESET', ...failures]) }).toEqual({
      wrong: [],
      refused: 16,
      codes: new Set(['ECONNRESET']),
    });
    // Readiness that was asked just before the signal came has asked the subgraph, too.
    expect([0, 1]).toContain(slow.answered() - load.count());
    expect(load.count()).toBeGreaterThan(atStop);
    expect(await gateway.ended()).toBe(0);
  });
});

async function listen(server: Server, port = 0): Promise<{ readonly server: Server; readonly url: string }> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
