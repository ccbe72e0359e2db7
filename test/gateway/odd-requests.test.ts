import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { answerOf } from '../support/client.js';
import { servedGraph } from '../support/gateway.js';

const gateway = servedGraph('sqlite');

interface Error {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Sends bytes as they are, and reads until the connection closes. */
async function sendRaw(head: string): Promise<{ status: number; type: string | undefined; body: Error }> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.write(head);
  const answer = await text(socket);
  const [headers = '', body = ''] = answer.split('\r\n\r\n', 2);
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1]),
    type: /^content-type: (.*)$/im.exec(headers)?.[1],
    body: JSON.parse(body.replace(/^[\da-f]+\r\n|\r\n0$/g, '')) as Error,
  };
}

const closing = 'Host: localhost\r\nConnection: close\r\nApollo-Require-Preflight: 1';

describe('an odd address', () => {
  test.each([
    ['/graphql//', 400],
    ['/graphql///', 400],
    ['//graphql', 400],
    ['//', 400],
    ['/\\', 400],
    ['/q//', 400],
    ['ftp://x/graphql', 400],
    ['http:///', 400],
    ['http:///graphql', 400],
    ['http://', 400],
    ['http://[', 400],
    ['http://a:b/graphql', 400],
    ['/%', 404],
    ['/q/%', 400],
    ['/graphql?%', 400],
    ['/graphql?query=%', 400],
    ['/graphql/%00', 400],
    ['/regions/%ff/x', 404],
    ['*', 404],
    ['x', 400],
    ['?', 400],
    ['/graphql\0', 400],
    ['/q/find?text=恩施', 400],
    [`/graphql?query=${'a'.repeat(100_000)}`, 431],
  ])('is answered as JSON: %s', async (address, status) => {
    const found = await sendRaw(`GET ${address} HTTP/1.1\r\n${closing}\r\n\r\n`);
    expect(found).toMatchObject({ status, type: 'application/json; charset=utf-8' });
    expect(found.body.errors).toMatchObject([{ message: expect.stringMatching(/\w/), extensions: { code: /[A-Z]/ } }]);
  });

  test('with raw UTF-8 is told how to encode it', async () => {
    const { body } = await sendRaw(`GET /q/find?text=恩施 HTTP/1.1\r\n${closing}\r\n\r\n`);
    expect(body.errors[0]?.message).toMatch(/percent-encoded.*--data-urlencode/);
  });

  test('that is whole is the path in it', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET http://graph.invalid?x HTTP/1.1\r\n${closing}\r\n\r\n`);
    expect(await text(socket)).not.toMatch(/^HTTP\/1\.1 [45]\d\d [^]*errors/);
    const found = await sendRaw(`GET HTTP://graph.invalid:80/nowhere HTTP/1.1\r\n${closing}\r\n\r\n`);
    expect(found.status).toBe(404);
  });
});

test.each([
  ['the method CONNECT', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n', 405],
  ['an unknown method', `FOO /graphql HTTP/1.1\r\n${closing}\r\n\r\n`, 400],
  ['OPTIONS *', `OPTIONS * HTTP/1.1\r\n${closing}\r\n\r\n`, 404],
  ['no method at all', 'hello\r\n\r\n', 400],
  ['no Host', 'GET /graphql HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['an expectation', `POST /graphql HTTP/1.1\r\n${closing}\r\nExpect: nonsense\r\nContent-Length: 2\r\n\r\n{}`, 417],
  ['a header without a colon', `GET /graphql HTTP/1.1\r\n${closing}\r\nnonsense\r\n\r\n`, 400],
  ['headers that are too large', `GET /graphql HTTP/1.1\r\n${closing}\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  [
    'a chunk that is none',
    `POST /graphql HTTP/1.1\r\n${closing}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n`,
    400,
  ],
])('a request with %s is answered as JSON', async (_name, head, status) => {
  const found = await sendRaw(head);
  expect(found).toMatchObject({ status, type: 'application/json; charset=utf-8' });
  expect(found.body.errors).toHaveLength(1);
});

test('a request that is malformed after one that is well does not take its answer', async () => {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  const query = encodeURIComponent('{ region(id: "330106") { nameEn } }');
  socket.write(
    `GET /graphql?query=${query} HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n\r\nnonsense\r\n\r\n`,
  );
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK[^]*Xihu/);
});

describe('a parameter of a GET that is empty', () => {
  test.each(['variables=', 'operationName=', 'extensions=', 'variables', 'variables=&operationName=&extensions='])(
    'counts as left out: %s',
    async (parameter) => {
      const query = encodeURIComponent('query One { __typename }');
      for (const search of [`query=${query}&${parameter}`, `${parameter}&query=${query}`]) {
        const response = await fetch(`${gateway.url}/graphql?${search}`, {
          headers: { 'apollo-require-preflight': '1' },
        });
        expect([response.status, await answerOf(response)]).toEqual([200, { data: { __typename: 'Query' } }]);
      }
    },
  );
});

describe('a body', () => {
  const plain = Buffer.from('{"query":"{ __typename }"}');
  const post = (body: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: Uint8Array.from(body),
    });

  test.each([
    ['gzip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['zstd', zstdCompressSync(plain)],
  ])('is read in the encoding %s, and refused where it is broken or cut', async (encoding, body) => {
    const answers = [body, Buffer.from('nonsense'), body.subarray(0, -6)].map(async (sent) => {
      const response = await post(sent, { 'content-encoding': encoding });
      const { data, errors } = await answerOf(response);
      return [response.status, data ?? errors?.map(({ extensions }) => extensions)];
    });
    expect(await Promise.all(answers)).toEqual([
      [200, { __typename: 'Query' }],
      [400, [{ code: 'BODY_NOT_READABLE' }]],
      [400, [{ code: 'BODY_NOT_READABLE' }]],
    ]);
  });

  test('in an encoding that is not read is refused, and told which are', async () => {
    const response = await post(plain, { 'content-encoding': 'compress' });
    const { errors } = await answerOf(response);
    expect([response.status, errors]).toEqual([
      415,
      [{ message: expect.stringMatching(/gzip, deflate, br or zstd/), extensions: { code: 'BODY_NOT_READABLE' } }],
    ]);
  });

  test.each([
    ['in a text', Buffer.concat([Buffer.from('{"query":"{ __typename #'), Buffer.from([0xff]), Buffer.from('"}')])],
    ['cut within a character', Buffer.concat([plain, Buffer.from([0xe6, 0x81])])],
    ['a surrogate', Buffer.concat([plain, Buffer.from([0xed, 0xa0, 0x80])])],
  ])('with bytes that are not UTF-8 is refused: %s', async (_where, body) => {
    const response = await post(body);
    const { errors } = await answerOf(response);
    expect([response.status, errors]).toEqual([
      400,
      [{ message: expect.stringMatching(/not UTF-8/), extensions: { code: 'BODY_NOT_READABLE' } }],
    ]);
  });
});
