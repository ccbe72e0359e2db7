import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

import { expect, test } from '@jest/globals';

import { createApplication, listen, readyUnless } from '../../platform/http-server.js';

test.each([
  ['within its headers', 'POST /x HTTP/1.1\r\nHost: x\r\n'],
  ['within its body', 'POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'],
])('a request that is too slow %s is answered with status 408 and an error in JSON', async (_where, part) => {
  const application = createApplication(() => Promise.resolve(readyUnless([])));
  application.app.post('/x', (request) => {
    request.resume();
  });
  const server = await listen(application, { host: '127.0.0.1', port: 0 }, () => Promise.resolve());
  const { hostname, port } = new URL(server.url);
  const accepted = once(application.httpServer, 'connection') as Promise<[Socket]>;
  const client = connect(Number(port), hostname);
  client.write(part);
  const [socket] = await accepted;
  while (socket.bytesRead < part.length) {
    await once(socket, 'data');
  }
  // What Node.js emits after 30 seconds.
  const tooSlow = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  application.httpServer.emit('clientError', tooSlow, socket);
  const [head = '', body = ''] = (await text(client)).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(head).toMatch(/^Content-Type: application\/json; charset=utf-8$/m);
  expect(head).toMatch(/^X-Request-Id: \S+$/m);
  expect(JSON.parse(body)).toEqual({
    errors: [
      {
        message: 'The request did not arrive completely within 30 seconds. Send it again.',
        extensions: { code: 'BAD_REQUEST' },
      },
    ],
  });
  await server.stop();
});
