import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** One address that leads to one server after another. */
export interface StableAddress {
  readonly port: number;
  /** Leads new connections to another port, and ends the others. */
  readonly lead: (port: number) => void;
  readonly stop: () => void;
}

/** Starts a TCP proxy. */
export async function stableAddress(first: number): Promise<StableAddress> {
  let target = first;
  const sockets = new Set<Socket>();
  const endAll = (): void => {
    for (const socket of sockets) {
      socket.destroy();
    }
  };
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lead: (port) => {
      target = port;
      endAll();
    },
    stop: () => {
      server.close();
      endAll();
    },
  };
}
