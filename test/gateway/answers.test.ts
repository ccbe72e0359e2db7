import { hash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { Supergraph } from '../../gateway/supergraph/supergraph.js';
import { shippedSupergraph } from '../../platform/config.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { subgraphs } from '../../subgraphs/index.js';
import { originsOf } from '../support/answer-origins.js';
import { ask, type GraphQLAnswer } from '../support/client.js';
import type { FaultyProxy } from '../support/faulty-proxy.js';
import { gatewayInProcess, gatewayOverHttp, gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { keptLog, type LogLine } from '../support/log.js';
import { NumberedImport, numbersIn } from '../support/numbered-import.js';
import { until, untilFound } from '../support/until.js';

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');
const asked = { query: page?.query, variables: page?.variables };
const fund = '{ fund(id: "xihu-xuanen-funds-2018") { kind figure { text } } }';

let gateway: GatewayOverProxies;
let finance: FaultyProxy;
let lines: LogLine[];

beforeEach(async () => {
  const kept = keptLog();
  ({ lines } = kept);
  gateway = await gatewayOverProxies({
    environment: { FORWARD_HEADERS: 'authorization, x-tenant' },
    more: { log: kept.log },
  });
  finance = gateway.proxy('finance');
});

afterEach(() => gateway.stop());

const fetches = (): number => subgraphs.reduce((sum, { name }) => sum + gateway.proxy(name).requests.length, 0);

/** How many fetches something sends. */
const fetchesOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = fetches();
  await work();
  return fetches() - before;
};

const post = (body: object, headers: Readonly<Record<string, string>> = {}, signal?: AbortSignal): Promise<Response> =>
  fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });

const addressOf = (search: Readonly<Record<string, string>>): string =>
  `${gateway.url}/graphql?${new URLSearchParams(search).toString()}`;

const preflight = { 'apollo-require-preflight': 'true' };

const pageAddress = (): string => addressOf({ query: page?.query ?? '', variables: JSON.stringify(page?.variables) });

const dataOf = async (response: Response): Promise<unknown> => ((await response.json()) as GraphQLAnswer).data;

/** Lets finance answer what it was asked only after `release` was called. */
const holdFinance = (): { readonly release: () => void } => {
  const { promise, resolve } = Promise.withResolvers<null>();
  finance.fault = (request, response, body) => {
    const pass = async (): Promise<void> => {
      await promise;
      const target = `${gateway.subgraphs.get('finance')?.url}${request.url}`;
      const passed = await fetch(
        target,
        body === '' ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body },
      );
      response.setHeader('content-type', 'application/json').end(await passed.text());
    };
    void pass();
  };
  return {
    release: () => {
      resolve(null);
    },
  };
};

describe('an answer', () => {
  test('is executed once for all concurrent requests, and then cached: no fetch is sent', async () => {
    const held = holdFinance();
    const first = post(asked);
    await untilFound(() => finance.requests[0]);
    const others = Array.from({ length: 9 }, () => post(asked));
    await until(async () => (await (await fetch(`${gateway.url}/metrics`)).text()).includes('_in_flight 10'), true);
    held.release();
    finance.fault = null;
    const texts = await Promise.all([first, ...others].map(async (response) => (await response).text()));
    expect(new Set(texts).size).toBe(1);
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({ data: page?.answer });
    expect(finance.requests).toHaveLength(1);
    expect(
      await fetchesOf(async () => {
        expect(await (await post(asked)).text()).toBe(texts[0]);
      }),
    ).toBe(0);
    expect(await originsOf(gateway.url)).toEqual({ executed: 1, shared: 9, kept: 1 });
  });

  test('is shared by every text of its query: other names, values as literals, another layout', async () => {
    await post(asked);
    const text = (page?.query ?? '')
      .replace('query PairingPage($id: ID!)', 'query AnotherName')
      .replace('(id: $id)', '(id: "zhangjiagang-yanhe")')
      .replace(/\s+/g, '  ')
      .replace(/^.*?query/, 'query');

    const fetched = await fetchesOf(async () => {
      expect(await dataOf(await post({ query: text }))).toEqual(page?.answer);
    });
    expect(fetched).toBe(0);
  });

  test('is executed again after an import, by GET and by POST', async () => {
    const imports = new NumberedImport(gateway.graph);
    const notes = '{ fund(id: "numbered-finance-one") { note } }';
    for (const number of [1, 2]) {
      await imports.next();
      for (const ask of [
        () => post({ query: notes }),
        () => fetch(addressOf({ query: notes }), { headers: preflight }),
      ]) {
        const text = await (await ask()).text();
        expect([...numbersIn(text)]).toEqual([['finance', [number]]]);
      }
    }
    expect(await fetchesOf(() => post({ query: notes }))).toBe(0);
  });

  test('that is incomplete is not cached, and no cached answer is served in its place', async () => {
    await post(asked);
    finance.fault = (_request, response) => response.writeHead(500).end();
    await new NumberedImport(gateway.graph).next();
    for (const [headers, status] of [
      [{}, 200],
      [{ 'x-require-complete': 'true' }, 503],
    ] as const) {
      const partial = await post(asked, headers);
      expect([partial.status, partial.headers.get('x-complete')]).toEqual([status, 'false']);
    }
    finance.fault = null;
    const whole = await post(asked, { 'x-require-complete': 'true' });
    expect([whole.status, await dataOf(whole)]).toEqual([200, page?.answer]);
  });

  test('that is kept is not given while a subgraph that it is made of does not say its data version', async () => {
    await post(asked);
    finance.fault = (_request, response) => response.writeHead(500).end();
    expect((await post(asked)).headers.get('x-complete')).toBe('false');
    finance.fault = null;
    const kept = await post(asked, { 'x-require-complete': 'true' });
    expect([kept.status, kept.headers.get('x-complete')]).toEqual([200, 'true']);
  });

  test('that is an error is not cached', async () => {
    const query = '{ funds(first: -1) { nodes { kind } } }';
    const wrong = await Promise.all([post({ query }), post({ query })]);
    wrong.push(await post({ query }));
    expect(await Promise.all(wrong.map(async (each) => ((await each.json()) as GraphQLAnswer).errors?.length))).toEqual(
      [1, 1, 1],
    );
    expect((await originsOf(gateway.url))['kept']).toBeUndefined();
    expect(await (await fetch(`${gateway.url}/metrics`)).text()).toContain('jiedui_kept_answers 0');
  });

  test('is kept apart for each value of the headers that subgraphs see, and for no other header', async () => {
    const ask = (headers: Record<string, string>) => () => post({ query: fund }, headers);
    expect(await fetchesOf(ask({ 'x-tenant': 'xihu' }))).toBe(1);
    expect(await fetchesOf(ask({ 'x-tenant': 'xuanen' }))).toBe(1);
    expect(await fetchesOf(ask({}))).toBe(1);
    expect(await fetchesOf(ask({ 'x-tenant': 'xihu', 'x-other': 'other' }))).toBe(0);
  });

  test('with a query plan is not cached', async () => {
    const planned = { 'apollo-query-plan-experimental': '1' };
    await post({ query: fund });
    for (let time = 0; time < 2; time += 1) {
      expect(await fetchesOf(() => post({ query: fund }, planned))).toBe(1);
    }
  });

  test('goes on for the other clients when the one that asked first disconnects', async () => {
    const held = holdFinance();
    const gone = new AbortController();
    const first = post(asked, {}, gone.signal);
    await untilFound(() => finance.requests[0]);
    const second = post(asked);
    await until(async () => (await (await fetch(`${gateway.url}/metrics`)).text()).includes('_in_flight 2'), true);
    gone.abort();
    await expect(first).rejects.toThrow('abort');
    await until(async () => (await (await fetch(`${gateway.url}/metrics`)).text()).includes('status="499"} 1'), true);
    held.release();
    finance.fault = null;
    expect(await dataOf(await second)).toEqual(page?.answer);
    expect(finance.requests).toHaveLength(1);
  });

  test('says its cost, and is logged and counted under the name it was asked by, also when it is kept', async () => {
    const named = (name: string): object => ({ query: `query ${name} ${fund}` });
    const answers: (string | null)[][] = [];
    for (const name of ['One', 'Two', 'One', 'Two']) {
      const response = await post(named(name), { 'x-request-id': `${name}-${answers.length}` });
      await response.text();
      answers.push(['x-cost-estimate', 'x-cost-actual', 'x-complete'].map((header) => response.headers.get(header)));
    }
    expect(answers[0]).toEqual([expect.stringMatching(/\d/), expect.stringMatching(/\d/), 'true']);
    expect(answers).toEqual(answers.map(() => answers[0]));
    const logged = await untilFound(() => {
      const found = lines.filter(({ msg }) => msg === 'request');
      return found.length === 4 ? found : undefined;
    });
    expect(
      logged.map(({ requestId, operationName, complete, cost }) => [requestId, operationName, complete, cost]),
    ).toEqual(
      [
        ['One-0', 'One'],
        ['Two-1', 'Two'],
        ['One-2', 'One'],
        ['Two-3', 'Two'],
      ].map((each) => [...each, true, Number(answers[0]?.[0])]),
    );
  });
});

test('subgraphs may share a host, each below a path of its own', async () => {
  const addresses = new Map<string, string>();
  const host = createServer((request, response) => {
    const [, name = '', path = ''] = request.url?.split('/') ?? [];
    const pass = async (): Promise<void> => {
      const body = request.method === 'POST' ? await text(request) : null;
      const headers = { 'content-type': 'application/json' };
      const passed = await fetch(new URL(path, addresses.get(name)), { method: request.method ?? '', headers, body });
      response.writeHead(passed.status, headers).end(await passed.text());
    };
    void pass();
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  const own = await gatewayOverHttp('sqlite', {
    through: (name, url) => {
      addresses.set(name, url);
      return Promise.resolve(`http://127.0.0.1:${(host.address() as AddressInfo).port}/${name}/graphql`);
    },
  });
  try {
    expect(await ask(own.url, fund)).toEqual(await ask(own.url, fund));
    expect(await originsOf(own.url)).toEqual({ executed: 1, kept: 1 });
  } finally {
    await own.stop();
    host.close();
  }
});

test('an answer of one supergraph is none of the next', async () => {
  const whole = readFileSync(shippedSupergraph, 'utf8');
  const texts = [whole];
  const source = { name: 'test', interval: 10, startTimeout: 0, read: () => Promise.resolve(texts.shift() ?? null) };
  const supergraph = await Supergraph.open(source, new Map(), keptLog().log);
  const own = await gatewayInProcess(gateway.graph, {}, { supergraph });
  try {
    const asks = (): Promise<GraphQLAnswer> => ask(own.url, '{ region(id: "330106") { code } }');
    const answer = { data: { region: { code: '330106' } } };
    expect([await asks(), await asks(), await originsOf(own.url)]).toEqual([answer, answer, { executed: 1, kept: 1 }]);
    const { hash: before } = supergraph.state;
    texts.push(whole.replace(/(\ntype Region\b[^]*?\n {2})code: String\n/, '$1other: String\n'));
    await until(() => supergraph.state.hash === before, false);
    expect((await asks()).errors?.[0]?.message).toMatch(/Cannot query field "code" on type "Region"/);
  } finally {
    await own.stop();
  }
});

describe('over HTTP', () => {
  test('a GET has an ETag, and with it no body while nothing has changed', async () => {
    const first = await fetch(pageAddress(), { headers: preflight });
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    expect([first.headers.get('cache-control'), first.headers.get('vary')]).toEqual([
      'public, no-cache',
      'Origin, Accept-Encoding, Accept, authorization, x-tenant',
    ]);
    const again = await fetch(pageAddress(), { headers: { ...preflight, 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag'), again.headers.get('vary')]).toEqual([
      304,
      '',
      etag,
      first.headers.get('vary'),
    ]);
    const other = await fetch(pageAddress(), { headers: { ...preflight, 'if-none-match': 'W/"other"' } });
    expect([other.status, await dataOf(other)]).toEqual([200, page?.answer]);
  });

  test('an ETag is of the answer, not of the data version: it stays when an import changes other rows', async () => {
    const first = await fetch(addressOf({ query: fund }), { headers: preflight });
    await first.text();
    await new NumberedImport(gateway.graph).next();
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(addressOf({ query: fund }), { headers: { ...preflight, 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const [before, after] = [first, again].map(({ headers }) => headers.get('x-data-version'));
    expect([before, after]).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/), expect.stringMatching(/^[0-9a-f]{12}$/)]);
    expect(after).not.toBe(before);
  });

  test('X-Data-Version is the same for all answers of one version, executed or kept, by POST and GET', async () => {
    const responses = [await post({ query: fund }), await post({ query: fund })];
    responses.push(await fetch(addressOf({ query: fund }), { headers: preflight }));
    const versions = responses.map(({ headers }) => headers.get('x-data-version'));
    expect(new Set(versions).size).toBe(1);
    expect(versions[0]).toMatch(/^[0-9a-f]{12}$/);
    expect((await post({ query: '{ __typename }' })).headers.get('x-data-version')).toBeNull();
  });

  test('an answer for one user may be cached by that user’s browser alone, and a POST by nobody', async () => {
    const personal = await fetch(pageAddress(), { headers: { ...preflight, authorization: 'Bearer xihu' } });
    expect(personal.headers.get('cache-control')).toBe('private, no-cache');
    const posted = await post(asked);
    expect([posted.headers.get('cache-control'), posted.headers.get('etag')]).toEqual(['no-store', null]);
  });

  test('HEAD has the headers of GET, and no body', async () => {
    const path = `${gateway.url}/q/pairing-page?id=zhangjiagang-yanhe`;
    const [whole, head] = [await fetch(path), await fetch(path, { method: 'HEAD' })];
    await whole.text();
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['etag', 'cache-control', 'vary', 'content-type']) {
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    }
  });

  test('each encoding is of the same bytes, when it is made and when it is kept', async () => {
    const address = addressOf({ query: '{ regions(first: 50) { nodes { id name nameEn } } }' });
    const { body } = await rawGet(address, 'identity');
    for (const [encoding, decode] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      for (let time = 0; time < 2; time += 1) {
        const raw = await rawGet(address, encoding);
        expect(raw.headers['content-encoding']).toBe(encoding);
        expect(decode(raw.body).equals(body)).toBe(true);
      }
    }
  });

  test('a GET with the hash of a document is answered from the cache', async () => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash('sha256', fund) } });
    const unknown = await fetch(addressOf({ extensions }), { headers: preflight });
    expect([unknown.headers.get('etag'), ((await unknown.json()) as GraphQLAnswer).errors?.[0]?.extensions]).toEqual([
      null,
      { code: 'PERSISTED_QUERY_NOT_FOUND' },
    ]);
    const given = await fetch(addressOf({ extensions, query: fund }), { headers: preflight });
    const fetched = await fetchesOf(async () => {
      for (let time = 0; time < 2; time += 1) {
        const known = await fetch(addressOf({ extensions }), { headers: preflight });
        expect([known.status, known.headers.get('etag')]).toEqual([200, given.headers.get('etag')]);
      }
    });
    expect(fetched).toBe(0);
  });
});

describe('a gateway in one process', () => {
  let opened: TestGraph;

  beforeAll(async () => {
    opened = await shippedGraph('sqlite');
  });

  afterAll(() => opened.close());

  const withSettings = async (
    environment: Record<string, string>,
    use: (url: string) => Promise<void>,
  ): Promise<void> => {
    const own = await gatewayInProcess(opened.graph, environment);
    await use(own.url);
    await own.stop();
  };

  const ask = async (url: string, query: string): Promise<number> => {
    const response = await fetch(`${url}/graphql?${new URLSearchParams({ query }).toString()}`, { headers: preflight });
    await response.text();
    return response.status;
  };

  test('caches nothing with ANSWER_CACHE_MB=0', async () => {
    await withSettings({ ANSWER_CACHE_MB: '0' }, async (url) => {
      for (let time = 0; time < 3; time += 1) {
        await ask(url, fund);
      }
      expect(await originsOf(url)).toEqual({ executed: 3 });
    });
  });

  test('caches no more bytes than ANSWER_CACHE_MB, however many queries there are', async () => {
    await withSettings({ ANSWER_CACHE_MB: '1' }, async (url) => {
      for (let number = 0; number < 60; number += 1) {
        await ask(url, `{ regions(first: 300) { nodes { r${number}: id name nameEn code } } }`);
      }
      const metrics = await (await fetch(`${url}/metrics`)).text();
      const [bytes = 0, answers = 0] = ['_bytes', ''].map((end) =>
        Number(new RegExp(`^jiedui_kept_answers${end} (\\d+)`, 'm').exec(metrics)?.[1]),
      );
      expect(bytes).toBeLessThanOrEqual(2 ** 20);
      expect(bytes).toBeGreaterThan(2 ** 19);
      expect(answers).toBeLessThan(60);
    });
  });

  test('counts cached answers towards the rate limit', async () => {
    await withSettings({ RATE_LIMIT: '2' }, async (url) => {
      expect([await ask(url, fund), await ask(url, fund), await ask(url, fund)]).toEqual([200, 200, 429]);
      expect(await originsOf(url)).toEqual({ executed: 1, kept: 1 });
    });
  });
});

/** A GET whose body is left as it was sent. */
async function rawGet(
  url: string,
  encoding: string,
): Promise<{ readonly headers: IncomingHttpHeaders; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...preflight, 'accept-encoding': encoding } }, (response) => {
      buffer(response).then((body) => {
        resolve({ headers: response.headers, body });
      }, reject);
    }).on('error', reject);
  });
}
