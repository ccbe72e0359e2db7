import { globSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as send, type IncomingHttpHeaders } from 'node:http';

import { describe, expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { servedGraph } from '../support/gateway.js';

interface Sent {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

describe('the assets of the pages', () => {
  const served = servedGraph('sqlite');
  const folder = join(projectRoot, 'dist/pages/assets');
  const [script = ''] = globSync('start-*.js', { cwd: folder });

  /** What is sent, as it is: fetch() would decompress it. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Sent> =>
    new Promise((resolve, reject) => {
      send(served.url + path, { headers, method }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
        });
      })
        .on('error', reject)
        .end();
    });

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.1, gzip', 'br'],
    ['*', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['deflate', undefined],
    ['br;q=0, gzip;q=0', undefined],
  ])('with Accept-Encoding %s are sent as %s', async (accepted, encoding) => {
    const plain = await get(`/assets/${script}`);
    const { status, headers, body } = await get(`/assets/${script}`, { 'accept-encoding': accepted });
    expect([status, headers['content-encoding']]).toEqual([200, encoding]);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['content-length']).toBe(String(body.length));
    const whole = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
    expect(whole.equals(plain.body)).toBe(true);
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test('have a policy of their own and a tag for each form', async () => {
    const forms = ['br', 'gzip', 'identity'];
    const sent = await Promise.all(forms.map((form) => get(`/assets/${script}`, { 'accept-encoding': form })));
    expect(new Set(sent.map(({ headers }) => headers.etag)).size).toBe(3);
    for (const [at, { headers }] of sent.entries()) {
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      const again = { 'accept-encoding': forms[at] ?? '', 'if-none-match': headers.etag ?? '' };
      expect((await get(`/assets/${script}`, again)).status).toBe(304);
    }
  });

  test('have headers alone for a HEAD, and nothing for a name that is none', async () => {
    const { headers, body } = await get(`/assets/${script}`, { 'accept-encoding': 'br' }, 'HEAD');
    expect([headers['content-encoding'], body.length]).toEqual(['br', 0]);
    for (const path of ['/assets/nothing.js', '/assets/..%2Fsources.sha256', '/assets/%2e%2e/sources.sha256']) {
      expect((await get(path, { 'accept-encoding': 'br' })).status).toBe(404);
    }
  });
});

describe('framing by other sites', () => {
  const served = servedGraph('sqlite');
  const policyOf = async (path: string): Promise<readonly (string | null | undefined)[]> => {
    const { headers } = await fetch(served.url + path, { headers: { accept: 'text/html' } });
    const [ancestors] = /frame-ancestors [^;]*/.exec(headers.get('content-security-policy') ?? '') ?? [];
    return [ancestors, headers.get('x-frame-options')];
  };

  test.each([
    '/?embed',
    '/pairings/xihu-xuanen?embed&lang=zh',
    '/compare?pairings=xihu-xuanen&embed',
    '/regions?embed=',
  ])('is allowed at %s', async (path) => {
    expect(await policyOf(path)).toEqual(['frame-ancestors *', null]);
  });

  test.each(['/', '/pairings/xihu-xuanen', '/graphql', '/graphql?embed', '/q?embed', '/status?embed', '/import?embed'])(
    'is not allowed at %s',
    async (path) => {
      expect(await policyOf(path)).toEqual(["frame-ancestors 'none'", 'SAMEORIGIN']);
    },
  );
});
