import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import { PostgresReads } from '../../platform/postgres/reads.js';

/** What a server sends to the first message of a client. */
const servers: Readonly<Record<string, (socket: Socket) => void>> = {
  'has no TLS': (socket) => socket.write('N'),
  'answers a request for TLS with something else': (socket) => socket.write('HTTP/1.1 400 Bad Request'),
  'speaks no TLS though it says so': (socket) => socket.write('SHTTP/1.1 400 Bad Request and more than a record'),
};

describe('a read over a connection that cannot be made', () => {
  let server: Server;
  let reads: PostgresReads;

  afterEach(async () => {
    await reads.close();
    await new Promise((resolve) => server.close(resolve));
  });

  test.each(Object.entries(servers))('is SUBGRAPH_UNAVAILABLE where the server %s', async (_name, answer) => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        answer(socket);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    reads = await PostgresReads.open({ host: '127.0.0.1', port, user: 'x', password: 'x', ssl: true }, 20_000);
    await expect(reads.rows({ sql: 'select 1', parameters: [] })).rejects.toMatchObject({
      extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
    });
  });
});
