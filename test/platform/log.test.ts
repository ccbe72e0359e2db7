import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';

import { keptLog } from '../support/log.js';

test('an error is logged with all its causes, each stack once', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const fetching = new Error('fetch failed', { cause: new AggregateError([refused], 'all addresses') });
  const { log, lines } = keptLog();
  log.error({ err: new GraphQLError('no answer', { originalError: fetching, extensions: { code: 'DOWN' } }) });
  const stack = expect.stringMatching(/^\w*Error: .*\n {4}at /);
  expect(lines[0]?.['err']).toEqual([
    { type: 'GraphQLError', message: 'no answer', code: 'DOWN' },
    { type: 'Error', message: 'fetch failed', stack },
    { type: 'AggregateError', message: 'all addresses', stack },
    { type: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', stack },
  ]);
});

test('a circular cause is logged once, and other values than errors are logged as they are', () => {
  const loop = new Error('loop');
  loop.cause = loop;
  const { log, lines } = keptLog();
  log.error({ err: loop });
  log.error({ err: { message: 'from afar', extensions: { code: 'X' } } });
  log.error({ err: 'a text' });
  expect(lines.map(({ err }) => (err as { message: string }[]).map(({ message }) => message))).toEqual([
    ['loop'],
    ['from afar'],
    ['a text'],
  ]);
});
