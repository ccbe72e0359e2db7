import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

import type { RunningServer } from '../../platform/http-server.js';
import { readKeys, writeKeys } from '../../platform/keys/key-file.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { dataFolder, gift, tableLines } from '../support/data-folder.js';
import { gatewayInProcess } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { makeKeys, withKey, type TestKeys } from '../support/keys.js';
import { keptLog, type LogLine } from '../support/log.js';
import { namedRoles } from '../../gateway/access/named-roles.js';
import { nextEnding } from '../../platform/visibility/audience.js';

let opened: TestGraph;

beforeAll(async () => {
  opened = await shippedGraph('sqlite');
  await importFolder(
    opened.graph,
    dataFolder({
      'dataset.csv': ['id,title,visibility', 'own,Own,prov-a'],
      'funds.csv': tableLines('funds.csv', [gift]),
    }),
  );
});

afterAll(() => opened.close());

/** The status and code of a refusal, else the id of the fund that only the role prov-a sees. */
async function fundFor(url: string, headers: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ fund(id: "gift") { id } }' }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { fund: { id: string } | null };
    errors?: { extensions: { code: string } }[];
  };
  return errors ? [response.status, errors[0]?.extensions.code] : (data?.fund?.id ?? null);
}

describe('a key', () => {
  let keys: TestKeys;
  let gateway: RunningServer;
  let lines: readonly LogLine[];

  beforeAll(async () => {
    keys = makeKeys([['prov-a'], ['prov-z'], ['editor']]);
    const kept = keptLog();
    lines = kept.lines;
    gateway = await gatewayInProcess(opened.graph, { KEYS_FILE: keys.path }, { log: kept.log });
  });

  afterAll(async () => {
    await gateway.stop();
    keys.remove();
  });

  test('opens what its roles see, and nothing by others', async () => {
    const [ofA = '', ofZ = '', ofEditor = ''] = keys.secrets;
    expect(await fundFor(gateway.url, withKey(ofA))).toBe('gift');
    for (const headers of [{}, withKey(ofZ), withKey(ofEditor)]) {
      expect(await fundFor(gateway.url, headers)).toBe(null);
    }
    expect(lines.find(({ msg }) => String(msg).startsWith('A key has roles that no data set names'))).toMatchObject({
      key: 'key of prov-z',
      roles: ['prov-z'],
    });
  });

  test('that is not taken is refused, and never anybody’s', async () => {
    const [ofA = ''] = keys.secrets;
    for (const authorization of [
      'Bearer',
      `Bearer ${ofA}x`,
      `Bearer ${ofA.slice(0, -1)}`,
      `Bearer jd_00000000_${ofA.slice(12)}`,
      `Basic ${ofA}`,
      'Bearer eyJhbGciOiJub25lIn0.e30.',
    ]) {
      expect(await fundFor(gateway.url, { authorization })).toEqual([401, 'KEY_REFUSED']);
    }
    for (const path of ['/q/funds.csv', '/q/supporter', '/mcp', '/q']) {
      const response = await fetch(`${gateway.url}${path}`, { headers: { authorization: 'Bearer nobody' } });
      expect([path, response.status]).toEqual([path, 401]);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  test('in an address is refused', async () => {
    const response = await fetch(`${gateway.url}/q/funds.csv?key=${keys.secrets[0] ?? ''}`);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('There is a key in the address.'),
    ]);
  });

  test('is refused from the request after it is revoked or has expired', async () => {
    const all = readKeys(keys.path);
    const [ofA = ''] = keys.secrets;
    writeKeys(
      keys.path,
      all.map((key) => ({ ...key, expires: '2020-01-01' })),
    );
    expect(await fundFor(gateway.url, withKey(ofA))).toEqual([401, 'KEY_REFUSED']);
    writeKeys(keys.path, all.slice(1));
    expect(await fundFor(gateway.url, withKey(ofA))).toEqual([401, 'KEY_REFUSED']);
    writeKeys(keys.path, all);
    expect(await fundFor(gateway.url, withKey(ofA))).toBe('gift');
  });

  test('opens nothing while its file is broken or others may read it', async () => {
    const text = readFileSync(keys.path, 'utf8');
    const [ofA = ''] = keys.secrets;
    for (const spoil of [
      () => {
        chmodSync(keys.path, 0o644);
      },
      () => {
        writeFileSync(keys.path, text.slice(0, 40));
      },
      () => {
        writeFileSync(keys.path, text.replace('"prov-a"', '"Prov A"'));
      },
    ]) {
      spoil();
      expect(await fundFor(gateway.url, withKey(ofA))).toEqual([503, 'KEYS_UNAVAILABLE']);
      expect(await fundFor(gateway.url, {})).toBe(null);
      await expect(gatewayInProcess(opened.graph, { KEYS_FILE: keys.path })).rejects.toThrow(
        `The key file ${keys.path} `,
      );
      chmodSync(keys.path, 0o600);
      writeFileSync(keys.path, text);
    }
    expect(await fundFor(gateway.url, withKey(ofA))).toBe('gift');
    expect(lines.filter(({ msg }) => msg === 'The key file is not usable. No key is taken.')).toHaveLength(3);
  });

  test('is in no log', () => {
    expect(lines.length).toBeGreaterThan(5);
    for (const secret of keys.secrets) {
      expect(JSON.stringify(lines)).not.toContain(secret.slice(12));
    }
  });
});

describe('a token', () => {
  let issuer: Server;
  let isDown = false;
  let gateway: RunningServer;
  let sign: (claims: JWTPayload, alg?: string) => SignJWT;
  let signed: (claims: JWTPayload) => Promise<string>;
  let ofAnother: (claims: JWTPayload) => Promise<string>;

  const good = { iss: 'https://id.invalid', aud: 'jiedui', realm: { roles: ['prov-a', 'x'] } };
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;

  beforeAll(async () => {
    const [own, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'ES256' };
    issuer = createServer((_request, response) => {
      response.writeHead(isDown ? 500 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys: [jwk] }));
    });
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
    sign = (claims, alg = 'ES256') => new SignJWT(claims).setProtectedHeader({ alg, kid: 'one' });
    signed = (claims) => sign(claims).sign(own.privateKey);
    ofAnother = (claims) => sign(claims).sign(other.privateKey);
    gateway = await gatewayInProcess(opened.graph, {
      JWT_KEYS_URL: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks`,
      JWT_ISSUER: good.iss,
      JWT_AUDIENCE: good.aud,
      JWT_ROLES_CLAIM: 'realm.roles',
      JWT_KEYS_AGE_S: '1',
    });
  });

  afterAll(async () => {
    await gateway.stop();
    issuer.close();
  });

  test('opens what its roles see', async () => {
    expect(await fundFor(gateway.url, withKey(await signed({ ...good, exp: inAnHour })))).toBe('gift');
    const others = { ...good, realm: { roles: 'prov-b x' }, exp: inAnHour };
    expect(await fundFor(gateway.url, withKey(await signed(others)))).toBe(null);
    const listed = { ...good, realm: { roles: 'x prov-a' }, exp: inAnHour };
    expect(await fundFor(gateway.url, withKey(await signed(listed)))).toBe('gift');
  });

  test('that is forged, expired, endless, of another issuer or for others is refused', async () => {
    const whole = { ...good, exp: inAnHour };
    const secret = new TextEncoder().encode('the public key, taken for a secret of both');
    const [head = '', , signature = ''] = (await signed(whole)).split('.');
    const claims = Buffer.from(JSON.stringify({ ...whole, realm: { roles: ['prov-a'] } })).toString('base64url');
    for (const token of [
      await ofAnother(whole),
      `${head}.${claims}.${signature}`,
      await signed({ ...good, exp: inAnHour - 7200 }),
      await signed(good),
      await signed({ ...whole, iss: 'https://other.invalid' }),
      await signed({ ...whole, aud: 'others' }),
      await signed({ ...whole, nbf: inAnHour }),
      new UnsecuredJWT(whole).encode(),
      await sign(whole, 'HS256').sign(secret),
      'a.b.c',
      '',
    ]) {
      expect(await fundFor(gateway.url, { authorization: `Bearer ${token}` })).toEqual([401, 'KEY_REFUSED']);
    }
  });

  test('is neither taken nor refused where the issuer’s keys are too old and cannot be had', async () => {
    const token = await signed({ ...good, exp: inAnHour });
    isDown = true;
    const downFrom = await gatewayInProcess(opened.graph, {
      JWT_KEYS_URL: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks`,
      JWT_ISSUER: good.iss,
      JWT_AUDIENCE: good.aud,
      JWT_ROLES_CLAIM: 'realm.roles',
    });
    expect(await fundFor(downFrom.url, withKey(token))).toEqual([503, 'KEYS_UNAVAILABLE']);
    expect(await fundFor(downFrom.url, {})).toBe(null);
    isDown = false;
    expect(await fundFor(downFrom.url, withKey(token))).toBe('gift');
    await downFrom.stop();
  });
});

test('while no subgraph tells its version, roles are those of before, and nobody with a key is taken for the public', async () => {
  let versions = new Map<string, string>();
  const roles = namedRoles(() => Promise.resolve(versions));
  await expect(roles()).rejects.toMatchObject({ extensions: { code: 'KEYS_UNAVAILABLE' } });
  versions = new Map([['finance', `1.2${nextEnding('', ['ministry'])}`]]);
  expect(await roles()).toEqual(['ministry']);
  versions = new Map();
  expect(await roles()).toEqual(['ministry']);
});
