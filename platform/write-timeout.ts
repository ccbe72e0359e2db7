import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Closes connections whose client reads nothing of an answer for `milliseconds` to twice as long: Node.js notes progress
 * at each end of the time. A request that is being executed may take longer; so may a client that reads slowly.
 */
export function closeUnreadConnections(httpServer: Server, milliseconds: number): void {
  httpServer.timeout = milliseconds;
  httpServer.on('timeout', (socket: Socket) => {
    // Node.js sets another time for a connection that waits for its next request.
    const isIdle = socket.timeout !== httpServer.timeout;
    if (isIdle || socket.writableLength > 0) {
      socket.destroy();
    }
  });
}
