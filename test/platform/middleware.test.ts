import { afterEach, expect, test } from '@jest/globals';

import { createApplication, listen, readyUnless, type RunningServer } from '../../platform/http-server.js';
import { chain, sendJson, type ErrorMiddleware, type Middleware } from '../../platform/middleware.js';

let server: RunningServer | undefined;

afterEach(async () => {
  await server?.stop();
});

const sayFailure: ErrorMiddleware = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
  } else {
    sendJson(response, 500, { failed: (error as Error).message });
  }
};

/** What a server says of its health behind middlewares, twice. */
async function ask(...middlewares: readonly Middleware[]): Promise<unknown[]> {
  const application = createApplication(() => Promise.resolve(readyUnless([])), chain(middlewares, sayFailure));
  server = await listen(application, { host: '127.0.0.1', port: 0 }, () => Promise.resolve());
  const look = async (): Promise<unknown> => (await fetch(`${server?.url}/health/live`)).json();
  return [await look(), await look()];
}

const failure = new Error('It broke.');
const failed = { failed: 'It broke.' };

test('middlewares have their turn in order, then the application', async () => {
  const turns: string[] = [];
  const note =
    (name: string): Middleware =>
    (_request, _response, next) => {
      turns.push(name);
      setImmediate(next);
    };
  expect(await ask(note('first'), note('second'))).toEqual([{ status: 'live' }, { status: 'live' }]);
  expect(turns).toEqual(['first', 'second', 'first', 'second']);
});

test.each<[string, Middleware]>([
  [
    'throws',
    () => {
      throw failure;
    },
  ],
  [
    'passes on an error',
    (_request, _response, next) => {
      next(failure);
    },
  ],
  [
    'passes on an error later',
    (_request, _response, next) => {
      setImmediate(next, failure);
    },
  ],
])('one that %s ends its request, and no other', async (_name, middleware) => {
  const after: Middleware = () => {
    throw new Error('It was not to be asked.');
  };
  expect(await ask(middleware, after)).toEqual([failed, failed]);
});

test('an answer that has begun is cut off', async () => {
  const begin: Middleware = (_request, response, next) => {
    response.write('{');
    next(failure);
  };
  await expect(ask(begin)).rejects.toThrow(/fetch failed|terminated/);
});
