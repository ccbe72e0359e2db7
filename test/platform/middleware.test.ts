import { afterEach, expect, test } from '@jest/globals';

import { createApplication, listen, readyUnless, type RunningServer } from '../../platform/http-server.js';
import { chain, sendJson, type ErrorMiddleware, type Middleware } from '../../platform/middleware.js';

let server: RunningServer | undefined;

afterEach(async () => {
  await server?.stop();
});

const sendFailure: ErrorMiddleware = (error, _request, response, next) => {
  if (response.headersSent) {
    next(error);
  } else {
    sendJson(response, 500, { failed: (error as Error).message });
  }
};

/** The answers to two requests through the middlewares. */
async function ask(...middlewares: readonly Middleware[]): Promise<unknown[]> {
  const application = createApplication(() => Promise.resolve(readyUnless([])), chain(middlewares, sendFailure));
  server = await listen(application, { host: '127.0.0.1', port: 0 }, () => Promise.resolve());
  const get = async (): Promise<unknown> => (await fetch(`${server?.url}/health/live`)).json();
  return [await get(), await get()];
}

const failure = new Error('It broke.');
const failed = { failed: 'It broke.' };

test('middlewares run in order, then the application', async () => {
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
])('a middleware that %s ends its request, and no other', async (_name, middleware) => {
  const after: Middleware = () => {
    throw new Error('This must not be called.');
  };
  expect(await ask(middleware, after)).toEqual([failed, failed]);
});

test('an answer that has begun is aborted', async () => {
  const begin: Middleware = (_request, response, next) => {
    response.write('{');
    next(failure);
  };
  await expect(ask(begin)).rejects.toThrow(/fetch failed|terminated/);
});
