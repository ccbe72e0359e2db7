import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

import { afterEach, expect, test } from '@jest/globals';

import { createApplication, listen, readyUnless, type RunningServer } from '../../platform/http-server.js';
import { until } from '../support/until.js';

/** More than the kernel holds for a client that reads nothing. */
const large = Buffer.alloc(32 * 2 ** 20, 'x');

let server: RunningServer | undefined;
/** Paths whose answers were given up. */
let givenUp: string[];
let connections: () => Promise<number>;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function serve(writeTimeout: number): Promise<URL> {
  givenUp = [];
  const application = createApplication(() => Promise.resolve(readyUnless([])));
  const { app, httpServer } = application;
  app.use((request, response, next) => {
    response.once('close', () => {
      if (!response.writableFinished) {
        givenUp.push(request.path);
      }
    });
    next();
  });
  app.get('/large', (_request, response) => {
    response.end(large);
  });
  app.get('/small', (_request, response) => {
    response.end('whole');
  });
  app.get('/slow', (_request, response) => {
    void setTimeout(4 * writeTimeout).then(() => response.end('whole'));
  });
  connections = () =>
    new Promise((resolve) => {
      httpServer.getConnections((_error, count) => {
        resolve(count);
      });
    });
  server = await listen(application, { host: '127.0.0.1', port: 0, writeTimeout }, () => Promise.resolve());
  return new URL(server.url);
}

async function send({ hostname, port }: URL, ...paths: readonly string[]): Promise<Socket> {
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`).join(''));
  return socket;
}

test('a client that does not read its answer is closed, and the answers are given up', async () => {
  const url = await serve(300);
  const silent = await send(url, '/large');
  const pipelined = await send(url, '/large', '/small', '/small');
  await until(() => givenUp.filter((path) => path === '/large'), ['/large', '/large']);
  await until(() => connections(), 0);
  silent.destroy();
  pipelined.destroy();
});

test('a client that reads slowly but steadily gets the whole answer', async () => {
  const url = await serve(1_000);
  const socket = await send(url, '/large');
  let bytes = 0;
  const started = performance.now();
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes >= large.length) {
      break;
    }
    // Several times the timeout for the whole.
    await setTimeout(Math.max(0, started + (bytes / large.length) * 5_000 - performance.now()));
  }
  expect(bytes).toBeGreaterThanOrEqual(large.length);
  expect(givenUp).toEqual([]);
  socket.destroy();
});

test('neither an answer that takes long nor a connection that waits for a request is cut', async () => {
  const url = await serve(200);
  const socket = await send(url, '/slow');
  socket.resume();
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  expect(chunk.toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*whole$/);
  await setTimeout(1_000);
  const answer = text(socket);
  socket.write('GET /small HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*whole$/);
});

test('a graceful shutdown is not held by a client that does not read', async () => {
  const url = await serve(600_000);
  const socket = await send(url, '/large');
  await until(() => connections(), 1);
  await setTimeout(200);
  await server?.stop();
  socket.destroy();
}, 10_000);
