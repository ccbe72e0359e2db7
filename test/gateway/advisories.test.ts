import { gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { readNamedQueries } from '../../platform/named-queries.js';
import type { GraphQLAnswer } from '../support/client.js';
import { nameAsked, type FaultyProxy } from '../support/faulty-proxy.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');
const whole = (page?.answer as { pairing: object }).pairing;

const partsOfObjects = Object.getOwnPropertyNames(Object.prototype);

describe('the gateway stands against', () => {
  let gateway: GatewayOverProxies;
  let finance: FaultyProxy;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({
      environment: { RATE_LIMIT: '0', ANSWER_CACHE_MB: '0' },
    });
    finance = gateway.proxy('finance');
    await post(JSON.stringify({ query: page?.query, variables: page?.variables }));
  });

  /** After each attack, the page is what it was, and so is every object. */
  afterEach(async () => {
    jest.restoreAllMocks();
    finance.fault = null;
    expect((await post(JSON.stringify({ query: page?.query, variables: page?.variables }))).data).toEqual(page?.answer);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(partsOfObjects);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  afterAll(async () => {
    await gateway.stop();
  });

  const post = async (
    body: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; codes: unknown[]; data: unknown }> => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: Buffer.from(body),
    });
    const { data, errors = [] } = (await response.json()) as GraphQLAnswer;
    return {
      status: response.status,
      codes: errors.map(({ extensions }) => (extensions as { code?: unknown }).code),
      data,
    };
  };

  describe('named fragments that grow exponentially in the planner (GHSA-q2f9-x4p4-7xmh)', () => {
    test.each([
      ['of one type', 20, 'on Pairing { ...NEXT ...NEXT }'],
      ['that cross subgraphs', 20, 'on Pairing { funds { nodes { pairings { ...NEXT ...NEXT } } } }'],
      ['below two aliases', 12, 'on Pairing { a: parts { nodes { ...NEXT } } b: parts { nodes { ...NEXT } } }'],
    ])('%s', async (_name, levels, text) => {
      const fragments = Array.from(
        { length: levels },
        (_, level) => `fragment F${level} ${text.replaceAll('NEXT', `F${level + 1}`)}`,
      );
      const query = `{ pairing(id: "xihu-xuanen") { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Pairing { level }`;
      const { status, codes } = await post(JSON.stringify({ query }));
      expect({ status, codes }).toEqual({ status: 400, codes: ['DOCUMENT_LIMIT'] });
    });

    test('as many as the limits allow', async () => {
      const fragments = Array.from({ length: 7 }, (_, i) => `fragment F${i} on Pairing { ...F${i + 1} ...F${i + 1} }`);
      const query = `{ pairing(id: "xihu-xuanen") { ...F0 } } ${fragments.join(' ')} fragment F7 on Pairing { level funds { totalCount } }`;
      const { status, data } = await post(JSON.stringify({ query }));
      expect({ status, data }).toEqual({
        status: 200,
        data: { pairing: { level: 'COUNTY', funds: { totalCount: expect.any(Number) } } },
      });
    });
  });

  describe('prototype pollution (CVE-2026-32621)', () => {
    test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'toJSON'])(
      'by the alias %s, which is answered like another',
      async (alias) => {
        const query = `{ ${alias}: pairing(id: "xihu-xuanen") { ${alias}: level b: funds { polluted: totalCount } } }`;
        const { data } = await post(JSON.stringify({ query: query.replaceAll(`${alias}: `, 'a: ') }));
        const { a } = data as { a: { a: string; b: object } };
        expect((await post(JSON.stringify({ query }))).data).toEqual({
          [alias]: { [alias]: a.a, b: a.b },
        });
      },
    );

    test.each(['__proto__', 'constructor', 'prototype', 'toString'])('by the variable %s', async (name) => {
      const query = `query ($${name}: ID!) { pairing(id: $${name}) { level funds { totalCount } } }`;
      const { status, data } = await post(
        `{ "query": ${JSON.stringify(query)}, "variables": { "${name}": "xihu-xuanen" } }`,
      );
      expect({ status, data }).toMatchObject({ status: 200, data: { pairing: { level: 'COUNTY' } } });
      const without = await post(JSON.stringify({ query }));
      expect(without).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
    });

    test.each([
      '{ "__proto__": { "polluted": 1 } }',
      '{ "constructor": { "prototype": { "polluted": 1 } } }',
      '{ "programme": { "__proto__": { "eq": "x" } } }',
      '{ "or": [{ "\\u005f\\u005fproto__": { "polluted": 1 } }] }',
    ])('by the value %s of a variable', async (value) => {
      const query = 'query ($filter: PairingsFilter) { pairings(filter: $filter) { totalCount } }';
      const { status, codes } = await post(
        `{ "query": ${JSON.stringify(query)}, "variables": { "filter": ${value} } }`,
      );
      expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
    });

    test.each([
      '{ "query": "{ __typename }", "__proto__": { "polluted": 1 } }',
      '{ "query": "{ __typename }", "variables": { "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } } }',
      '{ "query": "{ __typename }", "extensions": { "__proto__": { "polluted": 1 } } }',
    ])('by the body %s', async (body) => {
      expect(await post(body)).toMatchObject({ status: 200, data: { __typename: 'Query' } });
    });

    test.each([
      ['"__proto__": { "polluted": 1 }', ''],
      ['"\\u005f\\u005fproto\\u005f\\u005f": { "polluted": 1 }', ''],
      ['"constructor": { "prototype": { "polluted": 1 } }', ''],
      ['"constructor": { "\\u0070rototype": { "polluted": 1 } }, "toString": 1, "hasOwnProperty": null', ''],
      ['"__proto__": { "__proto__": { "polluted": 1 } }', '"__proto__": [{ "polluted": 1 }],'],
      ['"__proto__": null', '"__proto__": { "polluted": 1 }, "extensions": { "__proto__": { "polluted": 1 } },'],
    ])('by a subgraph that sends %s, and %s around it', async (inside, around) => {
      finance.fault = (_request, response, body) => {
        const [funds, text] = ['funds', 'text'].map((field) => nameAsked(body, field));
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(
            `{ ${around} "data": { ${inside}, "_entities": [{ ${inside}, "__typename": "Pairing", "${funds}": { ${inside}, "nodes": [{ ${inside}, "figure": { ${inside}, "${text}": "x", "sources": [] } }] } }] } }`,
          );
      };
      const { data } = await post(JSON.stringify({ query: page?.query, variables: page?.variables }));
      expect(data).toEqual({ pairing: { ...whole, funds: { nodes: [{ figure: { text: 'x', sources: [] } }] } } });
    });

    test('by the errors of a subgraph', async () => {
      jest.spyOn(console, 'error').mockImplementation(() => undefined);
      finance.fault = (_request, response) => {
        const error =
          '{ "message": "x", "path": ["_entities", 0, "__proto__", "polluted"], "extensions": { "__proto__": { "polluted": 1 }, "code": "__proto__" } }';
        response.writeHead(200, { 'content-type': 'application/json' }).end(`{ "data": null, "errors": [${error}] }`);
      };
      const { data, codes } = await post(JSON.stringify({ query: page?.query, variables: page?.variables }));
      expect({ data, codes }).toEqual({ data: { pairing: { ...whole, funds: null } }, codes: ['SUBGRAPH_ERROR'] });
    });
  });

  describe('bodies in charsets that are expensive to read (CVE-2026-23897)', () => {
    const large = Buffer.alloc(1_000_000, '+AAA-');

    test.each([
      ...[
        'utf-7',
        'utf-7-imap',
        'utf-16',
        'utf-16le',
        'utf-32',
        'utf-8-bom',
        'utf-',
        'utf8',
        'base64',
        'hex',
        'gb18030',
      ],
      ...[
        'UTF-7',
        '"utf-7"',
        '"utf\\-7"',
        'utf-8; charset=utf-7',
        'x; y="; charset=utf-8"; charset=utf-7',
        `utf-${'7'.repeat(5_000)}`,
        '__proto__',
        'constructor',
      ],
    ])('as charset=%s', async (charset) => {
      const headers = { 'content-type': `application/json; charset=${charset}` };
      for (const body of [large, gzipSync(large)]) {
        const encoding = body === large ? {} : { 'content-encoding': 'gzip' };
        const { status, codes } = await post(body, { ...headers, ...encoding });
        expect([400, 415]).toContain(status);
        expect(codes).toEqual(['BODY_NOT_READABLE']);
      }
    });

    test('and reads the one of JSON, however it is written', async () => {
      for (const charset of ['utf-8', 'UTF-8', '"utf-8"']) {
        const headers = { 'content-type': `application/json; charset=${charset}` };
        expect(await post('{ "query": "{ __typename }" }', headers)).toMatchObject({ status: 200 });
      }
    });
  });

  describe('search across sites by requests that browsers send unasked (GHSA-9q82-xgwf-vj6h)', () => {
    const get = async (headers: Record<string, string>): Promise<[number, string]> => {
      const response = await fetch(`${gateway.url}/graphql?query={__typename}`, { headers });
      return [response.status, await response.text()];
    };

    test.each([
      ...[
        'message/http',
        'message/rfc822; x=y',
        'message/',
        'x',
        '/',
        ';',
        'text/plain',
        'text/plain; x="application/json"',
      ],
      ...[
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json, text/plain',
        'application/jsonx',
      ],
    ])('GET with Content-Type: %s', async (type) => {
      for (const headers of [{ 'content-type': type }, { 'content-type': type, origin: 'http://elsewhere.invalid' }]) {
        const [status, text] = await get(headers);
        expect([400, 415]).toContain(status);
        expect(text).not.toContain('"data"');
        expect(text).toContain('"code":"BAD_REQUEST"');
      }
    });

    test('GET with no Content-Type', async () => {
      expect((await get({}))[0]).toBe(400);
      expect((await get({ 'apollo-require-preflight': '' }))[0]).toBe(400);
      expect((await get({ 'apollo-require-preflight': 'true' }))[0]).toBe(200);
    });

    test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'message/http'])(
      'POST with Content-Type: %s',
      async (type) => {
        const { status, codes, data } = await post('{ "query": "{ __typename }" }', { 'content-type': type });
        expect({ status, codes, data }).toEqual({ status: 400, codes: ['BAD_REQUEST'], data: undefined });
      },
    );
  });
});
