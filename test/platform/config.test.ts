import { expect, test } from '@jest/globals';

import { readConfig } from '../../platform/config.js';

test('by default the graph is served on localhost, from a data folder', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    dataDir: expect.stringMatching(/\.data$/),
    databaseUrl: null,
    subgraphUrls: new Map(),
  });
});

test('the address of each subgraph can be set', () => {
  expect(
    readConfig({ SUBGRAPH_URLS: 'pairings=http://a:4001/graphql, finance=https://b/graphql?c=d' }).subgraphUrls,
  ).toEqual(
    new Map([
      ['pairings', 'http://a:4001/graphql'],
      ['finance', 'https://b/graphql?c=d'],
    ]),
  );
});

test('replicas are other servers beside the database', () => {
  const DATABASE_URL = 'postgres://db/jiedui';
  const read = (REPLICA_URLS: string, more: NodeJS.ProcessEnv = { DATABASE_URL }): readonly string[] =>
    readConfig({ ...more, REPLICA_URLS }).replicaUrls;
  expect(read('postgres://one/jiedui, postgres://two:5433/jiedui')).toEqual([
    'postgres://one/jiedui',
    'postgres://two:5433/jiedui',
  ]);
  const message = (problem: string): string => `The configuration is not usable:\n  REPLICA_URLS: ${problem}`;
  expect(() => read('postgres://one/jiedui', {})).toThrow(message('they are replicas of the database of DATABASE_URL'));
  expect(() => read('postgres://db:5432/jiedui')).toThrow(message('db:5432 is named twice, or by DATABASE_URL too'));
  expect(() => read('postgres://one/a,postgres://one/b')).toThrow(message('one:5432 is named twice'));
  expect(() => read('postgres://one/a?replica=yes')).toThrow(message('parameter replica: it is not supported'));
});

test.each<[string, NodeJS.ProcessEnv, readonly string[]]>([
  ['listens on this machine alone', { HOST: '127.0.0.1' }, ['localhost']],
  ['listens on this machine alone, by name', { HOST: 'localhost' }, ['localhost']],
  ['listens to other machines', { HOST: '0.0.0.0' }, []],
  ['is behind a proxy', { TRUST_PROXY: '1' }, []],
  ['is told not to', { CORS_ORIGINS: 'none' }, []],
])(
  'pages of this machine’s servers may read answers, or none may, when a gateway %s',
  (_name, environment, corsOrigins) => {
    expect(readConfig(environment).corsOrigins).toEqual(corsOrigins);
  },
);

test('every bad variable is named in one message', () => {
  expect(() => readConfig({ PORT: '70000', DATABASE_URL: 'mysql://db', SUBGRAPH_URLS: 'pairings' })).toThrow(
    [
      'The configuration is not usable:',
      '  PORT: Invalid port input: "70000"',
      '  DATABASE_URL: expected postgres://user:password@host:port/database',
      '  SUBGRAPH_URLS: expected name=http://host:port/graphql, separated by commas',
    ].join('\n'),
  );
});

test('access settings are strict by default, and can be changed', () => {
  expect(readConfig({})).toMatchObject({
    rateLimit: 6000,
    trustedProxies: false,
    corsOrigins: ['localhost'],
    tracesEndpoint: null,
  });
  expect(
    readConfig({
      RATE_LIMIT: '0',
      TRUST_PROXY: '10.0.0.0/8, ::1',
      CORS_ORIGINS: 'https://a.invalid, http://b.invalid:8080',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    }),
  ).toMatchObject({
    rateLimit: 0,
    trustedProxies: ['10.0.0.0/8', '::1'],
    corsOrigins: ['https://a.invalid', 'http://b.invalid:8080'],
    tracesEndpoint: 'http://collector:4318',
  });
});

test.each([
  ['RATE_LIMIT', '-1', 'expected a whole number from 0'],
  ['TRUST_PROXY', 'all', 'expected none, a number of proxies, or addresses and subnets, separated by commas'],
  ['TRUST_PROXY', '10.0.0.0/33', 'expected none, a number of proxies, or addresses and subnets, separated by commas'],
  ...[
    ['https://a.invalid/', 'found "https://a.invalid/"; the origin of that address is https://a.invalid'],
    [
      'https://b.invalid, https://a.invalid/app',
      'found "https://a.invalid/app"; the origin of that address is https://a.invalid',
    ],
    ['HTTPS://A.invalid', 'found "HTTPS://A.invalid"; the origin of that address is https://a.invalid'],
    ['https://a.invalid:443', 'found "https://a.invalid:443"; the origin of that address is https://a.invalid'],
    ['a.invalid', 'found "a.invalid"'],
    ['https://*.a.invalid', 'found "https://*.a.invalid"'],
    ['null', 'found "null"'],
  ].map(([value = '', found = '']): [string, string, string] => [
    'CORS_ORIGINS',
    value,
    `expected origins such as https://example.org, separated by commas, or localhost, * or none, ${found}`,
  ]),
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'expected http://host:port'],
])('%s=%s is refused', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(`  ${name}: ${message}`);
});

test.each([
  ['pairings=http://a:4001', 'the address of pairings has no path'],
  ['pairings=http://a:4001/', 'the address of pairings has no path'],
  ['pairings=http://a/graphql,finance=http://b/graphql,pairings=http://c/graphql', 'pairings is there twice'],
])('SUBGRAPH_URLS of which a subgraph cannot be reached are refused: %s', (SUBGRAPH_URLS, problem) => {
  expect(() => readConfig({ SUBGRAPH_URLS })).toThrow(
    `SUBGRAPH_URLS: expected name=http://host:port/graphql, separated by commas: ${problem}`,
  );
});
