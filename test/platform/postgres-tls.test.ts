import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';

import { Database } from '../../platform/database.js';
import { startPostgres, type ThrowawayPostgres } from '../../scripts/postgres.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { describeOn } from '../support/engines.js';
import { run } from '../support/process.js';
import { until } from '../support/until.js';

describeOn('postgresql', 'a server with TLS and passwords', () => {
  let postgres: ThrowawayPostgres;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiedui-tls-'));
    for (const name of ['own', 'other']) {
      makeCertificate(folder, name);
    }
    postgres = await startPostgres();
    const client = new pg.Client(postgres.url);
    await client.connect();
    await client.query(`create role guarded login password 'right' superuser`);
    await client.query('alter system set ssl = on');
    await client.end();
    for (const [file, from] of [
      ['server.crt', 'own.crt'],
      ['server.key', 'own.key'],
    ] as const) {
      writeForServer(postgres, file, readFileSync(join(folder, from), 'utf8'));
    }
    const rules = readFileSync(join(postgres.data, 'pg_hba.conf'), 'utf8');
    writeForServer(postgres, 'pg_hba.conf', `host all guarded 127.0.0.1/32 scram-sha-256\n${rules}`);
    await postgres.shutDown();
    await postgres.restart();
  });

  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  const urlWith = (parameters: string, user = 'jiedui', host = '127.0.0.1'): string => {
    const url = new URL(postgres.url);
    url.host = `${host}:${url.port}`;
    const [name = '', password = ''] = user.split(':');
    Object.assign(url, { username: name, password });
    url.search = parameters.replace('FOLDER', folder);
    return url.href;
  };
  const refusal = async (file: string, args: readonly string[], url: string): Promise<string> => {
    const begun = run(file, { args, env: { DATABASE_URL: url } });
    expect(await begun.ended()).toBe(1);
    expect(begun.output()).toMatch(/^DATABASE_URL: [^\n]*\n$/);
    return begun.output();
  };

  test.each([
    ['sslmode=disable', '127.0.0.1', false],
    ['sslmode=prefer', '127.0.0.1', true],
    ['sslmode=require', '127.0.0.1', true],
    ['sslmode=verify-ca&sslrootcert=FOLDER/own.crt', '127.0.0.1', true],
    ['sslmode=verify-full&sslrootcert=FOLDER/own.crt', 'localhost', true],
  ])('with %s connects to %s, encrypted or not as it says', async (parameters, host, isEncrypted) => {
    const database = await Database.open(finance, { engine: 'postgresql', url: urlWith(parameters, 'jiedui', host) });
    const isIt = async (of: Database): Promise<unknown> =>
      of
        .read()
        .selectNoFrom(sql`(select ssl from pg_stat_ssl where pid = pg_backend_pid())`.as('ssl'))
        .executeTakeFirst();
    expect(await isIt(database)).toEqual({ ssl: isEncrypted });
    expect(await isIt(database.until(new AbortController().signal))).toEqual({ ssl: isEncrypted });
    await database.close();
  });

  test('cancels a statement over TLS', async () => {
    const database = await Database.open(finance, { engine: 'postgresql', url: urlWith('sslmode=require') });
    const running = async (): Promise<unknown> =>
      database
        .read()
        .selectNoFrom(
          sql`(select count(*)::int from pg_stat_activity where query like '%pg_sleep(59)%' and state = 'active' and pid <> pg_backend_pid())`.as(
            'count',
          ),
        )
        .executeTakeFirst();
    const ending = new AbortController();
    const sleeping = database
      .until(ending.signal)
      .read()
      .selectNoFrom(sql`pg_sleep(59)`.as('slept'))
      .execute();
    await until(running, { count: 1 });
    ending.abort(new Error('The client has left.'));
    await expect(sleeping).rejects.toThrow('The client has left.');
    await until(running, { count: 0 });
    await database.close();
  });

  test.each([
    ['the certificate of another CA', 'sslmode=verify-full&sslrootcert=FOLDER/other.crt', 'localhost'],
    ['a host that the certificate does not name', 'sslmode=verify-full&sslrootcert=FOLDER/own.crt', '127.0.0.1'],
  ])('%s ends a start with one message', async (_name, parameters, host) => {
    expect(await refusal('gateway/start.js', [], urlWith(parameters, 'jiedui', host))).toMatch(
      /TLS with \S+ failed \(.*\)\. Check sslrootcert, the name of the host, and sslcert and sslkey\.$/m,
    );
  });

  test.each([
    [
      'a wrong password',
      'guarded:wrong',
      /does not accept the user "guarded" \(.*\)\. Check the user and the password\.$/m,
    ],
    ['no password', 'guarded', /asks for a password of the user "guarded", and there is none/],
  ])('%s ends a start with one message, in one process and as a service', async (_name, user, message) => {
    const url = urlWith('', user);
    for (const output of [
      await refusal('gateway/start.js', [], url),
      await refusal('subgraphs/main.js', ['finance'], url),
    ]) {
      expect(output).toMatch(message);
      expect(output).not.toContain('wrong');
    }
  });

  test('the right password connects', async () => {
    const database = await Database.open(finance, { engine: 'postgresql', url: urlWith('', 'guarded:right') });
    await database.close();
  });
});

/** A certificate that signs itself, of the host localhost. */
function makeCertificate(folder: string, name: string): void {
  const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.crt`)];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate],
    ],
    { stdio: 'ignore' },
  );
}

/** Writes a file of a server's data directory, which that server alone may read. */
function writeForServer({ data }: ThrowawayPostgres, name: string, text: string): void {
  const file = join(data, name);
  const { uid, gid } = statSync(data);
  writeFileSync(file, text);
  chmodSync(file, 0o600);
  chownSync(file, uid, gid);
}
