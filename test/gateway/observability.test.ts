import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { GatewayMetrics } from '../../gateway/observability/metrics.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import type { RunningServer } from '../../platform/http-server.js';
import { ask } from '../support/client.js';
import { gatewayInProcess } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { keptLog, type LogLine } from '../support/log.js';
import { untilFound } from '../support/until.js';

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');

let opened: TestGraph;
let gateway: RunningServer;
let metrics: GatewayMetrics;
let lines: LogLine[];

beforeAll(async () => {
  opened = await shippedGraph('sqlite');
});

afterAll(() => opened.close());

beforeEach(async () => {
  const kept = keptLog();
  ({ lines } = kept);
  metrics = new GatewayMetrics();
  gateway = await gatewayInProcess(opened.graph, {}, { log: kept.log, metrics });
});

afterEach(() => gateway.stop());

/** The line of the request that ends next to have this id. */
const requestLine = (id: string): Promise<LogLine> =>
  untilFound(() => lines.find(({ msg, requestId }) => msg === 'request' && requestId === id));

const post = (body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the log', () => {
  test('has one line for a request, with its name and no value of its variables', async () => {
    await post({ query: page?.query, variables: page?.variables }, { 'x-request-id': 'story-1' });
    const line = await requestLine('story-1');
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      service: 'jiedui-test',
      requestId: 'story-1',
      operationName: 'PairingPage',
      status: 200,
      ms: expect.any(Number),
      codes: [],
      complete: true,
      cost: expect.any(Number),
      msg: 'request',
    });
    expect(lines.filter(({ requestId }) => requestId === 'story-1')).toEqual([line]);
    expect(JSON.stringify(lines)).not.toMatch(/zhangjiagang/i);
  });

  test.each([
    ['an unknown field', { query: '{ nothing }' }, {}, 400, ['GRAPHQL_VALIDATION_FAILED']],
    ['no document', {}, {}, 400, ['BAD_REQUEST']],
    [
      'a text that any page can send',
      { query: '{ __typename }' },
      { 'content-type': 'text/plain' },
      400,
      ['BAD_REQUEST'],
    ],
    [
      'an argument that cannot be answered',
      { query: '{ pairings(first: -1) { totalCount } }' },
      {},
      200,
      ['BAD_USER_INPUT'],
    ],
  ])('of a request with %s has the code, and no error', async (_name, body, headers, status, codes) => {
    await post(body, { ...headers, 'x-request-id': 'story-2' });
    expect(await requestLine('story-2')).toMatchObject({ status, codes, operationName: null });
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('has an internal error with all its causes, under the id that the client is given', async () => {
    const other = await shippedGraph('sqlite');
    const labour = other.graph.find(({ subgraph }) => subgraph.name === 'labour');
    await labour?.database.orm.driver.execute('alter table placement rename column id to other');
    const kept = keptLog();
    const broken = await gatewayInProcess(other.graph, {}, { log: kept.log });
    const { errors } = await ask(broken.url, '{ pairing(id: "xihu-xuanen") { placements { nodes { id } } } }');
    await broken.stop();
    await other.close();
    const { requestId } = errors?.[0]?.extensions as { requestId: string };
    expect(JSON.stringify(errors)).not.toMatch(/no such column|select/i);
    expect(kept.lines.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        time: expect.any(String),
        service: 'jiedui-test',
        requestId,
        err: expect.arrayContaining([
          expect.objectContaining({
            message: expect.stringContaining('no such column'),
            stack: expect.stringContaining('    at '),
          }),
        ]),
        subgraph: 'labour',
        path: ['pairing', 'placements', 'nodes'],
        msg: 'unexpected error',
      },
    ]);
    expect(kept.lines.find(({ msg }) => msg === 'request')).toMatchObject({
      requestId,
      codes: ['SUBGRAPH_ERROR'],
    });
  });

  test('has a client that left', async () => {
    const leaving = new AbortController();
    const asked = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '100', 'x-request-id': 'story-3' },
      body: new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode('{'));
        },
      }),
      duplex: 'half',
      signal: leaving.signal,
    });
    await untilFound(async () => ((await metrics.inFlight.get()).values[0]?.value === 1 ? true : undefined));
    leaving.abort();
    await expect(asked).rejects.toThrow();
    expect(await requestLine('story-3')).toMatchObject({ status: 499 });
  });
});

describe('the metrics', () => {
  const scrape = async (): Promise<string> => (await fetch(`${gateway.url}/metrics`)).text();

  test('count requests by the names of shipped documents only', async () => {
    await ask(gateway.url, page?.query ?? '', page?.variables);
    await ask(gateway.url, '{ __typename }');
    for (let each = 0; each < 20; each += 1) {
      await ask(gateway.url, `query Chosen${each} { __typename }`);
    }
    await untilFound(async () => ((await metrics.inFlight.get()).values[0]?.value === 0 ? true : undefined));
    const counts = (await scrape()).split('\n').filter((line) => line.startsWith('jiedui_requests_total{'));
    expect(counts.sort()).toEqual([
      'jiedui_requests_total{operation="PairingPage",status="200"} 1',
      'jiedui_requests_total{operation="anonymous",status="200"} 1',
      'jiedui_requests_total{operation="other",status="200"} 20',
    ]);
  });

  test('have the fetches of each subgraph, its breaker, and the process', async () => {
    await ask(gateway.url, page?.query ?? '', page?.variables);
    metrics.breakerChanged('finance', 'open');
    metrics.fetchEnded('finance', 'SUBGRAPH_TIMEOUT', 5);
    const text = await scrape();
    expect(text).toContain('jiedui_subgraph_fetch_seconds_count{subgraph="labour",outcome="ok"} 1');
    expect(text).toContain('jiedui_subgraph_fetch_seconds_count{subgraph="finance",outcome="SUBGRAPH_TIMEOUT"} 1');
    expect(text).toContain('jiedui_subgraph_breaker{subgraph="finance"} 2');
    expect(text).toContain('jiedui_subgraph_breaker{subgraph="labour"} 0');
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  });
});

test('hits and misses of the plan cache are counted', async () => {
  for (const id of ['xihu-xuanen', 'zhangjiagang-yanhe', 'suzhou-tongren']) {
    await ask(gateway.url, `{ pairing(id: "${id}") { level } }`);
  }
  expect(await metrics.registry.getSingleMetricAsString('jiedui_plan_cache_hits_total')).toMatch(/_total 2$/);
  expect(await metrics.registry.getSingleMetricAsString('jiedui_plan_cache_misses_total')).toMatch(/_total 1$/);
  expect(await metrics.registry.getSingleMetricAsString('jiedui_plan_cache_size')).toMatch(/_size 1$/);
});

describe('/status', () => {
  test('is JSON for programs', async () => {
    await ask(gateway.url, page?.query ?? '', page?.variables);
    await ask(gateway.url, '{ nothing }');
    metrics.breakerChanged('finance', 'open');
    metrics.fetchEnded('finance', 'SUBGRAPH_TIMEOUT', 5);
    await untilFound(async () => ((await metrics.inFlight.get()).values[0]?.value === 0 ? true : undefined));
    const response = await fetch(`${gateway.url}/status`, { headers: { accept: 'application/json' } });
    expect(await response.json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      uptimeSeconds: expect.any(Number),
      requests: {
        total: 2,
        inFlight: 0,
        shareComplete: 0.5,
        p50: expect.any(Number),
        p99: expect.any(Number),
        byStatus: { '200': 1, '400': 1 },
        errors: { GRAPHQL_VALIDATION_FAILED: 1 },
      },
      subgraphs: ['finance', 'labour', 'pairings', 'training'].map((name) => ({
        name,
        state: name === 'finance' ? 'down' : 'up',
        breaker: name === 'finance' ? 'open' : 'closed',
        p50: expect.any(Number),
        p99: expect.any(Number),
        outcomes: name === 'finance' ? { ok: 1, SUBGRAPH_TIMEOUT: 1 } : { ok: expect.any(Number) },
      })),
      supergraph: { hash: expect.stringMatching(/^[0-9a-f]{12}$/), loadedAt: expect.any(String), refused: null },
      memory: { rssMegabytes: expect.any(Number), heapMegabytes: expect.any(Number) },
    });
  });

  test('is a page without scripts for people, and escapes what was refused', async () => {
    const refused = { at: new Date(0), reason: 'type <Pairing> & more' };
    const own = await gatewayInProcess(
      opened.graph,
      {},
      {
        state: () => ({ supergraph: { hash: 'abc', loadedAt: new Date(0), refused } }),
      },
    );
    const response = await fetch(`${own.url}/status`, { headers: { accept: 'text/html' } });
    const html = await response.text();
    const chinese = await (await fetch(`${own.url}/status?lang=zh`, { headers: { accept: 'text/html' } })).text();
    await own.stop();
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
    expect(html).not.toContain('<script');
    expect(html).toContain('type &lt;Pairing&gt; &amp; more');
    expect(html).toContain('<th scope="row">training</th><td data-head="at last fetch" class="unknown">unknown</td>');
    expect(html).toContain('<title>Status of the gateway · Jiedui 结对</title>');
    expect(html).toContain('<link rel="alternate" hreflang="zh" href="/status?lang=zh" />');
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).toContain('<h1>网关状态</h1>');
    expect(chinese).toContain('<td data-head="最近一次请求时" class="unknown">未知</td>');
  });
});
