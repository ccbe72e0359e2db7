import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { readConfig } from '../../platform/config.js';
import { parseConnectionUrl } from '../../platform/postgres/connection-url.js';

const plain = { host: 'localhost', port: 5432, user: undefined, password: undefined, database: undefined };
const clear = { use: 'never', options: {} };

test.each([
  ['postgres://', plain],
  ['postgresql://db', { ...plain, host: 'db' }],
  ['postgres://me@/graph', { ...plain, user: 'me', database: 'graph' }],
  [
    'postgres://me:p%40ss%2Fw:rd@db.invalid:6432/my%20graph',
    { host: 'db.invalid', port: 6432, user: 'me', password: 'p@ss/w:rd', database: 'my graph' },
  ],
  ['postgres://me:50%25@[::1]:6432/graph', { host: '::1', port: 6432, user: 'me', password: '50%', database: 'graph' }],
  ['postgres:///graph?host=/var/run/postgresql', { ...plain, host: '/var/run/postgresql', database: 'graph' }],
  ['postgres://me@%2Frun%2Fpg:6432/graph', { ...plain, host: '/run/pg', port: 6432, user: 'me', database: 'graph' }],
  [
    'postgres://?host=db&port=1&user=me&password=a+b&dbname=graph',
    { host: 'db', port: 1, user: 'me', password: 'a+b', database: 'graph' },
  ],
  ['postgres://db?hostaddr=10.0.0.1', { ...plain, host: '10.0.0.1' }],
  ['postgres://db?application_name=my%20app', { ...plain, host: 'db', applicationName: 'my app' }],
  [
    'postgres://db?options=-c%20search_path%3Dx&connect_timeout=7&statement_timeout=900&lock_timeout=800&keepalives=0',
    {
      ...plain,
      host: 'db',
      options: '-c search_path=x',
      connectTimeout: 7000,
      statementTimeout: 900,
      lockTimeout: 800,
      keepAlive: false,
    },
  ],
])('%s says where the database is, and how to connect', (url, expected) => {
  expect(parseConnectionUrl(url)).toEqual({ ...expected, tls: clear });
});

const file = join(tmpdir(), 'jiedui-certificate.pem');
writeFileSync(file, 'a certificate');

test.each([
  ['sslmode=disable', clear],
  ['sslmode=prefer', { use: 'if offered', options: { rejectUnauthorized: false } }],
  ['sslmode=require', { use: 'always', options: { rejectUnauthorized: false } }],
  [
    `sslmode=require&sslrootcert=${file}`,
    {
      use: 'always',
      options: { rejectUnauthorized: true, ca: 'a certificate', checkServerIdentity: expect.any(Function) },
    },
  ],
  [
    'sslmode=verify-full&sslrootcert=system',
    { use: 'always', options: { rejectUnauthorized: true, checkServerIdentity: expect.any(Function) } },
  ],
  [
    `sslmode=require&sslcert=${file}&sslkey=${file}&sslpassword=secret`,
    {
      use: 'always',
      options: { rejectUnauthorized: false, cert: 'a certificate', key: 'a certificate', passphrase: 'secret' },
    },
  ],
])('%s means what it means to libpq', (query, tls) => {
  expect(parseConnectionUrl(`postgres://db/graph?${query}`).tls).toEqual(tls);
});

test('verify-full checks the name of the host, verify-ca does not', () => {
  const certificate = { subject: { CN: 'db.invalid' }, subjectaltname: 'DNS:db.invalid' } as never;
  const check = (url: string): Error | undefined =>
    parseConnectionUrl(url).tls.options.checkServerIdentity?.('', certificate);
  expect(check(`postgres://db.invalid?sslmode=verify-full&sslrootcert=${file}`)).toBeUndefined();
  expect(check(`postgres://db.invalid?hostaddr=10.0.0.1&sslmode=verify-full&sslrootcert=${file}`)).toBeUndefined();
  expect(check(`postgres://other.invalid?sslmode=verify-full&sslrootcert=${file}`)).toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
  expect(check(`postgres://other.invalid?sslmode=verify-ca&sslrootcert=${file}`)).toBeUndefined();
});

test.each([
  ['mysql://db', /expected postgres:\/\/user:password@host:port\/database$/],
  ['postgres://me:se/cret@db/graph', /write @ \/ \? # % as %40 %2F %3F %23 %25/],
  ['postgres://me:secret%@db/graph', /the password has a % that begins no escape of UTF-8: write % itself as %25/],
  ['postgres://me:secret@db/graph%zz', /the database has a %/],
  ['postgres://me:secret@db?application_name=%ff', /parameter application_name: it has a %/],
  ['postgres://me:secret@a,b/graph', /several hosts/],
  ['postgres://me:secret@a:1,b:2/graph', /several hosts|expected/],
  ['postgres://me:secret@db:70000/graph', /port from 1 to 65535, found 70000/],
  [
    'postgres://me:secret@db?sslmode=allow',
    /parameter sslmode: expected disable, prefer, require, verify-ca, verify-full, found allow/,
  ],
  ['postgres://me:secret@db?sslmode=verify-ca', /parameter sslmode: verify-ca needs sslrootcert/],
  [
    'postgres://me:secret@db?sslmode=require&sslrootcert=/nowhere',
    /parameter sslrootcert: the file \/nowhere cannot be read \(ENOENT\)/,
  ],
  ['postgres://me:secret@db?sslmode=require&sslcert=/nowhere', /parameter sslcert: sslcert and sslkey go together/],
  ['postgres://me:secret@db?sslrootcert=/nowhere', /parameter sslmode: expected with the other parameters about TLS/],
  [
    'postgres://me:secret@db?target_session_attrs=read-write',
    /parameter target_session_attrs: it is not supported: name one address/,
  ],
  ['postgres://me:secret@db?pgbouncer=true', /parameter pgbouncer: it is not supported; take it out/],
  ['postgres://me:secret@db?client_encoding=LATIN1', /parameter client_encoding: expected UTF8, found LATIN1/],
  [
    'postgres://me:secret@db?connect_timeout=soon',
    /parameter connect_timeout: expected a whole number from 1, found soon/,
  ],
  ['postgres://me:secret@db?port=1&port=2', /parameter port: it is given twice/],
])('%s is refused: %s', (url, message) => {
  const read = (): unknown => readConfig({ DATABASE_URL: url });
  expect(read).toThrow(/^The configuration is not usable:\n {2}DATABASE_URL: /);
  expect(read).toThrow(message);
  expect(read).not.toThrow(/secret/);
});
