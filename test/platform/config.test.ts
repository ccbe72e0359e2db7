import { expect, test } from '@jest/globals';

import { readConfig } from '../../platform/config.js';

test('without any variable, the graph is served on this machine alone, from a folder', () => {
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
