import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { signedHeaders, type SignedCall } from '../../platform/visibility/signature.js';
import { dataFolder, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { gatewayOverHttp, type GatewayOverHttp } from '../support/gateway.js';
import { makeKeys, withKey, type TestKeys } from '../support/keys.js';

const [newer, older, foreign] = ['n'.repeat(32), 'o'.repeat(32), 'f'.repeat(32)];
const query = JSON.stringify({ query: '{ fund(id: "gift") { id } }' });

describeEachEngine('a subgraph that knows its gateways', (engine) => {
  let keys: TestKeys;
  let services: GatewayOverHttp;
  let strict: GatewayOverHttp;

  const withFund = async (environment: NodeJS.ProcessEnv): Promise<GatewayOverHttp> => {
    const started = await gatewayOverHttp(engine, { environment: { KEYS_FILE: keys.path, ...environment } });
    await importFolder(
      started.graph,
      dataFolder({
        'dataset.csv': ['id,title,visibility', 'own,Own,prov-a'],
        'funds.csv': tableLines('funds.csv', [gift]),
      }),
    );
    return started;
  };

  beforeAll(async () => {
    keys = makeKeys([['prov-a']]);
    services = await withFund({ SUBGRAPH_SECRETS: `${newer},${older}` });
    strict = await withFund({ SUBGRAPH_SECRETS: newer, REQUIRE_SIGNED: 'true' });
  });

  afterAll(async () => {
    await Promise.all([services.stop(), strict.stop()]);
    keys.remove();
  });

  const fundBy = async (url: string, path: string, headers: object, body = query): Promise<unknown> => {
    const response = await fetch(`${url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const { data, errors } = (await response.json()) as {
      data?: { fund: object | null };
      errors?: { message: string; extensions: { code: string } }[];
    };
    return errors ? [response.status, errors[0]?.extensions.code, errors[0]?.message] : (data?.fund ?? null);
  };
  const subgraphOf = ({ subgraphs }: GatewayOverHttp): string => subgraphs.get('finance')?.url ?? '';
  const call: SignedCall = { subgraph: 'finance', target: 'graphql', body: query, audience: ['prov-a'] };

  test('answers a gateway for the audience that it signs', async () => {
    const [ofA = ''] = keys.secrets;
    for (const { url } of [services, strict]) {
      expect(await fundBy(url, 'graphql', withKey(ofA))).toEqual({ id: 'gift' });
      expect(await fundBy(url, 'graphql', {})).toBe(null);
    }
    for (const secret of [newer, older]) {
      expect(await fundBy(subgraphOf(services), 'graphql', signedHeaders(call, secret))).toEqual({ id: 'gift' });
    }
  });

  test('gives what is public to who does not sign', async () => {
    expect(await fundBy(subgraphOf(services), 'graphql', {})).toBe(null);
    const version = (await (await fetch(`${subgraphOf(services)}/version`)).json()) as { version: string };
    expect(version.version).toMatch(/^[0-9a-f]{12}\.\d+\.1$/);
  });

  test('refuses a signature that is forged, of another call, or late', async () => {
    const wrong = [401, 'CALL_REFUSED', expect.stringContaining('by none of the SUBGRAPH_SECRETS')];
    const url = subgraphOf(services);
    const good = signedHeaders(call, newer);
    for (const headers of [
      signedHeaders(call, foreign),
      signedHeaders({ ...call, subgraph: 'labour' }, newer),
      signedHeaders({ ...call, target: 'version' }, newer),
      signedHeaders({ ...call, body: '' }, newer),
      { ...signedHeaders({ ...call, audience: [] }, newer), 'x-jiedui-audience': 'prov-a' },
      { ...good, 'x-jiedui-signature': good['x-jiedui-signature']?.replace(/t=\d/, 't=2') },
    ]) {
      expect(await fundBy(url, 'graphql', headers)).toEqual(wrong);
    }
    expect(await fundBy(url, 'graphql', good, query.replace('gift', 'gifu'))).toEqual(wrong);
    const malformed = [401, 'CALL_REFUSED', expect.stringContaining('cannot be read')];
    expect(await fundBy(url, 'graphql', { 'x-jiedui-audience': 'prov-a', 'x-jiedui-signature': 't=1' })).toEqual(
      malformed,
    );
    const unsigned = [401, 'CALL_REFUSED', expect.stringContaining('It is not signed.')];
    expect(await fundBy(url, 'graphql', { 'x-jiedui-audience': 'prov-a' })).toEqual(unsigned);
    const now = Date.now;
    Date.now = () => now() - 61_000;
    const late = signedHeaders(call, newer);
    Date.now = now;
    expect(await fundBy(url, 'graphql', late)).toEqual([401, 'CALL_REFUSED', expect.stringContaining('a minute ago')]);
  });

  test('refuses all that is not signed where it needs that', async () => {
    const url = subgraphOf(strict);
    for (const [method, path] of [
      ['GET', 'version'],
      ['GET', 'table-sizes'],
      ['GET', 'graphql?query={__typename}'],
    ] as const) {
      expect([path, (await fetch(`${url}/${path}`, { method })).status]).toEqual([path, 401]);
    }
    const sdl = JSON.stringify({ query: '{ _service { sdl } }' });
    expect(await fundBy(url, 'graphql', {}, sdl)).toEqual([401, 'CALL_REFUSED', expect.any(String)]);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });
});
