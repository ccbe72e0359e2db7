import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { createApplication, listen, readyUnless, type RunningServer } from '../../platform/http-server.js';
import { until } from '../support/until.js';

let server: RunningServer;
let agent: Agent;
let closed: string[];
/** Lets /slow answer. */
let answer: () => void;

beforeEach(async () => {
  agent = new Agent({ keepAlive: true });
  closed = [];
  const application = createApplication(() => Promise.resolve(readyUnless([])));
  const { promise, resolve } = Promise.withResolvers<undefined>();
  answer = () => {
    resolve(undefined);
  };
  application.app.get('/quick', (_request, response) => {
    response.send('whole');
  });
  application.app.get('/slow', (_request, response) => {
    void promise.then(() => response.send('whole'));
  });
  server = await listen(application, { host: '127.0.0.1', port: 0 }, () => {
    closed.push('closed');
    return Promise.resolve();
  });
});

afterEach(async () => {
  answer();
  agent.destroy();
  await server.stop();
});

async function ask(path: string): Promise<{ status: number; connection: string | undefined; body: string }> {
  const [response] = (await once(get(`${server.url}${path}`, { agent }), 'response')) as [IncomingMessage];
  const { statusCode = 0, headers } = response;
  return { status: statusCode, connection: headers.connection, body: await text(response) };
}

/** Whether the server accepts a connection. */
async function listens(): Promise<boolean> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  return once(socket, 'connect').then(
    () => {
      socket.destroy();
      return true;
    },
    () => false,
  );
}

test('requests in flight are answered completely and their connections closed; then nothing listens', async () => {
  expect(await ask('/quick')).toEqual({ status: 200, connection: 'keep-alive', body: 'whole' });
  const slow = ask('/slow');
  expect(await ask('/health/live')).toMatchObject({ status: 200 });
  const stopped = server.stop();
  await until(listens, false);
  expect(closed).toEqual([]);
  answer();
  expect(await slow).toEqual({ status: 200, connection: 'close', body: 'whole' });
  await stopped;
  expect(closed).toEqual(['closed']);
});

test('during the notice it still answers, and readiness says that it is stopping', async () => {
  const stopped = server.stop(500);
  expect(await ask('/health/ready')).toEqual({
    status: 503,
    connection: 'close',
    body: '{"status":"stopping","problems":["The server is stopping."]}',
  });
  expect(await ask('/health/live')).toMatchObject({ status: 200 });
  expect(await ask('/quick')).toEqual({ status: 200, connection: 'close', body: 'whole' });
  await stopped;
  expect(await listens()).toBe(false);
});

test('a connection without a request does not delay the end; a first request on one is answered', async () => {
  const { hostname, port } = new URL(server.url);
  const silent = connect(Number(port), hostname);
  const late = connect(Number(port), hostname);
  await Promise.all([once(silent, 'connect'), once(late, 'connect')]);
  await ask('/quick');
  const stopped = server.stop();
  late.write('GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n');
  expect(await text(late)).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*Connection: close\r\n[^]*whole$/);
  await stopped;
  silent.destroy();
});
