import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';

/** Milliseconds that requests in flight get when a server stops; what still runs then is cut off. */
const patience = 20_000;

/** Milliseconds in which a connection that is new when a server stops may still send its first request. */
const greeting = 500;

/** Connections that wait to be accepted, at most, as Node.js asks of the kernel. */
const queue = 511;

/**
 * The end of an HTTP server, in order. Every answer from then on closes its connection, so that clients turn elsewhere
 * by themselves; what has been accepted is answered.
 */
export class OrderlyStop {
  private readonly inFlight = new Set<ServerResponse>();
  private readonly sockets = new Set<Socket>();
  private accepted = 0;
  private stopping: Promise<void> | undefined;

  constructor(private readonly httpServer: Server) {
    httpServer.on('connection', (socket) => {
      this.accepted += 1;
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    httpServer.prependListener('request', (_request, response) => {
      this.inFlight.add(response);
      if (this.isStopping) {
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

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Goes on to answer for `notice` milliseconds, then takes no connection more, and resolves when all is answered. */
  stop(notice: number): Promise<void> {
    this.stopping ??= this.end(notice);
    return this.stopping;
  }

  private async end(notice: number): Promise<void> {
    for (const response of this.inFlight) {
      if (!response.headersSent) {
        response.setHeader('Connection', 'close');
      }
    }
    if (notice > 0) {
      await setTimeout(notice);
    }
    await this.acceptWaiting();
    const closed = new Promise<void>((resolve) =>
      this.httpServer.close(() => {
        resolve();
      }),
    );
    const silent = setTimeout(greeting, undefined, { ref: false }).then(() => {
      this.closeSilent();
    });
    const late = setTimeout(patience, undefined, { ref: false }).then(() => {
      this.httpServer.closeAllConnections();
    });
    void Promise.all([silent, late]);
    await closed;
  }

  /**
   * Takes the connections that the kernel has already opened to clients, who would find them reset. Each turn of the
   * event loop accepts one, so a turn without is the end of the queue, if it was too short for more to come.
   */
  private async acceptWaiting(): Promise<void> {
    for (let turn = 0; turn < queue; turn += 1) {
      const [accepted, begun] = [this.accepted, performance.now()];
      await setImmediate();
      if (this.accepted === accepted && performance.now() - begun < 1) {
        return;
      }
    }
  }

  /** Browsers open connections that they may never use. */
  private closeSilent(): void {
    for (const socket of this.sockets) {
      if (socket.bytesRead === 0) {
        socket.destroy();
      }
    }
  }
}
