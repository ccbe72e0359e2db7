import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';

/** Milliseconds that requests in flight get at a shutdown; connections of later ones are closed. */
const drainTimeout = 20_000;

/** Milliseconds in which a connection without a request so far may still send its first one. */
const firstRequestTimeout = 500;

/** Milliseconds that a client gets at a shutdown to read on. */
const unreadTimeout = 2_000;

/** The backlog of Node.js: how many connections the kernel holds at most until they are accepted. */
const backlog = 511;

/**
 * Graceful shutdown of an HTTP server. Once it has begun, every answer closes its connection, so that clients connect
 * elsewhere; requests on accepted connections are answered.
 */
export class GracefulShutdown {
  private readonly inFlight = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();
  private accepted = 0;
  private shutdown: Promise<void> | undefined;

  constructor(private readonly httpServer: Server) {
    httpServer.on('connection', (socket) => {
      this.accepted += 1;
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    httpServer.prependListener('request', (_request, response) => {
      this.inFlight.add(response);
      if (this.hasBegun) {
        response.setHeader('Connection', 'close');
      }
      response.once('close', () => {
        this.inFlight.delete(response);
        if (!httpServer.listening) {
          httpServer.closeIdleConnections();
        }
      });
    });
  }

  get hasBegun(): boolean {
    return this.shutdown !== undefined;
  }

  /** Accepts connections for another `notice` milliseconds, then no more. Resolves when all requests are answered. */
  begin(notice: number): Promise<void> {
    this.shutdown ??= this.shutDown(notice);
    return this.shutdown;
  }

  private async shutDown(notice: number): Promise<void> {
    for (const response of this.inFlight) {
      if (!response.headersSent) {
        response.setHeader('Connection', 'close');
      }
    }
    if (notice > 0) {
      await setTimeout(notice);
    }
    await this.acceptBacklog();
    this.closeUnreadSoon();
    const closed = new Promise<void>((resolve) =>
      this.httpServer.close(() => {
        resolve();
      }),
    );
    const unused = setTimeout(firstRequestTimeout, undefined, { ref: false }).then(() => {
      this.closeUnusedConnections();
    });
    const drained = setTimeout(drainTimeout, undefined, { ref: false }).then(() => {
      this.httpServer.closeAllConnections();
    });
    void Promise.all([unused, drained]);
    await closed;
  }

  /**
   * Accepts the connections in the backlog, which would be reset otherwise. Each turn of the event loop accepts one, so
   * the backlog is empty after a turn without, if that was too short for more to arrive.
   */
  private async acceptBacklog(): Promise<void> {
    for (let turn = 0; turn < backlog; turn += 1) {
      const [accepted, begun] = [this.accepted, performance.now()];
      await setImmediate();
      if (this.accepted === accepted && performance.now() - begun < 1) {
        return;
      }
    }
  }

  /** From now on, a client that does not read its answer is not waited for. */
  private closeUnreadSoon(): void {
    this.httpServer.timeout = unreadTimeout;
    for (const socket of this.sockets) {
      socket.setTimeout(unreadTimeout);
    }
  }

  /** Browsers open connections in advance, which may never carry a request. */
  private closeUnusedConnections(): void {
    for (const socket of this.sockets) {
      if (socket.bytesRead === 0) {
        socket.destroy();
      }
    }
  }
}
