import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'redis';

import { freePort } from '../../scripts/free-port.js';
import { originsOf } from '../support/answer-origins.js';
import { audienceServers, type AudienceName } from '../support/audiences.js';
import { describeOn } from '../support/engines.js';
import { describeWithRedis, startRedis, type RunningRedis } from '../support/redis.js';
import { until } from '../support/until.js';

const query =
  '{ fund(id: "alpha-xihu-xuanen-funds-2018") { note } fundGroups(kind: FISCAL) { total { count excluded { count } } } documents(first: 0) { totalCount } }';
const [everybody, ofAlpha, ofBoth, ofBeta] = [
  'the public',
  'who sees one data set',
  'who sees all data sets',
  'who sees another data set',
] as const satisfies readonly AudienceName[];

describeOn('sqlite', 'answers in caches', () => {
  const servers = audienceServers('sqlite', {
    of: [],
    environment: { FORWARD_HEADERS: 'x-jiedui-audience,x-tenant' },
  });

  const get = (audience: AudienceName, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${servers.url}/graphql?${new URLSearchParams({ query }).toString()}`, {
      headers: { 'apollo-require-preflight': 'true', ...servers.headersOf(audience), ...headers },
    });
  test('are kept by the audience: each has its own, and equal ones share', async () => {
    const answers = new Map<string, string>();
    for (const audience of [everybody, ofAlpha, ofBeta, ofBoth, everybody, ofAlpha, ofBeta, ofBoth]) {
      const text = await (await get(audience)).text();
      expect(answers.get(audience) ?? text).toBe(text);
      answers.set(audience, text);
    }
    expect(new Set(answers.values()).size).toBe(4);
    expect(answers.get(everybody)).not.toContain('zqalphaqz');
    expect(await originsOf(servers.url)).toMatchObject({ kept: 4 });
  });

  test('are private to those with a key, and differ by the header for all', async () => {
    const [ofPublic, own] = [await get(everybody), await get(ofAlpha)];
    expect(ofPublic.headers.get('cache-control')).toBe('public, no-cache');
    expect(own.headers.get('cache-control')).toBe('private, no-cache');
    for (const { headers } of [ofPublic, own]) {
      expect(headers.get('vary')?.split(', ')).toContain('Authorization');
    }
    expect(ofPublic.headers.get('etag')).not.toBe(own.headers.get('etag'));
    expect((await get(everybody, { 'if-none-match': own.headers.get('etag') ?? '' })).status).toBe(200);
    const tables = await Promise.all(
      [everybody, ofAlpha].map((audience) =>
        fetch(`${servers.url}/q/funds.csv`, { method: 'HEAD', headers: servers.headersOf(audience) }),
      ),
    );
    expect(new Set(tables.map(({ headers }) => headers.get('etag'))).size).toBe(2);
    expect(tables.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'public, no-cache',
      'private, no-cache',
    ]);
  });

  test('do not go by an audience that a client names itself', async () => {
    const plain = await (await get(everybody)).text();
    expect(await (await get(everybody, { 'x-jiedui-audience': 'prov-a' })).text()).toBe(plain);
    expect(await (await get(everybody, { 'x-jiedui-audience': 'prov-a', 'x-tenant': 'one' })).text()).toBe(plain);
  });
});

describeWithRedis('answers in Redis', () => {
  let port: number;
  let redis: RunningRedis;
  let environment: NodeJS.ProcessEnv;
  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(port);
    environment = { REDIS_URL: `redis://127.0.0.1:${port}`, ANSWER_CACHE_MB: '0' };
  });
  afterAll(() => redis.kill());
  const servers = audienceServers('sqlite', {
    of: [],
    get environment() {
      return environment;
    },
  });

  test('are under a key of each audience, which tells nothing of it', async () => {
    const client = await createClient({ url: `redis://127.0.0.1:${port}` }).connect();
    const ask = async (audience: AudienceName): Promise<string> =>
      (
        await fetch(`${servers.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...servers.headersOf(audience) },
          body: JSON.stringify({ query }),
        })
      ).text();
    await until(async () => {
      await ask(ofAlpha);
      return (await client.keys('*')).length;
    }, 1);
    const [ofAlphaAlone = ''] = await client.keys('*');
    expect(await client.get(ofAlphaAlone)).toContain('zqalphaqz');
    expect(await ask(everybody)).not.toContain('zqalphaqz');
    await until(async () => (await client.keys('*')).length, 2);
    const others = (await client.keys('*')).filter((key) => key !== ofAlphaAlone);
    expect(await client.get(others[0] ?? '')).not.toContain('zqalphaqz');
    expect(await ask(ofAlpha)).toContain('zqalphaqz');
    expect([ofAlphaAlone, ...others].join()).not.toMatch(/prov|alpha/);
    client.destroy();
  });
});
