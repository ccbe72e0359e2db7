import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { readNamedQueries } from '../../platform/named-queries.js';
import type { GraphQLAnswer } from '../support/client.js';
import { answersWith as json, hangs, nameAsked, type Fault, type FaultyProxy } from '../support/faulty-proxy.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');
const whole = (page?.answer as { pairing: object }).pairing;

describe('with finance at fault', () => {
  let gateway: GatewayOverProxies;
  let finance: FaultyProxy;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({
      environment: {
        SUBGRAPH_TIMEOUT_MS: '2000',
        SUBGRAPH_ANSWER_LIMIT: '1000000',
        FORWARD_HEADERS: 'authorization',
        ANSWER_CACHE_MB: '0',
      },
    });
    finance = gateway.proxy('finance');
  });

  afterAll(async () => {
    await gateway.stop();
  });

  afterEach(async () => {
    finance.fault = null;
    await healed();
  });

  const send = async (
    headers: Record<string, string> = {},
    { query = page?.query, variables = page?.variables }: { query?: string; variables?: object } = {},
  ): Promise<Response> =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });

  /** Asks until finance answers again: its breaker lets one fetch through now and then. */
  const healed = async (): Promise<void> => {
    for (let complete = ''; complete !== 'true';) {
      complete = (await send()).headers.get('x-complete') ?? '';
    }
  };

  /** A fault that answers with a text, made of what the fetch calls a field. */
  const asked =
    (field: string, text: (name: string) => string): Fault =>
    (request, response, body) => {
      json(text(nameAsked(body, field)))(request, response, body);
    };

  const missing = (code: string): object => ({
    complete: false,
    missing: [{ subgraph: 'finance', code, paths: [['pairing']] }],
  });

  const faults: [string, Fault, string][] = [
    ['hangs', hangs, 'SUBGRAPH_TIMEOUT'],
    ['resets the connection', (request) => request.socket.resetAndDestroy(), 'SUBGRAPH_UNAVAILABLE'],
    [
      'sends half an answer and hangs',
      (_request, response) => response.writeHead(200, { 'content-length': 100 }).write('{"data": {'),
      'SUBGRAPH_TIMEOUT',
    ],
    [
      'sends half an answer and ends',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"data": {', () => response.destroy());
      },
      'SUBGRAPH_UNAVAILABLE',
    ],
    ['sends what is not JSON', json('<html>Sorry</html>'), 'SUBGRAPH_INVALID_ANSWER'],
    ['sends nothing', json(''), 'SUBGRAPH_INVALID_ANSWER'],
    ['sends null', json('null'), 'SUBGRAPH_INVALID_ANSWER'],
    ['sends data of the wrong type', json('{"data": [1]}'), 'SUBGRAPH_INVALID_ANSWER'],
    ['sends errors of the wrong type', json('{"data": null, "errors": "all"}'), 'SUBGRAPH_INVALID_ANSWER'],
    ['sends no entities', json('{"data": {}}'), 'SUBGRAPH_INVALID_ANSWER'],
    ['sends too few entities', json('{"data": {"_entities": []}}'), 'SUBGRAPH_INVALID_ANSWER'],
    ['sends entities of the wrong type', json('{"data": {"_entities": ["x"]}}'), 'SUBGRAPH_INVALID_ANSWER'],
    [
      'fails with 500',
      (_request, response) => response.writeHead(500).end('select * from secret at 10.0.0.7'),
      'SUBGRAPH_UNAVAILABLE',
    ],
    [
      'redirects',
      (_request, response) => response.writeHead(307, { location: 'http://elsewhere.invalid/' }).end(),
      'SUBGRAPH_INVALID_ANSWER',
    ],
    [
      'sends 100 MB',
      (_request, response) => {
        const chunk = Buffer.alloc(1_000_000, ' ');
        const more = (left: number): void => {
          if (left > 0 && !response.destroyed) {
            response.write(chunk, () => {
              more(left - 1);
            });
          }
        };
        response.writeHead(200);
        more(100);
      },
      'SUBGRAPH_INVALID_ANSWER',
    ],
    [
      'fails with an error of its own',
      json(
        '{"data": null, "errors": [{"message": "select * from secret at 10.0.0.7", "extensions": {"code": "INTERNAL_SERVER_ERROR", "sql": "x"}}]}',
      ),
      'SUBGRAPH_ERROR',
    ],
  ];

  test.each(faults)('that %s, the rest is answered, and what is missing is named', async (_name, fault, code) => {
    finance.fault = fault;
    const response = await send();
    const text = await response.text();
    const { data, errors, extensions } = JSON.parse(text) as { data: object; errors: object[]; extensions: object };
    expect([response.status, response.headers.get('x-complete')]).toEqual([200, 'false']);
    expect(data).toEqual({ pairing: { ...whole, funds: null } });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('finance subgraph'),
        path: ['pairing'],
        extensions: { code, subgraph: 'finance', requestId: expect.any(String) },
      },
    ]);
    expect(extensions).toEqual({ completeness: missing(code) });
    expect(text).not.toMatch(/secret|10\.0|elsewhere|127\.0/);
  });

  test.each([
    ['hangs', hangs, 504],
    ['fails with 500', (_request, response) => response.writeHead(500).end(), 503],
    ['sends what is not JSON', json('<html>'), 502],
  ] as [string, Fault, number][])('that %s, who requires the whole gets no 2xx', async (_name, fault, status) => {
    finance.fault = fault;
    const response = await send({ 'x-require-complete': 'true' });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ data: { pairing: { ...whole, funds: null } } });
  });

  test('what has the wrong type is null, and counts as missing though there is no error', async () => {
    finance.fault = asked(
      'fund',
      (fund) => `{"data": {"${fund}": {"__typename": "Fund", "id": "x", "kind": {"deep": 1}}}}`,
    );
    const response = await send({}, { query: '{ fund(id: "xihu-xuanen-funds-2018") { id kind } }' });
    expect(await response.json()).toEqual({
      data: { fund: null },
      extensions: {
        completeness: {
          complete: false,
          missing: [{ subgraph: null, code: 'SUBGRAPH_INVALID_ANSWER', paths: [['fund', 'kind']] }],
        },
      },
    });
  });

  test.each(['{"deep": 1}', '"x"', '[1, 2]', '[[{"pairings": []}]]', '{"__typename": "Fund"}', '5', 'true'])(
    'a list that is %s is missing',
    async (nodes) => {
      finance.fault = asked('funds', (funds) => `{"data": {"${funds}": {"nodes": ${nodes}}}}`);
      const response = await send({}, { query: '{ funds { nodes { pairings { id level } } } }' });
      const { data, errors, extensions } = (await response.json()) as Record<string, unknown>;
      expect({ status: response.status, data, errors, extensions }).toMatchObject({
        status: 200,
        extensions: { completeness: { complete: false, missing: [{ code: 'SUBGRAPH_INVALID_ANSWER' }] } },
      });
    },
  );

  test.each([
    ['the field of the query', () => '{"data": {}}'],
    ['a field of an object', (funds) => `{"data": {"${funds}": {}}}`],
    ['a field of an object in a list', (funds) => `{"data": {"${funds}": {"nodes": [{}]}}}`],
  ] as [string, (funds: string) => string][])('what it leaves out is missing: %s', async (_what, answer) => {
    finance.fault = asked('funds', answer);
    const response = await send({}, { query: '{ funds { nodes { kind } } }' });
    expect(await response.json()).toMatchObject({
      data: { funds: null },
      errors: [{ extensions: { code: 'SUBGRAPH_INVALID_ANSWER', subgraph: 'finance' } }],
      extensions: { completeness: { complete: false, missing: [{ subgraph: 'finance' }] } },
    });
  });

  test('what it leaves out below an entity is missing', async () => {
    finance.fault = json('{"data": {"_entities": [{}]}}');
    const response = await send({}, { query: '{ pairing(id: "xihu-xuanen") { level funds { totalCount } } }' });
    expect(await response.json()).toMatchObject({
      data: { pairing: { level: 'COUNTY', funds: null } },
      errors: [{ extensions: { code: 'SUBGRAPH_INVALID_ANSWER', subgraph: 'finance' } }],
    });
  });

  test('what a condition leaves out is not missing', async () => {
    const query =
      'query ($if: Boolean!) { funds(first: 1) { nodes { id kind @include(if: $if) } totalCount @skip(if: true) } }';
    const response = await send({}, { query, variables: { if: false } });
    expect(await response.json()).toEqual({
      data: { funds: { nodes: [{ id: expect.any(String) }] } },
      extensions: { completeness: { complete: true, missing: [] } },
    });
  });

  test.each(['constructor', 'toString', 'prototype'])(
    'what it does not give is null under the alias %s',
    async (alias) => {
      finance.fault = (_request, response) => response.writeHead(500).end();
      const query = `{ pairing(id: "xihu-xuanen") { level ${alias}: funds { totalCount } } }`;
      const { data, errors } = (await (await send({}, { query })).json()) as GraphQLAnswer;
      expect(data).toEqual({ pairing: { level: 'COUNTY', [alias]: null } });
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'finance' } }]);
    },
  );

  test.each(['"__proto__"', '"constructor"', '7', '{}', '"x y"'])(
    'an error of its with the code %s is one of its errors, and has no say in the status',
    async (code) => {
      finance.fault = json(
        `{ "data": null, "errors": [{ "message": "x", "extensions": { "code": ${code}, "http": { "status": 302, "headers": { "location": "/" } } } }] }`,
      );
      const response = await send();
      const { data, errors } = (await response.json()) as GraphQLAnswer;
      expect({ status: response.status, data }).toEqual({ status: 200, data: { pairing: { ...whole, funds: null } } });
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'finance' } }]);
    },
  );

  test('an answer that lacks what is named as a part of every object is used', async () => {
    const query =
      '{ search(text: "郫县", first: 1) { node { ... on Region { id } ... on Programme { constructor: fundTotal(kind: FISCAL) { value } toString: name } } } }';
    const { data, errors } = (await (await send({}, { query })).json()) as GraphQLAnswer;
    expect({ data, errors }).toEqual({ data: { search: [{ node: { id: expect.any(String) } }] }, errors: undefined });
  });

  test('names of JavaScript’s object properties in an answer change nothing', async () => {
    finance.fault = asked(
      'funds',
      (funds) =>
        `{"data": {"_entities": [{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "${funds}": {"__proto__": {"polluted": 1}, "nodes": []}}]}}`,
    );
    const query = '{ pairing(id: "xihu-xuanen") { funds { nodes { id } } } }';
    expect(await (await send({}, { query })).json()).toMatchObject({ data: { pairing: { funds: { nodes: [] } } } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('that lost the connection once is asked again, and the answer is complete', async () => {
    let failures = 0;
    finance.fault = (request) => {
      failures += 1;
      finance.fault = null;
      request.socket.resetAndDestroy();
    };
    expect((await send()).headers.get('x-complete')).toBe('true');
    expect(failures).toBe(1);
  });

  test('that failed five times is not asked while the circuit breaker is open', async () => {
    finance.fault = (_request, response) => response.writeHead(500).end();
    for (let time = 0; time < 5; time += 1) {
      await send();
    }
    const asked = finance.requests.length;
    const { extensions } = (await (await send()).json()) as { extensions: object };
    expect(extensions).toEqual({ completeness: missing('SUBGRAPH_UNAVAILABLE') });
    expect(finance.requests).toHaveLength(asked);
  });

  test('gets the request id and the forwarded headers, and no others', async () => {
    const before = finance.headers.length;
    await send({ authorization: 'Bearer a', cookie: 'b=c', 'x-request-id': 'mine', 'x-secret': 'd' });
    expect(finance.headers.slice(before)).toEqual([
      {
        host: expect.any(String),
        connection: 'keep-alive',
        accept: expect.any(String),
        authorization: 'Bearer a',
        'content-length': expect.any(String),
        'content-type': 'application/json',
        'x-request-id': 'mine',
      },
    ]);
  });

  test('equal fetches in flight are sent once, unless a forwarded header differs', async () => {
    const before = finance.requests.length;
    const answers = await Promise.all(Array.from({ length: 20 }, async () => (await send()).json()));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const sent = finance.requests.length - before;
    expect(sent).toBeLessThan(20);
    await Promise.all(['a', 'b'].map((authorization) => send({ authorization })));
    expect(finance.requests.length - before - sent).toBe(2);
  });

  test('an entity that a plan has many times is asked for once', async () => {
    const before = finance.requests.length;
    const query =
      '{ pairings(filter: {programme: {eq: "east-west"}}, first: 20) { nodes { programme { fundTotal { count } } } } }';
    const response = await send({}, { query, variables: {} });
    const { data } = (await response.json()) as { data: { pairings: { nodes: object[] } } };
    expect(data.pairings.nodes.length).toBeGreaterThan(5);
    expect(new Set(data.pairings.nodes.map((node) => JSON.stringify(node))).size).toBe(1);
    const { variables } = JSON.parse(finance.requests[before] ?? '') as { variables: { representations: object[] } };
    expect(variables.representations).toHaveLength(1);
  });

  test('the work stops when the client goes', async () => {
    const closed = new Promise<void>((resolve) => {
      finance.fault = (_request, response) => {
        response.once('close', resolve);
        leaving.abort();
      };
    });
    const leaving = new AbortController();
    const body = JSON.stringify({ query: page?.query, variables: page?.variables });
    await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: leaving.signal,
    }).catch(() => undefined);
    await closed;
  });
});
