import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { describe, expect, test } from '@jest/globals';

import { readConfig } from '../../platform/config.js';
import { answerOf } from '../support/client.js';
import { gatewayInProcess, servedGraph } from '../support/gateway.js';

const gateway = servedGraph('sqlite');

const json = { 'content-type': 'application/json' };
const typename = JSON.stringify({ query: '{ __typename }' });
const answered = { data: { __typename: 'Query' } };

/** A gateway with settings of its own, for as long as it is asked. */
async function withSettings<Found>(
  settings: Readonly<Record<string, string>>,
  use: (url: string) => Promise<Found>,
): Promise<Found> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...settings });
  const own = await gatewayInProcess(gateway.graph, {}, { config });
  try {
    return await use(own.url);
  } finally {
    await own.stop();
  }
}

describe('the rate of an address', () => {
  const ask = (url: string, address: string): Promise<Response> =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { ...json, 'x-forwarded-for': address }, body: typename });

  test('is limited, and the refusal says when to come back; health and metrics stay open', async () => {
    await withSettings({ RATE_LIMIT: '2' }, async (url) => {
      const first = await ask(url, '192.0.2.1');
      expect(first.headers.get('ratelimit')).toMatch(/r=1; t=\d+/);
      expect((await ask(url, '192.0.2.2')).status).toBe(200);
      const refused = await ask(url, '192.0.2.3');
      expect([refused.status, await refused.json()]).toEqual([
        429,
        {
          errors: [
            {
              message:
                'More than 2 requests came from this address within a minute. Retry-After has the seconds to wait.',
              extensions: { code: 'RATE_LIMITED' },
            },
          ],
        },
      ]);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      for (const path of ['/health/live', '/health/ready', '/metrics']) {
        expect((await fetch(url + path)).status).toBe(200);
      }
      expect(await (await fetch(`${url}/metrics`)).text()).toContain(
        'jiedui_requests_total{operation="anonymous",status="429"} 1',
      );
    });
  });

  test.each([
    ['a path in capitals', '/GraphQL'],
    ['a path with more behind it', '/graphql/'],
    ['a whole address', 'http://graph.invalid/graphql'],
  ])('is limited for a request by %s', async (_name, path) => {
    await withSettings({ RATE_LIMIT: '1' }, async (url) => {
      const { hostname, port } = new URL(url);
      const send = async (): Promise<number | undefined> => {
        const sent = request({ hostname, port, path, method: 'POST', headers: json }).end(typename);
        const [answer] = (await once(sent, 'response')) as [IncomingMessage];
        answer.resume();
        return answer.statusCode;
      };
      expect([await send(), await send()]).toEqual([200, 429]);
    });
  });

  test.each(['1', '127.0.0.0/8'])('behind TRUST_PROXY=%s is the one that the proxy names', async (proxy) => {
    await withSettings({ RATE_LIMIT: '1', TRUST_PROXY: proxy }, async (url) => {
      expect((await ask(url, '192.0.2.1')).status).toBe(200);
      expect((await ask(url, '192.0.2.2')).status).toBe(200);
      expect((await ask(url, '192.0.2.1')).status).toBe(429);
    });
  });
});

test.each([
  ['another port', ['203.0.113.7:5001', '203.0.113.7:5002', '203.0.113.7']],
  ['another port, of IPv6', ['[2001:db8::1]:443', '[2001:db8::1]:444', '2001:DB8:0:0::1', '[2001:db8::1]']],
  ['IPv4 within IPv6', ['::ffff:203.0.113.7', '203.0.113.7', '[::ffff:203.0.113.7]:5', '::ffff:cb00:7107']],
  ['blanks and empty entries', [' 203.0.113.7 ', '198.51.100.1, ,203.0.113.7,, ', '203.0.113.7:1 ,']],
  ['no address', ['unknown', '203.0.113.7, nonsense', ':80', '203.0.113.700:1', ', ,']],
])('behind a proxy, %s is the same address', async (_name, forwarded) => {
  await withSettings({ RATE_LIMIT: '1', TRUST_PROXY: '1' }, async (url) => {
    const statuses: number[] = [];
    for (const address of forwarded) {
      const headers = { ...json, 'x-forwarded-for': address };
      statuses.push((await fetch(`${url}/graphql`, { method: 'POST', headers, body: typename })).status);
    }
    expect(statuses).toEqual([200, ...forwarded.slice(1).map(() => 429)]);
  });
});

describe('a page of another origin', () => {
  const origin = 'https://example.org';
  const preflight = (url: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });

  test('gets no CORS headers unless it is listed', async () => {
    expect((await preflight(gateway.url)).headers.get('access-control-allow-origin')).toBeNull();
    await withSettings({ CORS_ORIGINS: 'https://other.invalid' }, async (url) => {
      expect((await preflight(url)).headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  test('may ask, and read our headers, when it is listed', async () => {
    await withSettings({ CORS_ORIGINS: `https://other.invalid, ${origin}` }, async (url) => {
      const allowed = await preflight(url);
      expect(allowed.status).toBe(204);
      expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
      expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...json, origin }, body: typename });
      expect(await answerOf(answer)).toEqual(answered);
      expect(answer.headers.get('access-control-expose-headers')).toMatch(/X-Request-Id,X-Complete,X-Cost-Estimate/);
    });
  });

  test.each([
    ['http://localhost:5173', true],
    ['http://127.0.0.1:3000', true],
    ['https://[::1]:8443', true],
    ['http://localhost', true],
    ['http://localhost.example.org', false],
    ['http://localhost:5173.example.org', false],
    ['http://evil-localhost:5173', false],
    ['http://127.0.0.1.example.org:80', false],
    ['http://192.168.1.7:5173', false],
    ['null', false],
  ])('that is %s is allowed by default: %s', async (local, isAllowed) => {
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...json, origin: local },
      body: typename,
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(isAllowed ? local : null);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('vary')).toMatch(/^Origin, /);
    await withSettings({ CORS_ORIGINS: 'none' }, async (url) => {
      const closed = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { ...json, origin: local },
        body: typename,
      });
      expect(closed.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  test('may send what clients send, and reads refusals too', async () => {
    await withSettings({ CORS_ORIGINS: origin, RATE_LIMIT: '5' }, async (url) => {
      const names = 'apollo-require-preflight,content-type,if-none-match,traceparent,x-request-id,x-require-complete';
      const allowed = await fetch(`${url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': names },
      });
      expect(allowed.headers.get('access-control-allow-headers')).toBe(names);
      expect(allowed.headers.get('access-control-allow-methods')).toBe('GET,POST');
      const post = (body: string, more: Record<string, string> = {}): Promise<Response> =>
        fetch(`${url}/graphql`, { method: 'POST', headers: { ...json, origin, ...more }, body });
      const refusals = [
        await post('{'),
        await post(typename, { 'content-type': 'text/plain' }),
        await post('x'.repeat(2 ** 20 + 1)),
        await fetch(`${url}/q/no-such-query`, { headers: { origin } }),
        await fetch(`${url}/nowhere`, { headers: { origin } }),
        await post(typename),
      ];
      expect(refusals.map(({ status, headers }) => [status, headers.get('access-control-allow-origin')])).toEqual(
        [400, 400, 413, 404, 404, 429].map((status) => [status, origin]),
      );
    });
  });

  test.each([
    ['text/plain', 400],
    ['application/x-www-form-urlencoded', 400],
    ['multipart/form-data; boundary=x', 400],
    // What browsers could be made to send with no preflight: GHSA-9q82-xgwf-vj6h.
    ['message/rfc822', 415],
    ['application/json/x', 415],
    [';', 415],
  ])('cannot ask by a GET with the Content-Type %s', async (type, status) => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const response = await fetch(url, { headers: { 'content-type': type } });
    const { data, errors } = (await response.json()) as { data?: unknown; errors: { extensions: object }[] };
    expect([response.status, data, errors.map(({ extensions }) => extensions)]).toEqual([
      status,
      undefined,
      [{ code: 'BAD_REQUEST' }],
    ]);
  });

  test.each([
    ['no Content-Type', {}],
    ['the Content-Type of a form', { 'content-type': 'text/plain' }],
  ])('cannot ask by a plain GET or POST with %s', async (_name, headers: Record<string, string>) => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ __typename }')}`;
    expect((await fetch(url, { headers })).status).toBe(400);
    expect((await fetch(url, { method: 'POST', headers, body: typename })).status).toBe(400);
    expect(await answerOf(await fetch(url, { headers: { 'apollo-require-preflight': '1' } }))).toEqual(answered);
  });
});

describe('a body that cannot be read', () => {
  test.each<[string, Record<string, string>, string | Uint8Array<ArrayBuffer>, number, string, RegExp]>([
    ['is not JSON', json, '{"query":', 400, 'BODY_NOT_READABLE', /Send \{"query"/],
    ['is too large', json, `{"query":"${'#'.repeat(2 ** 20)}"}`, 413, 'BODY_TOO_LARGE', /Send a shorter document/],
    ['is in UTF-7', { 'content-type': 'application/json; charset=utf-7' }, typename, 415, 'BODY_NOT_READABLE', /UTF-8/],
    [
      'is in UTF-32',
      { 'content-type': 'application/json;CHARSET="utf-32"' },
      typename,
      415,
      'BODY_NOT_READABLE',
      /UTF-8/,
    ],
    [
      'is in GB18030',
      { 'content-type': 'application/json; charset=gb18030' },
      typename,
      415,
      'BODY_NOT_READABLE',
      /UTF-8/,
    ],
    ['is encoded as nobody knows', { ...json, 'content-encoding': 'zip' }, typename, 415, 'BODY_NOT_READABLE', /gzip/],
    [
      'is not the gzip it says',
      { ...json, 'content-encoding': 'gzip' },
      typename,
      400,
      'BODY_NOT_READABLE',
      /not gzip/,
    ],
  ])(
    'because it %s is refused with a code, and no word of what is inside',
    async (_name, headers, body, status, code, message) => {
      const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect([response.status, await response.json()]).toEqual([
        status,
        { errors: [{ message: expect.stringMatching(message), extensions: { code } }] },
      ]);
    },
  );

  test('with a UTF-8 charset is read', async () => {
    const headers = { 'content-type': 'application/json; charset="UTF-8"' };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: typename });
    expect(await answerOf(response)).toEqual(answered);
  });

  test('because it breaks off is answered, or its connection closed', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.end(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"',
    );
    expect(await text(socket)).toMatch(/^(HTTP\/1\.1 400 |$)/);
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  });
});

describe('an unknown path', () => {
  test.each(['/nowhere', '/graphql/nowhere/at/all', '/region', '/.env'])(
    '%s is an error in JSON for programs',
    async (path) => {
      const response = await fetch(gateway.url + path, { headers: { accept: 'application/json' } });
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect([404, 400]).toContain(response.status);
    },
  );

  test('is a small page for browsers', async () => {
    const response = await fetch(`${gateway.url}/nowhere`, { headers: { accept: 'text/html' } });
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toContain('<title>There is no such page · Jiedui 结对</title>');
    expect(html.length).toBeLessThan(2_000);
  });

  test('that is malformed is an error of the request', async () => {
    const response = await fetch(`${gateway.url}/regions/%E0%A4%A`);
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [{ message: expect.stringMatching(/malformed/), extensions: { code: 'BAD_REQUEST' } }],
      },
    ]);
  });
});

describe('the headers that keep browsers strict', () => {
  const strict = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  const headersOf = async (path: string, accept: string): Promise<Headers> =>
    (await fetch(gateway.url + path, { headers: { accept } })).headers;

  test.each([
    ['/health/live', '*/*', /^default-src 'none'; frame-ancestors 'none'$/],
    ['/metrics', '*/*', /^default-src 'none'; frame-ancestors 'none'$/],
    ['/graphql', 'application/json', /^default-src 'none'; frame-ancestors 'none'$/],
    ['/nowhere', 'application/json', /^default-src 'none'; frame-ancestors 'none'$/],
    ['/', 'text/html', /^default-src 'self'; /],
    ['/graphql', 'text/html', /^default-src 'self'; /],
  ])('are on %s for %s', async (path, accept, policy) => {
    const headers = await headersOf(path, accept);
    expect(Object.fromEntries(Object.keys(strict).map((name) => [name, headers.get(name)]))).toEqual(strict);
    expect(headers.get('content-security-policy')).toMatch(policy);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('are on Apollo Sandbox too, without the content policy that would block its scripts', async () => {
    const headers = await headersOf('/graphql?explorer=sandbox', 'text/html');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBeNull();
  });
});
