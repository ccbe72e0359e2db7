import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

import type { GraphQLDataSource } from '@apollo/gateway';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { projectRoot, readConfig } from '../../platform/config.js';
import type { RunningServer } from '../../platform/http-server.js';
import type { RequestContext } from '../../gateway/request/request-context.js';
import { connectAgent, type AgentAnswer, type TestAgent } from '../support/agent.js';
import { gatewayInProcess } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { keptLog } from '../support/log.js';
import { until } from '../support/until.js';

const { log, lines } = keptLog();
let opened: TestGraph;
let gateway: RunningServer;
let agent: TestAgent;

beforeAll(async () => {
  opened = await shippedGraph('sqlite');
  gateway = await gatewayInProcess(opened.graph, { MCP_HOSTS: 'data.example.org' }, { log });
  agent = await connectAgent(gateway.url);
});
afterAll(async () => {
  await agent.close();
  await gateway.stop();
  await opened.close();
});

const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

const call = (name: string, given: object): object => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: given },
});

const post = (body: string | Uint8Array<ArrayBuffer>, more: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${gateway.url}/mcp`, { method: 'POST', headers: { ...headers, ...more }, body });

/** The message in an answer: JSON, or the one event of a stream. */
async function messageIn(response: Response): Promise<unknown> {
  const body = await response.text();
  return JSON.parse(/^data: (.*)$/m.exec(body)?.[1] ?? body) as unknown;
}

/** Whether the gateway still answers another client. */
async function expectAnswers(): Promise<void> {
  const { answer } = await agent.call('find', { text: 'Xihu' });
  expect(answer.complete).toBe(true);
}

describe('a request that is no good is told so, and harms no other', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const find = JSON.stringify(call('find', { text: 'x' }));

  test.each<
    [name: string, body: string | Uint8Array<ArrayBuffer>, more: Record<string, string>, status: number, says: string]
  >([
    ['no JSON', '{"jsonrpc":', {}, 400, 'Parse error'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400, 'not a valid JSON-RPC message'],
    ['no message', '{}', {}, 400, 'not a valid JSON-RPC message'],
    ['a batch', `[${find},${find}]`, {}, 400, 'batches are not answered'],
    ['no JSON by its type', find, { 'content-type': 'text/plain' }, 415, 'application/json'],
    ['more than a megabyte', `"${'x'.repeat(2 ** 20)}"`, {}, 413, 'BODY_TOO_LARGE'],
    [
      'more than a megabyte when decompressed',
      gzipSync(`"${'x'.repeat(2 ** 24)}"`),
      { 'content-encoding': 'gzip' },
      413,
      'BODY_TOO_LARGE',
    ],
    [
      'lists that are nested deeply',
      JSON.stringify(call('query', {})).replace('{}', nested(100_000)),
      {},
      400,
      'nested',
    ],
    ['an unknown method', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/cal' }), {}, 200, 'Method not found'],
    ['an unknown tool', JSON.stringify(call('fnid', { text: 'x' })), {}, 200, 'fnid'],
    ['no argument', JSON.stringify(call('find', {})), {}, 200, 'text: '],
    ['an unknown argument', JSON.stringify(call('find', { text: 'x', txt: 1 })), {}, 200, 'txt'],
    ['a wrong argument', JSON.stringify(call('find', { text: 'x', first: 'many' })), {}, 200, 'first: '],
    [
      'a number that is not finite',
      JSON.stringify(
        call('query', { query: 'query($n: Int) { funds(first: $n) { totalCount } }', variables: { n: 7 } }),
      ).replace(':7', ':1e400'),
      {},
      200,
      'expected finite numbers',
    ],
    [
      'an unknown resource',
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'resources/read', params: { uri: 'jiedui://x' } }),
      {},
      200,
      'jiedui://x',
    ],
    [
      'an unknown prompt',
      JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'prompts/get', params: { name: 'x' } }),
      {},
      200,
      'x',
    ],
  ])('%s', async (_name, body, more, status, says) => {
    const response = await post(body, more);
    const message = JSON.stringify(await messageIn(response));
    expect([response.status, message]).toEqual([status, expect.stringContaining(says)]);
    await expectAnswers();
  });

  test.each(['GET', 'DELETE', 'PUT'])('%s, since nothing is kept between requests', async (method) => {
    const response = await fetch(`${gateway.url}/mcp`, { method, headers });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a subscription, since nothing changes', async () => {
    const modern = await connectAgent(gateway.url, { era: 'auto' });
    await expect(modern.client.listen({ toolsListChanged: true })).rejects.toThrow();
    await modern.close();
    await expectAnswers();
  });

  test('a client that leaves ends its own request alone', async () => {
    const leaving = new AbortController();
    const left = fetch(`${gateway.url}/mcp`, { method: 'POST', headers, body: find, signal: leaving.signal });
    leaving.abort();
    await expect(left).rejects.toThrow();
    await expectAnswers();
  });
});

describe('the limits of every request apply', () => {
  test.each([
    ['cost', '{ pairings(first: 500) { nodes { funds(first: 500) { nodes { id } } } } }', 'COST_LIMIT'],
    [
      'depth',
      `{ ${'region(id: "1") { parent '.repeat(1)}${'{ parent '.repeat(60)}{ id }${' }'.repeat(61)} }`,
      'DOCUMENT_LIMIT',
    ],
    ['tokens', `{ ${'__typename '.repeat(3000)} }`, 'DOCUMENT_LIMIT'],
    ['aliases', `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: __typename`).join(' ')} }`, 'DOCUMENT_LIMIT'],
    ['a mutation', 'mutation { x }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_name, query, code) => {
    const { answer, isError } = await agent.call('query', { query });
    expect([isError, answer.missing.map((each) => each.code)]).toEqual([true, [code]]);
  });

  test('an operation ends at its deadline, and the rate of an address counts each message', async () => {
    const dataSource = (): GraphQLDataSource => ({
      process: ({ context }) =>
        new Promise((_resolve, reject) => {
          const { signal } = context as RequestContext;
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
    });
    const environment = { OPERATION_TIMEOUT_MS: '50', RATE_LIMIT: '2' };
    const own = await gatewayInProcess(opened.graph, environment, { dataSource });
    const ask = (): Promise<Response> =>
      fetch(`${own.url}/mcp`, { method: 'POST', headers, body: JSON.stringify(call('find', { text: 'x' })) });
    for (const response of [await ask(), await ask()]) {
      const { result } = (await messageIn(response)) as { result: { structuredContent: AgentAnswer } };
      const { complete, missing } = result.structuredContent;
      expect([response.status, complete, missing.map(({ code }) => code)]).toEqual([200, false, ['SUBGRAPH_TIMEOUT']]);
    }
    const refused = await ask();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await refused.text()).toContain('RATE_LIMITED');
    await own.stop();
  });
});

test('calls are in the metrics and the log, like other requests', async () => {
  const given = { kind: 'region', id: '520627', what: 'funds' };
  await agent.call('total', given);
  await agent.call('total', given);
  await agent.call('ask_question', { name: 'nothing' });
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  for (const line of [
    'jiedui_tool_calls_total{tool="total",outcome="complete"} 2',
    'jiedui_tool_calls_total{tool="ask_question",outcome="refused"} 1',
    'jiedui_requests_total{operation="TotalMoneyOfRegion",status="200"} 2',
    'jiedui_errors_total{code="DOCUMENT_NOT_FOUND"} 1',
  ]) {
    expect(metrics).toContain(line);
  }
  await until(
    () =>
      lines
        .filter(({ operationName }) => operationName === 'TotalMoneyOfRegion')
        .map(({ complete, cost, codes }) => [complete, typeof cost, codes]),
    [
      [true, 'number', []],
      [true, 'number', []],
    ],
  );
});

test('docs/operations.md and docs/agents.md name metrics that there are', async () => {
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
  const known = new Set(Array.from(metrics.matchAll(/^# TYPE (\w+) /gm), ([, name]) => name));
  const named = ['operations', 'agents'].flatMap((page) =>
    Array.from(
      readFileSync(join(projectRoot, `docs/${page}.md`), 'utf8').matchAll(/\b(?:jiedui|nodejs|process)_[a-z_0-9]+\b/g),
      ([name]) => name.replace(/_bucket$/, ''),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  const ofDatabases = ['jiedui_restored', 'jiedui_reader'];
  expect(named.filter((name) => !known.has(name) && !ofDatabases.includes(name))).toEqual([]);
});

test('what clients did wrong is no error in the log', () => {
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});

describe('who may ask', () => {
  const ask = (more: Readonly<Record<string, string>>): Promise<[number, string]> =>
    new Promise((resolve, reject) => {
      const sent = request(
        `${gateway.url}/mcp`,
        { method: 'POST', headers: { ...headers, ...more } },
        (response: IncomingMessage) => {
          text(response).then((body) => {
            resolve([response.statusCode ?? 0, body]);
          }, reject);
        },
      );
      sent.on('error', reject).end(JSON.stringify(call('find', { text: 'x' })));
    });
  const port = (): string => new URL(gateway.url).port;

  test.each<[host: string, origin: string | null, status: number]>([
    ['127.0.0.1', null, 200],
    ['localhost', null, 200],
    ['[::1]', null, 200],
    ['10.1.2.3', null, 200],
    ['data.example.org', null, 200],
    ['data.example.org', 'http://data.example.org', 200],
    ['localhost', 'http://localhost:5173', 200],
    ['evil.example', null, 403],
    ['evil.example', 'http://evil.example', 403],
    ['localhost', 'http://evil.example', 403],
    ['localhost', 'null', 403],
    ['localhost.evil.example', null, 403],
    ['127.0.0.1.evil.example', null, 403],
  ])('host %s, origin %s: %i', async (host, origin, status) => {
    const [found, body] = await ask({
      host: `${host}:${port()}`,
      ...(origin === null ? {} : { origin: origin === `http://${host}` ? `${origin}:${port()}` : origin }),
    });
    expect([found, body.includes('FOREIGN_ORIGIN')]).toEqual([status, status === 403]);
  });

  test('names of hosts are read from MCP_HOSTS', () => {
    expect(readConfig({ MCP_HOSTS: 'Data.example.org, *' }).mcpHosts).toEqual(['data.example.org', '*']);
    expect(() => readConfig({ MCP_HOSTS: 'http://data.example.org' })).toThrow('MCP_HOSTS');
    expect(() => readConfig({ MCP_HOSTS: 'data.example.org:4000' })).toThrow('without ports');
  });
});
